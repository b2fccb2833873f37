/** Side of the window of {@link reliefRange} where none is stated, cells: 330 m at 30 m. */
export const RELIEF_WINDOW = 11;

/**
 * Relief (local height range): highest minus lowest value in a square window around every cell. The work does not grow
 * with the window: extremes are found along columns, then along rows, by van Herk's running maxima.
 *
 * The window is cut at the border, and cells without data are passed over.
 *
 * @param values heights, row-major, north row first; NaN is no data.
 * @param window side of the window in cells, odd.
 * @param firstRow, rowCount rows to compute; the others are only looked at.
 * @returns same unit as the heights, `rowCount * cols` values; NaN where the centre has no data.
 *
 * Source: window extremes after van Herk 1992, Pattern Recognition Letters 13, 517-521.
 */
export function reliefRange(
  { cols, rows, values }: { readonly cols: number; readonly rows: number; readonly values: Float32Array },
  window: number = RELIEF_WINDOW,
  firstRow = 0,
  rowCount: number = rows - firstRow,
): Float32Array {
  if (!(window >= 1) || window % 2 === 0)
    throw new RangeError(`A window has an odd number of cells, not ${window}`);
  const half = (window - 1) / 2;
  const [high, low] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const tops = extremesAlongColumns(values, cols, rows, half, firstRow, rowCount, high, Math.max);
  const bottoms = extremesAlongColumns(values, cols, rows, half, firstRow, rowCount, low, Math.min);
  const range = new Float32Array(rowCount * cols);
  const top = new RunningExtreme(cols, half, high, Math.max);
  const bottom = new RunningExtreme(cols, half, low, Math.min);
  for (let row = 0; row < rowCount; row++) {
    const at = row * cols;
    const highest = top.of(tops.subarray(at, at + cols));
    const lowest = bottom.of(bottoms.subarray(at, at + cols));
    const centre = (firstRow + row) * cols;
    for (let x = 0; x < cols; x++)
      range[at + x] = Number.isNaN(values[centre + x]) ? Number.NaN : highest[x] - lowest[x];
  }
  return range;
}

type Pick = (a: number, b: number) => number;

/** Extremes over `half` rows above and below each of the rows asked for; `none` where a column has no data there. */
function extremesAlongColumns(
  values: Float32Array,
  cols: number,
  rows: number,
  half: number,
  firstRow: number,
  rowCount: number,
  none: number,
  pick: Pick,
): Float64Array {
  const out = new Float64Array(rowCount * cols);
  const from = Math.max(0, firstRow - half);
  const to = Math.min(rows, firstRow + rowCount + half);
  const running = new RunningExtreme(to - from, half, none, pick);
  const column = new Float64Array(to - from);
  for (let x = 0; x < cols; x++) {
    for (let row = from; row < to; row++) {
      const value = values[row * cols + x];
      column[row - from] = Number.isNaN(value) ? none : value;
    }
    const extremes = running.of(column);
    for (let row = 0; row < rowCount; row++) out[row * cols + x] = extremes[firstRow - from + row];
  }
  return out;
}

/** Extremes in a window that slides along a line: three comparisons per cell, whatever its length. */
class RunningExtreme {
  private readonly padded: Float64Array;
  private readonly ahead: Float64Array;
  private readonly behind: Float64Array;
  private readonly result: Float64Array;

  constructor(
    private readonly length: number,
    private readonly half: number,
    none: number,
    private readonly pick: Pick,
  ) {
    const window = 2 * half + 1;
    const size = Math.ceil((length + 2 * half) / window) * window;
    this.padded = new Float64Array(size).fill(none);
    this.ahead = new Float64Array(size);
    this.behind = new Float64Array(size);
    this.result = new Float64Array(length);
  }

  /** One extreme per value of the line; the array is used again by the next call. */
  of(line: Float64Array): Float64Array {
    const { padded, ahead, behind, result, length, half, pick } = this;
    const window = 2 * half + 1;
    padded.set(line, half);
    for (let i = 0; i < padded.length; i++)
      ahead[i] = i % window === 0 ? padded[i] : pick(ahead[i - 1], padded[i]);
    for (let i = padded.length - 1; i >= 0; i--)
      behind[i] = i % window === window - 1 ? padded[i] : pick(behind[i + 1], padded[i]);
    for (let i = 0; i < length; i++) result[i] = pick(behind[i], ahead[i + window - 1]);
    return result;
  }
}
