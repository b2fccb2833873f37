import { MinHeap } from "./terrain/min-heap.ts";
import { type GridShape, NEIGHBOUR_DISTANCE, NEIGHBOUR_DX, NEIGHBOUR_DY } from "./terrain/neighbours.ts";

/** Least cost from the nearest source to every cell. */
export interface CostDistance {
  /** Row-major; Infinity where no way leads or the limit ends it. */
  readonly cost: Float64Array;
  /** Entries taken from the queue: the work done. */
  readonly taken: number;
}

export interface CostDistanceOptions {
  /** Ways dearer than this are not followed. */
  readonly limit?: number;
  /**
   * Cost of the step from a cell to its neighbour where the direction matters; absent: the mean friction of the two cells
   * times the distance. Infinity closes the step.
   */
  readonly stepCost?: (from: number, to: number, distanceM: number) => number;
}

/**
 * Least-cost distance over a grid: Dijkstra over eight neighbours with a binary heap. Ways lead from the sources outwards.
 *
 * @param friction cost per metre of each cell, above 0; Infinity or NaN is a barrier that no way enters.
 * @param sources cells at cost 0; those on a barrier are left out.
 */
export function computeCostDistance(
  friction: ArrayLike<number>,
  { cols, rows, cellSizeM }: GridShape & { readonly cellSizeM: number },
  sources: Iterable<number>,
  { limit = Number.POSITIVE_INFINITY, stepCost }: CostDistanceOptions = {},
): CostDistance {
  const cost = new Float64Array(cols * rows).fill(Number.POSITIVE_INFINITY);
  const heap = new MinHeap();
  for (const cell of sources) {
    if (cost[cell] === 0 || !Number.isFinite(friction[cell])) continue;
    cost[cell] = 0;
    heap.push(0, cell);
  }
  let taken = 0;
  while (heap.size > 0) {
    const reached = heap.minKey;
    const cell = heap.pop();
    taken++;
    if (reached > cost[cell]) continue;
    const col = cell % cols;
    const row = (cell - col) / cols;
    for (let n = 0; n < 8; n++) {
      const toCol = col + NEIGHBOUR_DX[n];
      const toRow = row + NEIGHBOUR_DY[n];
      if (toCol < 0 || toRow < 0 || toCol >= cols || toRow >= rows) continue;
      const to = toRow * cols + toCol;
      if (!Number.isFinite(friction[to])) continue;
      const distanceM = cellSizeM * NEIGHBOUR_DISTANCE[n];
      const step = stepCost
        ? stepCost(cell, to, distanceM)
        : ((friction[cell] + friction[to]) / 2) * distanceM;
      const total = reached + step;
      if (total >= cost[to] || total > limit) continue;
      cost[to] = total;
      heap.push(total, to);
    }
  }
  return { cost, taken };
}
