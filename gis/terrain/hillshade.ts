import { type GradientConverter, visitGradientRows } from "./gradient.ts";
import type { ElevationGrid, TerrainOptions } from "./window-rows.ts";

const RADIANS = Math.PI / 180;

export interface HillshadeOptions extends TerrainOptions {
  /** Where the light comes from, degrees clockwise from north. */
  readonly azimuthDeg?: number;
  /** Height of the light over the horizon, degrees. */
  readonly altitudeDeg?: number;
  /** Vertical exaggeration. */
  readonly zFactor?: number;
}

/**
 * Light on a bare surface, for drawing.
 *
 * @param dem metres, row-major, north row first; NaN is no data; square cells of a projected CRS.
 * @returns grey 1-255, same shape; 0 is no data; flat ground under the default light is 181.
 *
 * Source: Horn 1981, Proc. IEEE 69(1), 14-47; equals gdaldem hillshade.
 */
export function hillshade(dem: ElevationGrid, options: HillshadeOptions = {}): Uint8Array {
  const grey = new Uint8Array(dem.rows * dem.cols);
  const convert = hillshadeRow(dem.cellSizeM, options);
  visitGradientRows(dem, options, (offset, east, south) => convert(east, south, grey, offset));
  return grey;
}

/** Light on a row from its gradient. */
export function hillshadeRow(
  cellSizeM: number,
  options: HillshadeOptions = {},
): GradientConverter<Uint8Array> {
  const { azimuthDeg = 315, altitudeDeg = 45, zFactor = 1 } = options;
  const steepness = zFactor / (8 * cellSizeM);
  const sinAltitude = Math.sin(altitudeDeg * RADIANS);
  const cosAltitude = Math.cos(altitudeDeg * RADIANS);
  const sinAzimuth = Math.sin(azimuthDeg * RADIANS);
  const cosAzimuth = Math.cos(azimuthDeg * RADIANS);
  return (east, south, out, offset) => {
    for (let x = 0; x < east.length; x++) {
      const gx = east[x] * steepness;
      const gy = south[x] * steepness;
      const light =
        (sinAltitude + cosAltitude * (gy * cosAzimuth - gx * sinAzimuth)) / Math.sqrt(1 + gx * gx + gy * gy);
      // Storing a number in bytes cuts its fraction off and turns NaN into 0, the value of no data.
      out[offset + x] = 1 + 254 * Math.max(light, 0) + 0.5;
    }
  };
}
