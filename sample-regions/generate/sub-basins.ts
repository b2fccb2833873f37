import { accumulateDownstream, routeFlow } from "./core/flow.ts";
import type { Lattice } from "./core/lattice.ts";
import { labelComponents } from "./core/raster-filters.ts";
import { mergeSmall } from "./units/merge-small.ts";

/** A tributary starts a basin of its own from this multiple of the least size. */
const TRIBUTARY_FACTOR = 1.15;

/** Sub-basin of every cell of the study area, from 1; 0 outside. */
export function divideSubBasins(
  elevation: Float64Array,
  lattice: Lattice,
  inside: Uint8Array,
  minKm2: number,
): Int32Array {
  const routing = routeFlow(elevation, lattice, { jitter: 0.2, salt: 5 });
  const upstreamCells = accumulateDownstream(routing);
  const minCells = (minKm2 * 1e6) / lattice.cellM ** 2;
  const tributaryCells = minCells * TRIBUTARY_FACTOR;
  const basin = new Int32Array(elevation.length);
  let count = 0;
  // Downstream before upstream: a cell takes the basin below it unless a tributary joins there.
  for (const cell of routing.order) {
    const next = routing.receiver[cell];
    if (next < 0) continue;
    const joins =
      upstreamCells[cell] > tributaryCells &&
      (basin[next] === 0 || upstreamCells[next] - upstreamCells[cell] > tributaryCells);
    basin[cell] = joins ? ++count : basin[next];
  }
  const withLeftovers = basin.map((k, cell) => (inside[cell] ? k || count + 1 : 0));
  const { label, count: pieces } = labelComponents(withLeftovers, lattice);
  mergeSmall(label, lattice, pieces, { minCells, maxCells: Infinity });
  return label;
}
