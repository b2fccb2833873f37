import {
  type AlignmentNote,
  alignRaster,
  coveredShare,
  extentOf,
  type Grid,
  type Issue,
  isUsable,
  type Raster,
  reachesExtent,
  readGeojson,
  readGeotiff,
  readPlanningUnits,
  sha256Hex,
  type VectorLayer,
} from "#gis";
import { checkDefinition, REGION_FILE, UNITS_LAYER } from "./check-definition.ts";
import { checkCoverage, checkFields, checkRasterValues, checkUnitProperties } from "./check-layers.ts";
import { checkUnits } from "./check-units.ts";
import type { LayerDefinition, RegionDefinition } from "./definition.ts";
import { type RegionIssueCode, regionIssue } from "./issue-messages.ts";
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
  issues.push(...checkUnits(definition, REGION_FILE));

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
        ? await readRasterLayer(bytes, layer, definition)
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
  issues.push(
    ...checkAreasFit(definition, units.areaHa),
    ...checkUnitProperties(units, { file, layer: UNITS_LAYER }),
    ...checkCoverage(definition, rasters, units, issues),
  );
  if (!isUsable(issues)) return { issues };
  return { region: { definition, grid, rasters, vectors, units, alignment, hashes }, issues };
}

type FileRead = { bytes: Uint8Array; issue?: undefined } | { bytes?: undefined; issue: Issue };

/** Codes by which a host says why it does not hand out a file; anything else reads as missing. */
const REJECTIONS: ReadonlyMap<unknown, RegionIssueCode> = new Map<unknown, RegionIssueCode>([
  ["not-a-regular-file", "file-not-regular"],
  ["outside-region", "file-outside-region"],
  ["too-large", "file-too-large-to-open"],
  ["empty", "file-empty"],
  ["not-permitted", "file-not-permitted"],
]);

async function readFile(files: RegionFiles, path: string): Promise<FileRead> {
  try {
    const bytes = await files.read(path);
    if (bytes.byteLength > 0) return { bytes };
    return { issue: regionIssue("file-empty", "error", { file: path }) };
  } catch (error) {
    const code = REJECTIONS.get((error as { code?: unknown } | null)?.code) ?? "file-missing";
    return { issue: regionIssue(code, "error", { file: path }, { reason: reasonOf(error) }) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parseJson(bytes: Uint8Array): { json?: unknown; issue?: Issue } {
  try {
    return { json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch (error) {
    return { issue: regionIssue("not-json", "error", { file: REGION_FILE }, { reason: reasonOf(error) }) };
  }
}

interface LayerRead {
  readonly raster?: Raster;
  readonly vector?: VectorLayer;
  readonly notes: AlignmentNote[];
  readonly issues: Issue[];
}

/** Less than this is worth a warning; a reprojected tile may miss a corner. */
const LEAST_COVERED_SHARE = 0.999;

async function readRasterLayer(
  bytes: Uint8Array,
  layer: LayerDefinition,
  { crs, grid: size, climate }: RegionDefinition,
): Promise<LayerRead> {
  const grid: Grid = { crs, ...size };
  const within = { crs: grid.crs, extent: extentOf(grid) };
  const { raster: source, issues } = await readGeotiff(bytes, { file: layer.file, within });
  if (source === undefined) return { notes: [], issues };
  const covered = coveredShare(source, grid);
  if (covered < LEAST_COVERED_SHARE) {
    const context = { percent: Number((covered * 100).toFixed(1)) };
    issues.push(regionIssue("raster-covers-part", "warning", { file: layer.file }, context));
  }
  const { raster, note } = alignRaster(source, grid, {
    layer: layer.id,
    measure: layer.measure ?? "continuous",
  });
  issues.push(...findUnknownClasses(raster, layer), ...checkRasterValues(raster, layer, climate));
  return { raster, notes: [note], issues };
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
  return [regionIssue("class-unknown", "warning", { file: layer.file }, { values, cells })];
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
  const extent = extentOf(grid);
  const features = vector?.features ?? [];
  if (features.length > 0 && !features.some((feature) => reachesExtent(feature.geometry, extent))) {
    issues.push(regionIssue("layer-outside-region", "warning", { file: layer.file }));
  }
  if (vector) issues.push(...checkFields(layer, vector));
  if (layer.id === UNITS_LAYER && withoutId > 0) {
    const context = { count: withoutId };
    issues.push(regionIssue("unit-without-id", "error", { file: layer.file }, context));
  }
  return { vector, notes, issues };
}

/** Areas that must be given cannot be more than there is. */
function checkAreasFit(definition: RegionDefinition, areaHa: Float64Array): Issue[] {
  const haveHa = areaHa.reduce((sum, area) => sum + area, 0);
  const tooLarge = definition.problem.areas.flatMap(({ minHa, maxHa }, i) => {
    const limit = Math.max(minHa, maxHa);
    if (limit <= 20 * haveHa) return [];
    const context = { limit, haveHa: Number(haveHa.toFixed(1)) };
    const where = { file: REGION_FILE, field: `problem.areas[${i}]` };
    return [regionIssue("area-limit-in-other-unit", "warning", where, context)];
  });
  const needHa = definition.problem.areas.reduce((sum, area) => sum + area.minHa, 0);
  if (needHa <= haveHa) return tooLarge;
  const context = { needHa: Number(needHa.toFixed(1)), haveHa: Number(haveHa.toFixed(1)) };
  return [
    ...tooLarge,
    regionIssue("areas-exceed-region", "error", { file: REGION_FILE, field: "problem.areas" }, context),
  ];
}
