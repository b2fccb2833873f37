import { type ElevationGrid, type TerrainOptions, visitGradients } from "./horn.ts";

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
  const aspect = new Float32Array(dem.rows * dem.cols).fill(Number.NaN);
  visitGradients(dem, options, (cell, dzdx, dzdy) => {
    if (dzdx === 0 && dzdy === 0) return;
    const angle = Math.atan2(dzdy, -dzdx) * DEGREES;
    const azimuth = angle <= 90 ? 90 - angle : 450 - angle;
    // Rounded first: an azimuth just below 360 becomes 360 in float32, which is north and written 0.
    const rounded = Math.fround(azimuth);
    aspect[cell] = rounded >= 360 ? 0 : rounded;
  });
  return aspect;
}
