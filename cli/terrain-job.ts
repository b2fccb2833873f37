import {
  aspectDegrees,
  coverCells,
  describeBand,
  describeFlow,
  findCrs,
  type GeotiffRows,
  type Grid,
  gisIssue,
  type Issue,
  isUsable,
  openGeotiffRows,
  polygonsOf,
  RELIEF_WINDOW,
  readBands,
  readGeojson,
  reliefRange,
  slopeDegrees,
  UnreadableRows,
  WINDOW_LAYERS,
  wetnessIndex,
} from "#gis";
import { computeSlopeLength, LONGEST_SLOPE_M } from "#solver/assessment";
import { readRegularFile } from "./region-files.ts";
import { RowFile } from "./row-file.ts";
import { FLOW_LAYERS, type FlowLayer, TERRAIN_LAYER_SPECS, type TerrainLayer } from "./terrain-layers.ts";

/** Work of a thread: some layers of an elevation model, each into a file that does not exist yet. */
export interface TerrainRequest {
  readonly kind: "terrain";
  readonly dem: string;
  /** Path of the file of each layer wanted. */
  readonly files: Readonly<Partial<Record<TerrainLayer, string>>>;
  readonly options: TerrainSettings;
}

export interface TerrainSettings {
  readonly computeEdges: boolean;
  readonly compression: "deflate" | "none";
  readonly azimuthDeg?: number;
  readonly altitudeDeg?: number;
  /** Multiplies heights: 0.3048 for feet. */
  readonly zFactor?: number;
  /** Side of the window of relief, cells. */
  readonly window?: number;
  readonly longestSlopeM?: number;
  /** GeoJSON of points or polygons where water is known to go underground. */
  readonly sinkholes?: string;
}

export interface TerrainOutcome {
  readonly issues: readonly Issue[];
  /** What was read, absent when it cannot be used. */
  readonly grid?: Grid;
  /** Sinks found, where flow was asked for. */
  readonly sinks?: number;
}

export interface TerrainProgress {
  readonly rowsDone: number;
  readonly rows: number;
}

/** Cells whose heights are worked on at once. */
const BAND_CELLS = 4_000_000;
/** Flow needs all heights and some 60 bytes of workspace per cell: 2.4 GiB at this size. */
const MAX_FLOW_CELLS = 40_000_000;

/** Does the work and says what was found; the files are complete when there is no error among the issues. */
export async function describeTerrain(
  { dem, files, options }: TerrainRequest,
  onProgress?: (progress: TerrainProgress) => void,
): Promise<TerrainOutcome> {
  const bytes = await readRegularFile(dem, dem);
  const { rows: source, issues } = await openGeotiffRows(bytes, dem);
  if (!source) return { issues };
  const wantsFlow = FLOW_LAYERS.some((layer) => files[layer] !== undefined);
  const found = [...issues, ...checkElevation(source, dem, wantsFlow)];
  if (!isUsable(found)) return { issues: found };
  const grid = gridOf(source);
  try {
    if (!wantsFlow) {
      await writeWindowLayers(source, grid, files, options, onProgress);
      return { issues: found, grid };
    }
    const { sinkholes, issues: others } = await readSinkholes(options.sinkholes, grid);
    found.push(...others);
    if (!isUsable(found)) return { issues: found };
    const sinks = await writeFlowLayers(source, grid, files, { ...options, mask: sinkholes });
    return { issues: found, grid, sinks };
  } catch (error) {
    if (error instanceof UnreadableRows) return { issues: [...found, error.issue] };
    throw error;
  }
}

function checkElevation(source: GeotiffRows, file: string, wantsFlow: boolean): Issue[] {
  const { cols, rows, cellSizeX, cellSizeY, crs } = source;
  const refuse = (code: Parameters<typeof gisIssue>[0], context: Issue["context"]) => [
    gisIssue(code, "error", { file }, context),
  ];
  if (isGeographic(source)) return refuse("elevation-in-degrees", { code: crs });
  // A thousandth of a cell over a side of a thousand cells would already move the far edge by a cell.
  if (Math.abs(cellSizeX / cellSizeY - 1) > 1e-6)
    return refuse("cells-not-square", { width: cellSizeX, height: cellSizeY });
  if (cols < 2 || rows < 2) return refuse("elevation-too-small", { cols, rows });
  if (wantsFlow && cols * rows > MAX_FLOW_CELLS)
    return refuse("too-large-for-flow", {
      cells: cols * rows,
      limit: MAX_FLOW_CELLS,
      layers: FLOW_LAYERS.join(", "),
    });
  return [];
}

function isGeographic({ crs }: GeotiffRows): boolean {
  return findCrs(crs)?.kind === "geographic";
}

function gridOf({ crs, cols, rows, cellSizeX, originX, originY }: GeotiffRows): Grid {
  return { crs, cols, rows, cellSizeM: cellSizeX, originX, originY };
}

