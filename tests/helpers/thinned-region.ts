import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { REGION_FILE, type RegionDefinition, type RegionFiles } from "#solver/region";
import { findRegion, openRegion } from "../../cli/region-files.ts";

const UNITS_FILE = "layers/planning-units.geojson";

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
      if (path === REGION_FILE) return encodeJson(thinDefinition(decodeJson(bytes), step));
      if (path !== UNITS_FILE) return bytes;
      const collection: { features: unknown[] } = decodeJson(bytes);
      return encodeJson({ ...collection, features: collection.features.filter((_, k) => k % step === 0) });
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

function thinDefinition(definition: RegionDefinition, step: number): RegionDefinition {
  const { problem } = definition;
  const divide = (amount: number | undefined) => (amount === undefined ? undefined : amount / step);
  return {
    ...definition,
    problem: {
      ...problem,
      capitalCny: divide(problem.capitalCny),
      publicCapitalCny: divide(problem.publicCapitalCny),
      labourDaysPerYear: divide(problem.labourDaysPerYear),
      irrigationM3PerYear: divide(problem.irrigationM3PerYear),
      areas: problem.areas.map(({ option, maxHa }) => ({ option, minHa: 0, maxHa: maxHa / step })),
    },
  };
}

function decodeJson<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
