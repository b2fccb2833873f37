import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Region, readRegion } from "#solver/region";

/**
 * A sample region read back from its folder as the program reads it.
 *
 * @throws {Error} when anything was found that the program would show: the samples are to be clean.
 */
export async function readSample(folder: string): Promise<Region> {
  const { region, issues } = await readRegion({ read: (path) => readFile(join(folder, path)) });
  if (!region || issues.length > 0) throw new Error(`${folder}: ${JSON.stringify(issues)}`);
  return region;
}
