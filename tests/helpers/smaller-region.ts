import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { extentOf, transformBetween } from "#gis";
import { REGION_FILE, type RegionDefinition, type RegionFiles } from "#solver/region";
import { findRegion, openRegion } from "../../cli/region-files.ts";

const UNITS_FILE = "layers/planning-units.geojson";

interface Collection {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly unknown[] } }[];
}

/**
 * A sample region with every `step`-th planning unit, and amounts and areas of the problem divided likewise: the same
 * rules on fewer parcels, small enough for a second opinion from a slow solver. Minimum areas fall away, since the
 * parcels that are left need not offer them.
 */
export async function thinRegion(id: string, step: number): Promise<RegionFiles> {
  const files = openRegion(await findRegion(id));
  return {
    async read(path) {
      const bytes = await files.read(path);
      if (path === REGION_FILE) return encodeJson(scaleProblem(decodeJson(bytes), 1 / step));
      if (path !== UNITS_FILE) return bytes;
      const collection: Collection = decodeJson(bytes);
      return encodeJson({ ...collection, features: collection.features.filter((_, k) => k % step === 0) });
    },
  };
}

/**
 * The middle of a sample region, `cells` by `cells` of its grid, with the planning units that lie in it whole: read and
 * solved in a second, for tests that start the program many times.
 */
export async function cropRegion(id: string, cells: number): Promise<RegionFiles> {
  const files = openRegion(await findRegion(id));
  const { grid: whole, ...definition }: RegionDefinition = decodeJson(await files.read(REGION_FILE));
  const grid = {
    ...whole,
    cols: cells,
    rows: cells,
    originX: whole.originX + Math.floor((whole.cols - cells) / 2) * whole.cellSizeM,
    originY: whole.originY - Math.floor((whole.rows - cells) / 2) * whole.cellSizeM,
  };
  const [west, south, east, north] = extentOf({ ...grid, crs: definition.crs });
  const toMetres = transformBetween("EPSG:4326", definition.crs);
  const isInside = (coordinates: readonly unknown[]): boolean => {
    if (Array.isArray(coordinates[0])) return coordinates.every((inner) => isInside(inner as unknown[]));
    const [x, y] = toMetres(Number(coordinates[0]), Number(coordinates[1]));
    return x > west && x < east && y > south && y < north;
  };
  const collection: Collection = decodeJson(await files.read(UNITS_FILE));
  const features = collection.features.filter(({ geometry }) => isInside(geometry.coordinates));
  const cropped = scaleProblem({ ...definition, grid }, features.length / collection.features.length);
  return {
    async read(path) {
      if (path === REGION_FILE) return encodeJson(cropped);
      return path === UNITS_FILE ? encodeJson({ ...collection, features }) : files.read(path);
    },
  };
}

/** Writes a region's files into a folder, so that the command can be pointed at it. */
export async function writeRegion(files: RegionFiles, folder: string): Promise<void> {
  const definition = await files.read(REGION_FILE);
  const { layers }: RegionDefinition = decodeJson(definition);
  for (const path of [REGION_FILE, ...layers.map(({ file }) => file)]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), await files.read(path));
  }
}

function scaleProblem(definition: RegionDefinition, factor: number): RegionDefinition {
  const { problem } = definition;
  const scale = (amount: number | undefined) => (amount === undefined ? undefined : amount * factor);
  return {
    ...definition,
    problem: {
      ...problem,
      capitalCny: scale(problem.capitalCny),
      publicCapitalCny: scale(problem.publicCapitalCny),
      labourDaysPerYear: scale(problem.labourDaysPerYear),
      irrigationM3PerYear: scale(problem.irrigationM3PerYear),
      areas: problem.areas.map(({ option, maxHa }) => ({ option, minHa: 0, maxHa: maxHa * factor })),
    },
  };
}

function decodeJson<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
