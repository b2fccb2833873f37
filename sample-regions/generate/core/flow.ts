import {
  type Flood,
  floodDepressions,
  type GridShape,
  NEIGHBOUR_DISTANCE,
  NEIGHBOUR_DX,
  NEIGHBOUR_DY,
} from "#gis";
import type { Lattice } from "./lattice.ts";

/** Where water goes on a surface whose depressions overflow. */
interface Routing {
  readonly filled: Float64Array;
  /** Next cell downstream; -1 at outlets. */
  readonly receiver: Int32Array;
  /** Downstream before upstream. */
  readonly order: Int32Array;
}

interface JitterOptions {
  /** Share by which the fall towards each neighbour is varied, 0-1. */
  readonly jitter: number;
  readonly salt: number;
}

/**
 * Steepest descent where the filled surface falls, the flood's own path where it is flat. A jitter varies the fall
 * towards each neighbour by a hash with the mean left alone: plain D8 draws ruler-straight valleys.
 */
export function routeFlow(elevation: Float64Array, shape: GridShape, variation?: JitterOptions): Routing {
  const flood = floodDepressions(elevation, shape);
  return { filled: flood.filled, receiver: findReceivers(flood, shape, variation), order: flood.order };
}

function findReceivers(
  { filled, from, order }: Flood,
  { cols, rows }: GridShape,
  variation?: JitterOptions,
): Int32Array {
  const receiver = Int32Array.from(from);
  for (const cell of order) {
    if (from[cell] < 0) continue;
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    let steepest = 0;
    for (let d = 0; d < 8; d++) {
      const nx = x + NEIGHBOUR_DX[d];
      const ny = y + NEIGHBOUR_DY[d];
      if (nx < 0 || ny < 0 || nx >= cols || ny >= rows) continue;
      const next = ny * cols + nx;
      let fall = (filled[cell] - filled[next]) / NEIGHBOUR_DISTANCE[d];
      if (variation && fall > 0)
        fall *= 1 + variation.jitter * hashToUnit(cell * 8 + d + variation.salt * 7919);
      if (fall > steepest) {
        steepest = fall;
        receiver[cell] = next;
      }
    }
  }
  return receiver;
}

/** A number in [-1, 1) that depends on the key only. */
function hashToUnit(key: number): number {
  let hash = Math.imul(key, 0x9e3779b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2147483648 - 1;
}

/** Weight of every cell and all cells upstream of it; weight 1 each when none is given. */
export function accumulateDownstream({ receiver, order }: Routing, weight?: ArrayLike<number>): Float64Array {
  const total = weight ? Float64Array.from(weight) : new Float64Array(receiver.length).fill(1);
  for (let k = order.length - 1; k >= 0; k--) {
    const cell = order[k];
    if (receiver[cell] >= 0) total[receiver[cell]] += total[cell];
  }
  return total;
}

interface ErosionOptions {
  readonly steps: number;
  /** Detachment per step and cell. */
  readonly erodibility: ArrayLike<number>;
  /** Rise per step, m; none by default. */
  readonly upliftM?: number;
  /** Creep of hillslopes, m2 per step. */
  readonly diffusionM2: number;
  /** Cells that keep their height, such as a river that sets the base level. */
  readonly fixed?: ArrayLike<number>;
}

/**
 * Lowers a surface in place by stream-power incision and hillslope creep, one unit of time a step.
 *
 * Source: Braun and Willett 2013, Geomorphology 180-181, 170-179 (implicit, slope exponent 1).
 */
export function erodeByStreams(
  elevation: Float64Array,
  lattice: Lattice,
  options: ErosionOptions,
): Float64Array {
  for (let step = 0; step < options.steps; step++) {
    incise(elevation, lattice, options, step);
    creep(elevation, lattice, options);
  }
  return elevation;
}

const AREA_EXPONENT = 0.45;

function incise(
  elevation: Float64Array,
  lattice: Lattice,
  { erodibility, upliftM = 0, fixed }: ErosionOptions,
  step: number,
): void {
  const { cols, cellM } = lattice;
  const routing = routeFlow(elevation, lattice, { jitter: 0.45, salt: step + 1 });
  const upstreamCells = accumulateDownstream(routing);
  for (const cell of routing.order) {
    const next = routing.receiver[cell];
    if (next < 0 || fixed?.[cell]) continue;
    const isStraight = Math.abs(cell - next) === 1 || Math.abs(cell - next) === cols;
    const lengthM = cellM * (isStraight ? 1 : Math.SQRT2);
    const power = (erodibility[cell] * (upstreamCells[cell] * cellM * cellM) ** AREA_EXPONENT) / lengthM;
    const raised = elevation[cell] + upliftM;
    const base = Math.min(elevation[next], routing.filled[next]);
    elevation[cell] = raised > base ? (raised + power * base) / (1 + power) : raised;
  }
}

function creep(
  elevation: Float64Array,
  { cols, rows, cellM }: Lattice,
  { diffusionM2, fixed }: ErosionOptions,
): void {
  const rate = Math.min(0.2, diffusionM2 / (cellM * cellM)); // above 0.25 the explicit step is unstable
  const before = Float64Array.from(elevation);
  for (let y = 1; y < rows - 1; y++) {
    for (let x = 1; x < cols - 1; x++) {
      const cell = y * cols + x;
      if (fixed?.[cell]) continue;
      elevation[cell] +=
        rate *
        (before[cell - 1] + before[cell + 1] + before[cell - cols] + before[cell + cols] - 4 * before[cell]);
    }
  }
}
