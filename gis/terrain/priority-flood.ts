import { MinHeap } from "./min-heap.ts";
import { type GridShape, NEIGHBOUR_DX, NEIGHBOUR_DY } from "./neighbours.ts";

/** What a flood from the outlets inward leaves behind. */
export interface Flood {
  /** Lowest water level at which each cell drains, m; NaN where the elevation is NaN. */
  readonly filled: Float64Array;
  /** Cell the flood came from, that is the next cell downstream; -1 at outlets and beside nothing. */
  readonly from: Int32Array;
  /** Cells in the order they were reached: downstream before upstream. */
  readonly order: Int32Array;
}

export interface FloodOptions {
  /** Cells that drain freely; by default the rim of the grid and every cell beside no data. */
  readonly outlets?: Iterable<number> | undefined;
  /** Least rise per step upstream, m; above 0 flats get a fall that D8 can follow. */
  readonly stepM?: number;
}

/**
 * Fills closed depressions to their spill level.
 *
 * @param elevation metres, row-major, north row first; NaN is no data and counts as outside.
 * @returns filled surface, flood tree and flood order, same shape as the elevation.
 *
 * Source: Barnes, Lehman and Mulla 2014, Computers & Geosciences 62, 117-127.
 */
export function floodDepressions(
  elevation: ArrayLike<number>,
  shape: GridShape,
  options: FloodOptions = {},
): Flood {
  const { cols, rows } = shape;
  const { stepM = 0 } = options;
  const filled = Float64Array.from(elevation);
  const from = new Int32Array(filled.length).fill(-1);
  const order = new Int32Array(filled.length);
  const reached = new Uint8Array(filled.length);
  const front = new MinHeap(filled.length >> 1);
  for (const cell of options.outlets ?? freeOutlets(filled, shape)) {
    front.push(filled[cell], cell);
    reached[cell] = 1;
  }
  let count = 0;
  while (front.size > 0) {
    const cell = front.pop();
    order[count++] = cell;
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    for (let d = 0; d < 8; d++) {
      const nx = x + NEIGHBOUR_DX[d];
      const ny = y + NEIGHBOUR_DY[d];
      if (nx < 0 || ny < 0 || nx >= cols || ny >= rows) continue;
      const next = ny * cols + nx;
      if (reached[next] || Number.isNaN(filled[next])) continue;
      reached[next] = 1;
      from[next] = cell;
      if (filled[next] < filled[cell] + stepM) filled[next] = filled[cell] + stepM;
      front.push(filled[next], next);
    }
  }
  return { filled, from, order: order.subarray(0, count) };
}

export interface DepressionRule {
  /** Depressions shallower than this are artefacts of the elevation model, m. */
  readonly minDepthM?: number;
  /** Depressions of fewer cells than this are artefacts. */
  readonly minCells?: number;
  /** Fall given to filled flats, m per cell. */
  readonly stepM?: number;
  /** 1 where a sinkhole is known: the depression around it is real, however small. */
  readonly sinkholes?: Uint8Array | undefined;
}

/**
 * Fills only the depressions that are artefacts. On karst a closed depression is real and ends the flow, so those
 * that are deep and wide enough stay as they are.
 *
 * @param elevation metres, row-major, north row first; NaN is no data.
 * @returns elevation with the artefacts filled, same shape.
 */
export function fillArtefactDepressions(
  elevation: ArrayLike<number>,
  shape: GridShape,
  rule: DepressionRule = {},
): Float64Array {
  return judgeDepressions(elevation, shape, rule).surface;
}

/**
 * The surface with its artefacts filled, and the cells of the depressions that are real.
 *
 * @returns `isReal` is 1 in depressions that stay.
 */
export function judgeDepressions(
  elevation: ArrayLike<number>,
  shape: GridShape,
  { minDepthM = 3, minCells = 5, stepM = 1e-5, sinkholes }: DepressionRule = {},
): { readonly surface: Float64Array; readonly isReal: Uint8Array } {
  const level = floodDepressions(elevation, shape).filled;
  const sloped = floodDepressions(elevation, shape, { stepM }).filled;
  const surface = Float64Array.from(elevation);
  const isReal = new Uint8Array(level.length);
  const seen = new Uint8Array(level.length);
  for (let start = 0; start < level.length; start++) {
    if (seen[start] || !(level[start] > elevation[start])) continue;
    const cells = collectDepression(start, elevation, level, shape, seen);
    const depthM = cells.reduce((deepest, cell) => Math.max(deepest, level[cell] - elevation[cell]), 0);
    const isKarst =
      (depthM >= minDepthM && cells.length >= minCells) || cells.some((cell) => sinkholes?.[cell] === 1);
    for (const cell of cells) {
      if (isKarst) isReal[cell] = 1;
      else surface[cell] = sloped[cell];
    }
  }
  return { surface, isReal };
}

function collectDepression(
  start: number,
  elevation: ArrayLike<number>,
  level: Float64Array,
  { cols, rows }: GridShape,
  seen: Uint8Array,
): number[] {
  const cells = [start];
  seen[start] = 1;
  for (let k = 0; k < cells.length; k++) {
    const x = cells[k] % cols;
    const y = Math.floor(cells[k] / cols);
    for (let d = 0; d < 8; d++) {
      const nx = x + NEIGHBOUR_DX[d];
      const ny = y + NEIGHBOUR_DY[d];
      if (nx < 0 || ny < 0 || nx >= cols || ny >= rows) continue;
      const next = ny * cols + nx;
      if (seen[next] || !(level[next] > elevation[next])) continue;
      seen[next] = 1;
      cells.push(next);
    }
  }
  return cells;
}

function* freeOutlets(elevation: Float64Array, { cols, rows }: GridShape): Iterable<number> {
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < cols; x++) {
      const cell = y * cols + x;
      if (Number.isNaN(elevation[cell])) continue;
      const onRim = x === 0 || y === 0 || x === cols - 1 || y === rows - 1;
      if (onRim || hasMissingNeighbour(elevation, cell, cols)) yield cell;
    }
  }
}

function hasMissingNeighbour(elevation: Float64Array, cell: number, cols: number): boolean {
  for (let d = 0; d < 8; d++) {
    if (Number.isNaN(elevation[cell + NEIGHBOUR_DY[d] * cols + NEIGHBOUR_DX[d]])) return true;
  }
  return false;
}