/** Slope to relief, band by band: never more than a few bands in memory. */
async function writeWindowLayers(
  source: GeotiffRows,
  grid: Grid,
  files: TerrainRequest["files"],
  options: TerrainSettings,
  onProgress?: (progress: TerrainProgress) => void,
): Promise<void> {
  const wanted = new Set(WINDOW_LAYERS.filter((layer) => files[layer] !== undefined));
  const window = options.window ?? RELIEF_WINDOW;
  const halo = files.relief === undefined ? 1 : (window - 1) / 2;
  const outputs = await openOutputs(
    [...wanted, ...(files.relief ? ["relief" as const] : [])],
    files,
    grid,
    options,
  );
  const blocks = Math.max(1, Math.round(BAND_CELLS / grid.cols / source.blockRows));
  for await (const band of readBands(source, blocks * source.blockRows, halo)) {
    const { first, rows, above, below, values } = band;
    scale(values, options.zFactor);
    const [hasRowAbove, hasRowBelow] = [above > 0, below > 0];
    const own = values.subarray(
      (above - Number(hasRowAbove)) * grid.cols,
      (above + rows + Number(hasRowBelow)) * grid.cols,
    );
    const layers = describeBand(
      { cols: grid.cols, rows, cellSizeM: grid.cellSizeM, values: own, hasRowAbove, hasRowBelow },
      wanted,
      { ...options, zFactor: 1 },
    );
    for (const [layer, result] of layers) await outputs.get(layer)?.add(result);
    const around = { cols: grid.cols, rows: above + rows + below, values };
    await outputs.get("relief")?.add(reliefRange(around, window, above, rows));
    onProgress?.({ rowsDone: first + rows, rows: grid.rows });
  }
  for (const output of outputs.values()) await output.finish();
}

/** @returns the number of sinks. */
async function writeFlowLayers(
  source: GeotiffRows,
  grid: Grid,
  files: TerrainRequest["files"],
  options: TerrainSettings & { readonly mask?: Uint8Array },
): Promise<number> {
  const { computeEdges, longestSlopeM = LONGEST_SLOPE_M } = options;
  const heights = await source.readRows(0, grid.rows);
  scale(heights, options.zFactor);
  const { directions, upstream, sinks } = describeFlow(heights, grid, { sinkholes: options.mask });
  const dem = { cols: grid.cols, rows: grid.rows, cellSizeM: grid.cellSizeM, values: heights };
  const slope = slopeDegrees(dem, { computeEdges });
  const known = (of: ArrayLike<number>) =>
    heights.map((height, cell) => (Number.isNaN(height) ? height : of[cell]));
  const layers: Readonly<Record<FlowLayer, () => Float32Array>> = {
    d8: () => known(directions),
    accumulation: () => known(upstream),
    sinks: () => known(sinks),
    twi: () => wetnessIndex(upstream, slope, grid.cellSizeM),
    ls: () => {
      const aspect = aspectDegrees(dem, { computeEdges });
      return computeSlopeLength({ grid, values: slope }, { grid, values: aspect }, upstream, longestSlopeM)
        .values;
    },
  };
  const wanted = FLOW_LAYERS.filter((layer) => files[layer] !== undefined);
  const outputs = await openOutputs(wanted, files, grid, options);
  for (const [layer, output] of outputs) {
    await output.add(layers[layer]());
    await output.finish();
  }
  return sinks.reduce((sum, sink) => sum + sink, 0);
}

function scale(heights: Float32Array, factor = 1): void {
  if (factor !== 1) for (let i = 0; i < heights.length; i++) heights[i] *= factor;
}

async function openOutputs<Layer extends TerrainLayer>(
  layers: readonly Layer[],
  files: TerrainRequest["files"],
  grid: Grid,
  { compression }: TerrainSettings,
): Promise<ReadonlyMap<Layer, RowFile>> {
  const outputs = new Map<Layer, RowFile>();
  for (const layer of layers) {
    const { title, unit, sampleType, noData } = TERRAIN_LAYER_SPECS[layer];
    const path = files[layer];
    if (path === undefined) continue;
    outputs.set(
      layer,
      await RowFile.create(path, grid, { sampleType, noData, unit, description: title.en, compression }),
    );
  }
  return outputs;
}

/** Cells in which a sinkhole is known: those of points, and those whose centre lies in a polygon. */
async function readSinkholes(
  path: string | undefined,
  grid: Grid,
): Promise<{ sinkholes?: Uint8Array; issues: readonly Issue[] }> {
  if (path === undefined) return { issues: [] };
  const bytes = await readRegularFile(path, path);
  if (findCrs(grid.crs) === undefined)
    return { issues: [gisIssue("unknown-crs", "error", { file: path }, { code: grid.crs })] };
  const { layer, issues } = readGeojson(bytes, { file: path, crs: grid.crs });
  if (!layer) return { issues };
  const sinkholes = new Uint8Array(grid.cols * grid.rows);
  for (const { geometry } of layer.features) {
    if (geometry.type === "Point") {
      const col = Math.floor((geometry.coordinates[0] - grid.originX) / grid.cellSizeM);
      const row = Math.floor((grid.originY - geometry.coordinates[1]) / grid.cellSizeM);
      if (col >= 0 && row >= 0 && col < grid.cols && row < grid.rows) sinkholes[row * grid.cols + col] = 1;
      continue;
    }
    const { cells, shares } = coverCells([polygonsOf(geometry)], grid);
    cells.forEach((cell, i) => {
      if (shares[i] > 0.5) sinkholes[cell] = 1;
    });
  }
  return { sinkholes, issues };
}
