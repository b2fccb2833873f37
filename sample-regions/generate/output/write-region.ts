import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { GeneratedRegion } from "../generate-region.ts";
import { SAMPLE_LAYERS } from "./layer-definitions.ts";
import { writeRasterLayers } from "./raster-layers.ts";
import { writeVectorLayers } from "./vector-layers.ts";

/**
 * Writes the layers of a region into its folder and brings `grid` and `layers` of its `region.json` up to date; the
 * other members of that file belong to their authors and stay as they are.
 *
 * @returns bytes written.
 */
export async function writeRegion(region: GeneratedRegion, folder: string): Promise<number> {
  let total = 0;
  for (const { path, bytes } of [...writeRasterLayers(region), ...writeVectorLayers(region)]) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    total += bytes.length;
  }
  await updateDefinition(region, join(folder, "region.json"));
  return total;
}

async function updateDefinition({ grid }: GeneratedRegion, file: string): Promise<void> {
  const definition: Record<string, unknown> = JSON.parse(await readFile(file, "utf8"));
  const { crs: _, ...gridMembers } = grid;
  const updated = { ...definition, grid: gridMembers, layers: SAMPLE_LAYERS };
  // A file that says the same already keeps its formatting.
  if (isDeepStrictEqual(updated, definition)) return;
  await writeFile(file, `${JSON.stringify(updated, null, 2)}\n`);
}
