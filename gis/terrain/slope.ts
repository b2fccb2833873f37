import { type ElevationGrid, type TerrainOptions, visitGradients } from "./horn.ts";

const DEGREES = 180 / Math.PI;

/**
 * Slope of every cell of an elevation grid, by Horn's 3x3 method.
 *
 * @param dem metres, row-major, north row first; NaN is no data; square cells of a projected CRS.
 * @returns degrees in [0, 90], same shape; NaN is no data.
 *
 * Source: Horn 1981, Proc. IEEE 69(1), 14-47; equals gdaldem slope to float32.
 */
export function slopeDegrees(dem: ElevationGrid, options: TerrainOptions = {}): Float32Array {
  const slope = new Float32Array(dem.rows * dem.cols).fill(Number.NaN);
  visitGradients(dem, options, (cell, dzdx, dzdy) => {
    slope[cell] = Math.atan(Math.hypot(dzdx, dzdy)) * DEGREES;
  });
  return slope;
}
