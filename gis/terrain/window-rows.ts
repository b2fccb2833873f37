/**
 * Elevation to work on: metres, row-major, north row first, NaN is no data; square cells in a projected CRS.
 * A raster too large for memory is worked on in bands: `rows` counts the rows to compute, and `values` also holds the
 * row above and the row below where the raster goes on.
 */
export interface ElevationGrid {
  readonly cols: number;
  readonly rows: number;
  readonly cellSizeM: number;
  readonly values: Float32Array | Float64Array;
  readonly hasRowAbove?: boolean;
  readonly hasRowBelow?: boolean;
}

export interface TerrainOptions {
  /**
   * False: the outermost ring and every cell beside no data are no data. True: missing outer rows and columns are
   * extrapolated linearly, missing neighbours take the height of the centre (gdaldem's `-compute_edges`).
   */
  readonly computeEdges?: boolean;
}

/**
 * Fills `out[0 .. cols)` from three rows that carry one more cell at either end: the window of cell `x` is
 * `above[x .. x + 2]`, `centre[x .. x + 2]`, `below[x .. x + 2]`. NaN in, NaN out, by plain arithmetic.
 */
export type RowKernel = (
  above: Float64Array,
  centre: Float64Array,
  below: Float64Array,
  cols: number,
  out: Float64Array,
) => void;

/**
 * Runs kernels over the 3x3 windows of a grid, row by row, and hands each finished row on. Three rows are held at a
 * time; the inner loops know nothing of borders. A raster of one row or column has no windows: all is no data.
 *
 * @param visit receives the index of the row's first cell and one array per kernel, reused for the next row.
 */
export function visitWindowRows(
  dem: ElevationGrid,
  { computeEdges = false }: TerrainOptions,
  kernels: readonly RowKernel[],
  visit: (offset: number, results: readonly Float64Array[]) => void,
): void {
  const { cols, rows } = dem;
  const isLine = cols < 2 || rows + Number(dem.hasRowAbove ?? false) + Number(dem.hasRowBelow ?? false) < 2;
  const results = kernels.map(() => new Float64Array(cols));
  const window = new WindowRows(dem, computeEdges);
  for (let row = 0; row < rows; row++) {
    window.moveTo(row);
    const { above, centre, below } = window;
    const mends = computeEdges && !isLine && !window.isComplete;
    for (let k = 0; k < kernels.length; k++) {
      kernels[k](above, centre, below, cols, results[k]);
      if (mends) mendRow(window, cols, kernels[k], results[k]);
      if (window.centreHasGaps) copyGaps(centre, results[k]);
    }
    visit(row * cols, results);
  }
}

function copyGaps(centre: Float64Array, out: Float64Array): void {
  for (let x = 0; x < out.length; x++) if (Number.isNaN(centre[x + 1])) out[x] = Number.NaN;
}

/** Three padded rows of a grid that move down together; borders are NaN or extrapolated. */
class WindowRows {
  above: Float64Array;
  centre: Float64Array;
  below: Float64Array;
  /** True when all values of the three rows are numbers. */
  isComplete = false;
  /** True when a value of the centre row is not a number. */
  centreHasGaps = false;

  constructor(
    private readonly dem: ElevationGrid,
    private readonly computeEdges: boolean,
  ) {
    this.above = new Float64Array(dem.cols + 2);
    this.centre = new Float64Array(dem.cols + 2);
    this.below = new Float64Array(dem.cols + 2);
  }

  /** Brings the window to the next row; rows are visited in order, from 0. */
  moveTo(row: number): void {
    const { rows, cols, hasRowAbove, hasRowBelow } = this.dem;
    const isTop = row === 0 && !hasRowAbove;
    const isBottom = row === rows - 1 && !hasRowBelow;
    if (row === 0) {
      if (!isTop) this.copy(-1, this.above);
      this.copy(0, this.centre);
    } else {
      [this.above, this.centre, this.below] = [this.centre, this.below, this.above];
    }
    if (!isBottom) this.copy(row + 1, this.below);
    const { above, centre, below } = this;
    if (isTop) above.fill(Number.NaN);
    if (isBottom) below.fill(Number.NaN);
    if (!this.computeEdges || cols < 2 || (isTop && isBottom)) {
      for (const line of [above, centre, below]) line[0] = line[cols + 1] = Number.NaN;
      this.isComplete = false;
    } else {
      if (isTop) extrapolate(above, centre, below);
      if (isBottom) extrapolate(below, centre, above);
      // Like gdaldem: on the top and bottom row the column index is clamped, elsewhere the missing column is extrapolated.
      const onEdge = isTop || isBottom;
      for (const line of [above, centre, below]) {
        line[0] = onEdge ? line[1] : 2 * line[1] - line[2];
        line[cols + 1] = onEdge ? line[cols] : 2 * line[cols] - line[cols - 1];
      }
      this.isComplete = !hasGap(above, cols) && !hasGap(centre, cols) && !hasGap(below, cols);
    }
    this.centreHasGaps = hasGap(centre, cols);
  }

  private copy(row: number, into: Float64Array): void {
    const { cols, values, hasRowAbove } = this.dem;
    const start = (row + (hasRowAbove ? 1 : 0)) * cols;
    into.set(values.subarray(start, start + cols), 1);
  }
}

/** One NaN makes the sum NaN; an overflow to infinity only means a look too many. */
function hasGap(line: Float64Array, cols: number): boolean {
  let sum = 0;
  for (let x = 1; x <= cols; x++) sum += line[x];
  return Number.isNaN(sum - sum);
}

function extrapolate(missing: Float64Array, edge: Float64Array, inner: Float64Array): void {
  for (let x = 1; x < missing.length - 1; x++) missing[x] = 2 * edge[x] - inner[x];
}

/** Computes the cells beside no data again, with the height of the centre in place of what is missing. */
function mendRow(
  { above, centre, below }: WindowRows,
  cols: number,
  kernel: RowKernel,
  out: Float64Array,
): void {
  const lines = [above, centre, below];
  const mended = lines.map(() => new Float64Array(3));
  const value = new Float64Array(1);
  for (let x = 0; x < cols; x++) {
    const height = centre[x + 1];
    if (Number.isNaN(height)) continue;
    let missing = 0;
    for (let line = 0; line < 3; line++) {
      for (let k = 0; k < 3; k++) {
        const z = lines[line][x + k];
        if (Number.isNaN(z)) missing++;
        mended[line][k] = Number.isNaN(z) ? height : z;
      }
    }
    if (missing === 0) continue;
    kernel(mended[0], mended[1], mended[2], 1, value);
    out[x] = value[0];
  }
}
