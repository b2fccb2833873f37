import { type GradientConverter, visitGradientRows } from "./gradient.ts";
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
  const convert = slopeRow(dem.cellSizeM);
  visitGradientRows(dem, options, (offset, east, south) => convert(east, south, slope, offset));
  return slope;
}

/** Slope of a row from its gradient. */
export function slopeRow(cellSizeM: number): GradientConverter<Float32Array> {
  const perMetre = 1 / (8 * cellSizeM);
  return (east, south, out, offset) => {
    for (let x = 0; x < east.length; x++) {
      const rise = Math.sqrt(east[x] * east[x] + south[x] * south[x]) * perMetre;
      out[offset + x] = Math.atan(rise) * DEGREES;
    }
  };
}
