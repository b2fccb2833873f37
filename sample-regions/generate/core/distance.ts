import { type GridShape, MinHeap, NEIGHBOUR_DISTANCE, NEIGHBOUR_DX, NEIGHBOUR_DY } from "#gis";
import type { Lattice } from "./lattice.ts";

const FAR = 1e12;

/**
 * Distance of every cell centre to the nearest cell of a mask, m.
 *
 * Source: Felzenszwalb and Huttenlocher 2012, Theory of Computing 8, 415-428.
 */
export function distanceToMask(mask: ArrayLike<number>, { cols, rows, cellM }: Lattice): Float64Array {
  const squared = Float64Array.from(mask, (value) => (value ? 0 : FAR));
  for (let x = 0; x < cols; x++) transformLine(squared, x, cols, rows);
  for (let y = 0; y < rows; y++) transformLine(squared, y * cols, 1, cols);
  return squared.map((value) => Math.sqrt(value) * cellM);
}

/** One-dimensional transform: the lower envelope of a parabola on every cell of the line. */
function transformLine(field: Float64Array, start: number, stride: number, length: number): void {
  const line = Float64Array.from({ length }, (_, k) => field[start + k * stride]);
  const apex = new Int32Array(length);
  const border = new Float64Array(length + 1);
  border[0] = -FAR;
  border[1] = FAR;
  const crossing = (q: number, p: number) => (line[q] + q * q - (line[p] + p * p)) / (2 * q - 2 * p);
  let last = 0;
  for (let q = 1; q < length; q++) {
    let at = crossing(q, apex[last]);
    while (at <= border[last] && last > 0) at = crossing(q, apex[--last]);
    if (at <= border[last]) {
      apex[last] = q;
      border[last] = -FAR;
    } else {
      apex[++last] = q;
      border[last] = at;
    }
    border[last + 1] = FAR;
  }
  let k = 0;
  for (let q = 0; q < length; q++) {
    while (border[k + 1] < q) k++;
    field[start + q * stride] = (q - apex[k]) ** 2 + line[apex[k]];
  }
}

interface CostField {
  /** Least cost from the nearest source; Infinity where none reaches. */
  readonly cost: Float64Array;
  /** Next cell on the way back to the source; -1 at sources. */
  readonly parent: Int32Array;
}

/**
 * Least accumulated cost from the sources over eight neighbours; a step costs the mean of its two cells times its
 * length in cells.
 *
 * @param costPerCell cost of crossing a cell; Infinity blocks it.
 * @param startCost cost with which every source begins.
 */
export function spreadCost(
  sources: Iterable<number>,
  costPerCell: ArrayLike<number>,
  { cols, rows }: GridShape,
  startCost = 0,
): CostField {
  const cost = new Float64Array(cols * rows).fill(Infinity);
  const parent = new Int32Array(cols * rows).fill(-1);
  const front = new MinHeap(4096);
  for (const cell of sources) {
    cost[cell] = startCost;
    front.push(startCost, cell);
  }
  while (front.size > 0) {
    const reached = front.minKey;
    const cell = front.pop();
    if (reached > cost[cell]) continue;
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    for (let d = 0; d < 8; d++) {
      const nx = x + NEIGHBOUR_DX[d];
      const ny = y + NEIGHBOUR_DY[d];
      if (nx < 0 || ny < 0 || nx >= cols || ny >= rows) continue;
      const next = ny * cols + nx;
      const through = reached + 0.5 * (costPerCell[cell] + costPerCell[next]) * NEIGHBOUR_DISTANCE[d];
      if (through >= cost[next]) continue;
      cost[next] = through;
      parent[next] = cell;
      front.push(through, next);
    }
  }
  return { cost, parent };
}
