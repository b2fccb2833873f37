import type { Extent } from "#gis";
import type { PointerPlace } from "../state/view-store.ts";
import type { GroundLookup } from "../workers/views.ts";

/**
 * Metres of the region's CRS and the height at a point in degrees, by the lattice that came with the region. The height
 * is NaN outside the region.
 */
export function lookUpGround(
  ground: GroundLookup,
  [west, south, east, north]: Extent,
  lon: number,
  lat: number,
): PointerPlace {
  const last = ground.size - 1;
  const u = ((lon - west) / (east - west)) * last;
  const v = ((lat - south) / (north - south)) * last;
  const i = Math.min(last - 1, Math.max(0, Math.floor(u)));
  const j = Math.min(last - 1, Math.max(0, Math.floor(v)));
  const mix = (axis: 0 | 1) => {
    const at = (di: number, dj: number) => ground.positions[((j + dj) * ground.size + i + di) * 2 + axis];
    const lower = at(0, 0) + (at(1, 0) - at(0, 0)) * (u - i);
    const upper = at(0, 1) + (at(1, 1) - at(0, 1)) * (u - i);
    return lower + (upper - lower) * (v - j);
  };
  const [easting, northing] = [mix(0), mix(1)];
  const col = Math.floor((easting - ground.originX) / ground.cellSizeM);
  const row = Math.floor((ground.originY - northing) / ground.cellSizeM);
  const inside = col >= 0 && row >= 0 && col < ground.cols && row < ground.rows;
  return { easting, northing, elevationM: inside ? ground.elevationM[row * ground.cols + col] : Number.NaN };
}
