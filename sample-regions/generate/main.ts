import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateRegion } from "./generate-region.ts";
import { measureRegion } from "./measure-region.ts";
import { readSample } from "./output/read-sample.ts";
import { writeSourceNote } from "./output/source-note.ts";
import { writeRegion } from "./output/write-region.ts";
import { REGION_FACTS } from "./region-facts.ts";

const SAMPLE_REGIONS = dirname(dirname(fileURLToPath(import.meta.url)));

/** `npm run regions [-- id ...]`: writes layers and SOURCE.md of the named sample regions, or of all. */
async function main(ids: readonly string[]): Promise<void> {
  const unknown = ids.filter((id) => !REGION_FACTS.some((facts) => facts.id === id));
  if (unknown.length > 0) throw new Error(`No such region: ${unknown.join(", ")}`);
  for (const facts of REGION_FACTS) {
    if (ids.length > 0 && !ids.includes(facts.id)) continue;
    const start = performance.now();
    const region = generateRegion(facts);
    const folder = join(SAMPLE_REGIONS, facts.id);
    const bytes = await writeRegion(region, folder);
    const measurements = measureRegion(await readSample(folder), facts);
    await writeFile(join(folder, "SOURCE.md"), writeSourceNote(facts, measurements));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${facts.id}: ${region.units.length} units, ${(bytes / 1e6).toFixed(2)} MB, ${seconds} s`);
  }
}

await main(process.argv.slice(2));
