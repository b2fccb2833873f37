import { type ElevationGrid, type RowKernel, type TerrainOptions, visitWindowRows } from "./window-rows.ts";

export interface RuggednessOptions extends TerrainOptions {
  /** `riley`: root of the summed squares of the eight differences. `wilson`: their mean magnitude. */
  readonly method?: "riley" | "wilson";
}

/**
 * Terrain ruggedness index: how much the neighbours of a cell differ from it in height.
 *
 * @param dem metres, row-major, north row first; NaN is no data; square cells of a projected CRS.
 * @returns metres, same shape; NaN is no data.
 *
 * Source: Riley, DeGloria and Elliot 1999; Wilson et al. 2007, Marine Geodesy 30, 3-35; equals gdaldem TRI to float32.
 */
export function ruggedness(
  dem: ElevationGrid,
  { method = "riley", ...options }: RuggednessOptions = {},
): Float32Array {
  return computeWindowRaster(dem, options, method === "riley" ? riley : wilson);
}

/**
 * Topographic position index: height of a cell over the mean of its eight neighbours.
 *
 * @returns metres, negative in hollows; NaN is no data.
 *
 * Source: Weiss 2001; equals gdaldem TPI to float32.
 */
export function topographicPosition(dem: ElevationGrid, options: TerrainOptions = {}): Float32Array {
  return computeWindowRaster(dem, options, position);
}

/**
 * Largest difference in height within the 3x3 window of a cell.
 *
 * @returns metres; NaN is no data.
 *
 * Source: Wilson et al. 2007, Marine Geodesy 30, 3-35; equals gdaldem roughness to float32.
 */
export function roughness(dem: ElevationGrid, options: TerrainOptions = {}): Float32Array {
  return computeWindowRaster(dem, options, heightRange);
}

function computeWindowRaster(dem: ElevationGrid, options: TerrainOptions, kernel: RowKernel): Float32Array {
  const raster = new Float32Array(dem.rows * dem.cols);
  visitWindowRows(dem, options, [kernel], (offset, [row]) => raster.set(row, offset));
  return raster;
}

export const riley: RowKernel = (above, centre, below, cols, out) => {
  for (let x = 0; x < cols; x++) {
    const e = centre[x + 1];
    const [a, b, c] = [above[x] - e, above[x + 1] - e, above[x + 2] - e];
    const [d, f] = [centre[x] - e, centre[x + 2] - e];
    const [g, h, i] = [below[x] - e, below[x + 1] - e, below[x + 2] - e];
    out[x] = Math.sqrt(a * a + b * b + c * c + d * d + f * f + g * g + h * h + i * i);
  }
};

export const wilson: RowKernel = (above, centre, below, cols, out) => {
  for (let x = 0; x < cols; x++) {
    const e = centre[x + 1];
    const sum =
      Math.abs(above[x] - e) +
      Math.abs(above[x + 1] - e) +
      Math.abs(above[x + 2] - e) +
      Math.abs(centre[x] - e) +
      Math.abs(centre[x + 2] - e) +
      Math.abs(below[x] - e) +
      Math.abs(below[x + 1] - e) +
      Math.abs(below[x + 2] - e);
    out[x] = sum / 8;
  }
};

export const position: RowKernel = (above, centre, below, cols, out) => {
  for (let x = 0; x < cols; x++) {
    const around =
      above[x] +
      above[x + 1] +
      above[x + 2] +
      centre[x] +
      centre[x + 2] +
      below[x] +
      below[x + 1] +
      below[x + 2];
    out[x] = centre[x + 1] - around / 8;
  }
};

export const heightRange: RowKernel = (above, centre, below, cols, out) => {
  for (let x = 0; x < cols; x++) {
    // Math.max and Math.min give NaN as soon as one of their arguments is.
    const high = Math.max(
      Math.max(above[x], above[x + 1], above[x + 2]),
      Math.max(centre[x], centre[x + 1], centre[x + 2]),
      Math.max(below[x], below[x + 1], below[x + 2]),
    );
    const low = Math.min(
      Math.min(above[x], above[x + 1], above[x + 2]),
      Math.min(centre[x], centre[x + 1], centre[x + 2]),
      Math.min(below[x], below[x + 1], below[x + 2]),
    );
    out[x] = high - low;
  }
};
