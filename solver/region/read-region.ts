import {
  type AlignmentNote,
  alignRaster,
  extentOf,
  type Grid,
  type Issue,
  isUsable,
  type Raster,
  readGeojson,
  readGeotiff,
  readPlanningUnits,
  sha256Hex,
  type VectorLayer,
} from "#gis";
import { checkDefinition, REGION_FILE, UNITS_LAYER } from "./check-definition.ts";
import type { LayerDefinition, RegionDefinition } from "./definition.ts";
import type { Region, RegionFiles } from "./region.ts";

/**
 * A region, read, checked and brought onto one grid, with everything that was found on the way. Nothing stops at the
 * first finding; with an error among them there is no region.
 */
export async function readRegion(files: RegionFiles): Promise<{ region?: Region; issues: Issue[] }> {
  const main = await readFile(files, REGION_FILE);
  if (main.bytes === undefined) return { issues: [main.issue] };
  const parsed = parseJson(main.bytes);
  if (parsed.issue !== undefined) return { issues: [parsed.issue] };
  const { definition, issues } = checkDefinition(parsed.json);
  if (definition === undefined) return { issues };

  const grid: Grid = { crs: definition.crs, ...definition.grid };
  const rasters = new Map<string, Raster>();
  const vectors = new Map<string, VectorLayer>();
  const alignment: AlignmentNote[] = [];
  const hashes = new Map([[REGION_FILE, await sha256Hex(main.bytes)]]);
  const contents = await Promise.all(definition.layers.map((layer) => readFile(files, layer.file)));
  for (const [i, layer] of definition.layers.entries()) {
    const { bytes, issue } = contents[i];
    if (bytes === undefined) {
      issues.push({ ...issue, where: { ...issue.where, layer: layer.id } });
      continue;
    }
    hashes.set(layer.file, await sha256Hex(bytes));
    const read =
      layer.kind === "raster"
        ? await readRasterLayer(bytes, layer, grid)
        : readVectorLayer(bytes, layer, grid);
    issues.push(...read.issues.map((found) => ({ ...found, where: { ...found.where, layer: layer.id } })));
    alignment.push(...read.notes);
    if (read.raster !== undefined) rasters.set(layer.id, read.raster);
    if (read.vector !== undefined) vectors.set(layer.id, read.vector);
  }

  const unitsLayer = vectors.get(UNITS_LAYER);
  if (unitsLayer === undefined) return { issues };
  const file = definition.layers.find((layer) => layer.id === UNITS_LAYER)?.file ?? UNITS_LAYER;
  const { units, issues: unitIssues } = readPlanningUnits(unitsLayer, { grid, file });
  issues.push(...unitIssues.map((found) => ({ ...found, where: { ...found.where, layer: UNITS_LAYER } })));
  if (units === undefined) return { issues };
  issues.push(...checkAreasFit(definition, units.areaHa));
  if (!isUsable(issues)) return { issues };
  return { region: { definition, grid, rasters, vectors, units, alignment, hashes }, issues };
}

type FileRead = { bytes: Uint8Array; issue?: undefined } | { bytes?: undefined; issue: Issue };

async function readFile(files: RegionFiles, path: string): Promise<FileRead> {
  try {
    const bytes = await files.read(path);
    if (bytes.byteLength > 0) return { bytes };
    return { issue: { code: "file-empty", severity: "error", where: { file: path }, context: {} } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { issue: { code: "file-missing", severity: "error", where: { file: path }, context: { reason } } };
  }
}

function parseJson(bytes: Uint8Array): { json?: unknown; issue?: Issue } {
  try {
    return { json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      issue: { code: "not-json", severity: "error", where: { file: REGION_FILE }, context: { reason } },
    };
  }
}

interface LayerRead {
  readonly raster?: Raster;
  readonly vector?: VectorLayer;
  readonly notes: AlignmentNote[];
  readonly issues: Issue[];
}

async function readRasterLayer(bytes: Uint8Array, layer: LayerDefinition, grid: Grid): Promise<LayerRead> {
  const within = { crs: grid.crs, extent: extentOf(grid) };
  const { raster: source, issues } = await readGeotiff(bytes, { file: layer.file, within });
  if (source === undefined) return { notes: [], issues };
  const { raster, note } = alignRaster(source, grid, {
    layer: layer.id,
    measure: layer.measure ?? "continuous",
  });
  return { raster, notes: [note], issues: [...issues, ...findUnknownClasses(raster, layer)] };
}

/** Codes of a class raster that its definition does not name. */
function findUnknownClasses(raster: Raster, layer: LayerDefinition): Issue[] {
  if (layer.measure !== "class") return [];
  const known = new Set((layer.classes ?? []).map((entry) => entry.value));
  const unknown = new Map<number, number>();
  for (const value of raster.values) {
    if (Number.isNaN(value) || known.has(value)) continue;
    unknown.set(value, (unknown.get(value) ?? 0) + 1);
  }
  if (unknown.size === 0) return [];
  const values = [...unknown.keys()].slice(0, 8).join(", ");
  const cells = [...unknown.values()].reduce((sum, count) => sum + count, 0);
  return [
    { code: "class-unknown", severity: "warning", where: { file: layer.file }, context: { values, cells } },
  ];
}

function readVectorLayer(bytes: Uint8Array, layer: LayerDefinition, grid: Grid): LayerRead {
  const {
    layer: vector,
    issues,
    sourceCrs,
    repaired,
    withoutId,
  } = readGeojson(bytes, { file: layer.file, crs: grid.crs });
  const note = { layer: layer.id, from: sourceCrs, to: grid.crs };
  const notes: AlignmentNote[] = [
    { ...note, action: sourceCrs === grid.crs ? "none" : "reprojected", amount: 0 },
    ...(repaired > 0 ? [{ ...note, action: "repaired" as const, amount: repaired }] : []),
  ];
  if (layer.id === UNITS_LAYER && withoutId > 0) {
    const context = { count: withoutId };
    issues.push({ code: "unit-without-id", severity: "error", where: { file: layer.file }, context });
  }
  return { vector, notes, issues };
}

/** Areas that must be given cannot be more than there is. */
function checkAreasFit(definition: RegionDefinition, areaHa: Float64Array): Issue[] {
  const haveHa = areaHa.reduce((sum, area) => sum + area, 0);
  const needHa = definition.problem.areas.reduce((sum, area) => sum + area.minHa, 0);
  if (needHa <= haveHa) return [];
  const context = { needHa: Number(needHa.toFixed(1)), haveHa: Number(haveHa.toFixed(1)) };
  return [
    {
      code: "areas-exceed-region",
      severity: "error",
      where: { file: REGION_FILE, field: "problem.areas" },
      context,
    },
  ];
}
