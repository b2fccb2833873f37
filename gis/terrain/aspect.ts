import { type GradientConverter, visitGradientRows } from "./gradient.ts";
import type { ElevationGrid, TerrainOptions } from "./window-rows.ts";

const DEGREES = 180 / Math.PI;

/**
 * Direction in which every cell falls: azimuth clockwise from grid north.
 *
 * @param dem metres, row-major, north row first; NaN is no data; square cells of a projected CRS.
 * @returns degrees in [0, 360), same shape; NaN is no data or flat.
 *
 * Source: Horn 1981, Proc. IEEE 69(1), 14-47; equals gdaldem aspect to float32.
 */
export function aspectDegrees(dem: ElevationGrid, options: TerrainOptions = {}): Float32Array {
  const aspect = new Float32Array(dem.rows * dem.cols);
  visitGradientRows(dem, options, (offset, east, south) => aspectRow(east, south, aspect, offset));
  return aspect;
}

/** Aspect of a row from its gradient. */
export const aspectRow: GradientConverter<Float32Array> = (east, south, out, offset) => {
  for (let x = 0; x < east.length; x++) out[offset + x] = azimuthOfFall(east[x], south[x]);
};

function azimuthOfFall(east: number, south: number): number {
  if (east === 0 && south === 0) return Number.NaN;
  const angle = Math.atan2(south, -east) * DEGREES;
  // Rounded first: an azimuth just below 360 becomes 360 in float32, which is north and written 0.
  const azimuth = Math.fround(angle <= 90 ? 90 - angle : 450 - angle);
  return azimuth >= 360 ? 0 : azimuth;
}
