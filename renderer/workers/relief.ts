import type { Raster } from "#gis";

/** Three lights from the north-west, west and north, as printed relief maps use: `[strength, x, y, z]`. */
const LIGHTS = [
  [0.62, -0.5, 0.5, Math.SQRT1_2],
  [0.22, -Math.SQRT1_2, 0, Math.SQRT1_2],
  [0.16, 0, Math.SQRT1_2, Math.SQRT1_2],
] as const;

/** What level ground receives; subtracted, so that plains keep the colour of the land. */
const LEVEL_LIGHT = Math.SQRT1_2;

/**
 * Brightness of each cell against level ground, about -0.5 (in shade) to 0.3 (facing the light).
 *
 * @returns same shape as the elevation; NaN where there is no elevation. At the edge and beside no data the
 * one-sided difference is taken, so that the relief reaches the border.
 */
export function shadeRelief({ grid, values }: Raster): Float32Array {
  const { cols, rows, cellSizeM } = grid;
  const shade = new Float32Array(values.length).fill(Number.NaN);
  const at = (i: number, j: number, otherwise: number) => {
    if (i < 0 || j < 0 || i >= cols || j >= rows) return otherwise;
    const height = values[j * cols + i];
    return Number.isNaN(height) ? otherwise : height;
  };
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < cols; i++) {
      const height = values[j * cols + i];
      if (Number.isNaN(height)) continue;
      const eastward = (at(i + 1, j, height) - at(i - 1, j, height)) / (2 * cellSizeM);
      const northward = (at(i, j - 1, height) - at(i, j + 1, height)) / (2 * cellSizeM);
      const norm = 1 / Math.hypot(eastward, northward, 1);
      let light = 0;
      for (const [strength, x, y, z] of LIGHTS) {
        light += strength * Math.max(0, (z - eastward * x - northward * y) * norm);
      }
      const contrast = (light - LEVEL_LIGHT) * 1.15;
      shade[j * cols + i] = Math.min(0.29, Math.max(-0.5, contrast));
    }
  }
  return shade;
}
