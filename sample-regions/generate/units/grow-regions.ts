import { type GridShape, MinHeap } from "#gis";
import { edgeNeighbours } from "../core/lattice.ts";

/**
 * Label of every cell: the seed (from 1) whose front reaches it first; 0 where none does. Fronts move by fast
 * marching, slower on costly cells, so borders settle on them and every region is edge-connected.
 *
 * @param ground code of each cell: 0 is outside, and a front never crosses from one code to another.
 *
 * Source: Sethian 1996, PNAS 93(4), 1591-1595.
 */
export function growRegions(
  seeds: readonly number[],
  cost: Float64Array,
  ground: ArrayLike<number>,
  shape: GridShape,
): Int32Array {
  const arrival = new Float64Array(cost.length).fill(Infinity);
  const label = new Int32Array(cost.length);
  const done = new Uint8Array(cost.length);
  const front = new MinHeap(1 << 16);
  seeds.forEach((cell, k) => {
    if (!ground[cell] || arrival[cell] === 0) return;
    arrival[cell] = 0;
    label[cell] = k + 1;
    front.push(0, cell);
  });
  while (front.size > 0) {
    const reached = front.minKey;
    const cell = front.pop();
    if (done[cell] || reached > arrival[cell]) continue;
    done[cell] = 1;
    for (const next of edgeNeighbours(shape, cell)) {
      if (next < 0 || done[next] || ground[next] !== ground[cell]) continue;
      const time = arrivalTime(next, arrival, done, cost[next], ground, shape);
      if (time >= arrival[next]) continue;
      arrival[next] = time;
      label[next] = label[cell];
      front.push(time, next);
    }
  }
  return label;
}

/** Upwind solution of |grad T| = cost from the neighbours the front has passed. */
function arrivalTime(
  cell: number,
  arrival: Float64Array,
  done: Uint8Array,
  cost: number,
  ground: ArrayLike<number>,
  shape: GridShape,
): number {
  const [west, east, north, south] = edgeNeighbours(shape, cell);
  const code = ground[cell];
  const across = Math.min(
    passedAt(west, arrival, done, ground, code),
    passedAt(east, arrival, done, ground, code),
  );
  const along = Math.min(
    passedAt(north, arrival, done, ground, code),
    passedAt(south, arrival, done, ground, code),
  );
  if (across === Infinity || along === Infinity || Math.abs(across - along) >= cost) {
    return Math.min(across, along) + cost;
  }
  return 0.5 * (across + along + Math.sqrt(2 * cost * cost - (across - along) ** 2));
}

function passedAt(
  cell: number,
  arrival: Float64Array,
  done: Uint8Array,
  ground: ArrayLike<number>,
  code: number,
): number {
  return cell >= 0 && done[cell] === 1 && ground[cell] === code ? arrival[cell] : Infinity;
}

/** Gives every pocket that no seed reached a label of its own, in place; returns the highest label. */
export function labelPockets(label: Int32Array, ground: ArrayLike<number>, shape: GridShape): number {
  let highest = 0;
  for (const k of label) highest = Math.max(highest, k);
  const stack: number[] = [];
  for (let start = 0; start < label.length; start++) {
    if (!ground[start] || label[start]) continue;
    label[start] = ++highest;
    stack.push(start);
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      for (const next of edgeNeighbours(shape, cell)) {
        if (next < 0 || label[next] || ground[next] !== ground[start]) continue;
        label[next] = highest;
        stack.push(next);
      }
    }
  }
  return highest;
}
