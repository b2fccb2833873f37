/** Elevation to work on: metres, row-major, north row first, NaN is no data; square cells in a projected CRS. */
export interface ElevationGrid {
  readonly cols: number;
  readonly rows: number;
  readonly cellSizeM: number;
  readonly values: ArrayLike<number>;
}

export interface TerrainOptions {
  /**
   * False: the outermost ring and every cell beside no data are no data. True: missing outer rows and columns are
   * extrapolated linearly, missing neighbours take the height of the centre (gdaldem's `-compute_edges`).
   */
  readonly computeEdges?: boolean;
}

/** Rise of the surface per metre towards the east (`dzdx`) and towards the south (`dzdy`). */
export type GradientVisitor = (cell: number, dzdx: number, dzdy: number) => void;

/**
 * Calls `visit` with the gradient of every cell that has one, by Horn's 3x3 weights:
 * `a b c / d e f / g h i`, `dz/dx = ((c + 2f + i) - (a + 2d + g)) / 8D`, `dz/dy = ((g + 2h + i) - (a + 2b + c)) / 8D`.
 * Cells left out are no data. A grid with fewer than two rows or columns has no gradient.
 *
 * Source: Horn 1981, Proc. IEEE 69(1), 14-47; the rules for borders follow gdaldem.
 */
export function visitGradients(dem: ElevationGrid, options: TerrainOptions, visit: GradientVisitor): void {
  const { cols, rows } = dem;
  if (cols < 2 || rows < 2) return;
  const window = new Float64Array(9);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const onBorder = row === 0 || col === 0 || row === rows - 1 || col === cols - 1;
      if (onBorder && !options.computeEdges) continue;
      const read = onBorder ? readBorderWindow : readInnerWindow;
      if (!read(dem, row, col, window)) continue;
      if (!settleNoData(window, options.computeEdges === true)) continue;
      const [a, b, c, d, , f, g, h, i] = window;
      const scale = 8 * dem.cellSizeM;
      visit(
        row * cols + col,
        (c + 2 * f + i - (a + 2 * d + g)) / scale,
        (g + 2 * h + i - (a + 2 * b + c)) / scale,
      );
    }
  }
}

function readInnerWindow(dem: ElevationGrid, row: number, col: number, window: Float64Array): boolean {
  const { cols, values } = dem;
  const cell = row * cols + col;
  if (Number.isNaN(values[cell])) return false;
  for (let k = 0; k < 9; k++) {
    window[k] = values[cell + (Math.trunc(k / 3) - 1) * cols + (k % 3) - 1];
  }
  return true;
}

/**
 * The window of a border cell. On the top and bottom row the column index is clamped before the missing row is
 * extrapolated (`2 z_edge - z_inner`); on the left and right column the missing column is. Where the extrapolation
 * meets no data the centre stands in.
 */
function readBorderWindow(dem: ElevationGrid, row: number, col: number, window: Float64Array): boolean {
  const { cols, rows, values } = dem;
  const centre = values[row * cols + col];
  if (Number.isNaN(centre)) return false;
  const at = (r: number, c: number) => values[r * cols + c];
  const orCentre = (z: number) => (Number.isNaN(z) ? centre : z);
  for (let k = 0; k < 9; k++) {
    const r = row + Math.trunc(k / 3) - 1;
    const c = col + (k % 3) - 1;
    if (row === 0 || row === rows - 1) {
      const clamped = Math.min(Math.max(c, 0), cols - 1);
      const missing = r < 0 || r >= rows;
      window[k] = missing
        ? orCentre(2 * at(row, clamped) - at(row === 0 ? 1 : rows - 2, clamped))
        : orCentre(at(r, clamped));
    } else {
      const missing = c < 0 || c >= cols;
      window[k] = missing ? orCentre(2 * at(r, col) - at(r, col === 0 ? 1 : cols - 2)) : orCentre(at(r, c));
    }
  }
  return true;
}

/** Puts the centre in place of missing neighbours when edges are computed; false where the cell is no data. */
function settleNoData(window: Float64Array, computeEdges: boolean): boolean {
  for (let k = 0; k < 9; k++) {
    if (!Number.isNaN(window[k])) continue;
    if (!computeEdges) return false;
    window[k] = window[4];
  }
  return true;
}
