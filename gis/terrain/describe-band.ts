import { aspectRow } from "./aspect.ts";
import { riseToEast, riseToSouth } from "./gradient.ts";
import { type HillshadeOptions, hillshadeRow } from "./hillshade.ts";
import { heightRange, position, riley, wilson } from "./ruggedness.ts";
import { slopeRow } from "./slope.ts";
import { type ElevationGrid, type RowKernel, visitWindowRows } from "./window-rows.ts";

/** What a 3x3 window of heights tells. */
export const WINDOW_LAYERS = ["slope", "aspect", "hillshade", "tri", "tpi", "roughness"] as const;
export type WindowLayer = (typeof WINDOW_LAYERS)[number];

export interface BandOptions extends HillshadeOptions {
  readonly ruggednessMethod?: "riley" | "wilson";
}

/**
 * The window layers of a band of rows, all in one pass over its heights. Bands that know the row above and below them
 * give the same values as the raster at once.
 *
 * @returns one value per cell and layer asked for; NaN is no data, 0 in the hillshade (which is bytes).
 */
export function describeBand(
  band: ElevationGrid,
  wanted: ReadonlySet<WindowLayer>,
  options: BandOptions = {},
): ReadonlyMap<WindowLayer, Float32Array | Uint8Array> {
  const { cols, rows, cellSizeM } = band;
  const layers = new Map<WindowLayer, Float32Array | Uint8Array>();
  const kernels: RowKernel[] = [];
  const writers: ((offset: number, results: readonly Float64Array[]) => void)[] = [];
  const float = (id: WindowLayer) => {
    const values = new Float32Array(cols * rows);
    layers.set(id, values);
    return values;
  };

  if (wanted.has("slope") || wanted.has("aspect") || wanted.has("hillshade"))
    kernels.push(riseToEast, riseToSouth);
  if (wanted.has("slope")) {
    const [values, convert] = [float("slope"), slopeRow(cellSizeM)];
    writers.push((offset, [east, south]) => convert(east, south, values, offset));
  }
  if (wanted.has("aspect")) {
    const values = float("aspect");
    writers.push((offset, [east, south]) => aspectRow(east, south, values, offset));
  }
  if (wanted.has("hillshade")) {
    const [values, convert] = [new Uint8Array(cols * rows), hillshadeRow(cellSizeM, options)];
    layers.set("hillshade", values);
    writers.push((offset, [east, south]) => convert(east, south, values, offset));
  }
  const direct: Readonly<Partial<Record<WindowLayer, RowKernel>>> = {
    tri: options.ruggednessMethod === "wilson" ? wilson : riley,
    tpi: position,
    roughness: heightRange,
  };
  for (const id of WINDOW_LAYERS) {
    const kernel = direct[id];
    if (!kernel || !wanted.has(id)) continue;
    const values = float(id);
    const at = kernels.push(kernel) - 1;
    writers.push((offset, results) => values.set(results[at], offset));
  }

  visitWindowRows(band, options, kernels, (offset, results) => {
    for (const write of writers) write(offset, results);
  });
  return layers;
}
