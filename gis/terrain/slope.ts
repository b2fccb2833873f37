import { visitGradientRows } from "./gradient.ts";
import type { ElevationGrid, TerrainOptions } from "./window-rows.ts";

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
  const slope = new Float32Array(dem.rows * dem.cols);
  const perMetre = 1 / (8 * dem.cellSizeM);
  visitGradientRows(dem, options, (offset, east, south) => {
    for (let x = 0; x < east.length; x++) {
      const rise = Math.sqrt(east[x] * east[x] + south[x] * south[x]) * perMetre;
      slope[offset + x] = Math.atan(rise) * DEGREES;
    }
  });
  return slope;
}
