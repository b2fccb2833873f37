import type { Lattice } from "../core/lattice.ts";
import type { Channels } from "../landform/landform.ts";
import { easeDown, lowerFlankOfDiagonal } from "./dress-depressions.ts";

const TRUNK_HALF_M = 30;
const MAX_CUT_M = 25;

/** Keeps streams with more than a given catchment falling towards the river, in place. */
export function carveChannels(
  elevation: Float64Array,
  { cols, cellM }: Lattice,
  { receiver, upstreamCells }: Channels,
  toTrunkM: Float64Array,
  minAreaKm2: number,
): void {
  const stream: number[] = [];
  upstreamCells.forEach((cells, cell) => {
    if ((cells * cellM * cellM) / 1e6 > minAreaKm2 && toTrunkM[cell] > TRUNK_HALF_M) stream.push(cell);
  });
  stream.sort((a, b) => upstreamCells[a] - upstreamCells[b]);
  const isSide = (cell: number) => toTrunkM[cell] > TRUNK_HALF_M;
  for (const cell of stream) {
    const next = receiver[cell];
    if (next < 0) continue;
    if (isSide(next) && elevation[next] > elevation[cell] - 0.2) {
      elevation[next] = Math.max(elevation[cell] - 0.3, elevation[next] - MAX_CUT_M);
    }
    if (isSide(next)) lowerFlankOfDiagonal(elevation, cols, cell, next, elevation[next] + 0.6);
    const flanks = [next - 1, next + 1, next - cols, next + cols].filter(isSide);
    easeDown(elevation, flanks, elevation[next] + 9, 0.6);
  }
}
