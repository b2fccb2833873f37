import { accumulateDownstream, routeFlow } from "../core/flow.ts";
import type { Lattice } from "../core/lattice.ts";
import { smoothstep } from "../core/numeric.ts";
import { blur } from "../core/raster-filters.ts";
import type { Channels } from "./landform.ts";

interface ChannelRule {
  /** Upstream area above which a stream stays at the surface whatever the rock, km2. */
  readonly anyRockKm2: number;
  /** The same counting clastic ground only. */
  readonly clasticKm2: number;
  readonly widthCells: number;
  readonly fullAt: number;
}

/**
 * Valleys of streams that come from clastic ground or from large catchments. No cone may stand in them: it would dam
 * the shale valleys, which are too large to fill.
 *
 * @returns the channels, and 0-1 how much a cell belongs to such a valley.
 */
export function findSurfaceValleys(
  elevation: Float64Array,
  lattice: Lattice,
  clastic: Float64Array,
  rule: ChannelRule,
): { channels: Channels; valley: Float64Array } {
  const routing = routeFlow(elevation, lattice);
  const upstreamCells = accumulateDownstream(routing);
  const clasticUpstream = accumulateDownstream(routing, clastic);
  const cellKm2 = (lattice.cellM * lattice.cellM) / 1e6;
  const channel = upstreamCells.map((cells, cell) =>
    cells * cellKm2 > rule.anyRockKm2 || clasticUpstream[cell] * cellKm2 > rule.clasticKm2 ? 1 : 0,
  );
  const valley = blur(channel, lattice, rule.widthCells).map((share) => smoothstep(0.02, rule.fullAt, share));
  return { channels: { receiver: routing.receiver, upstreamCells }, valley };
}
