/**
 * Computes the payoff ranges of sample regions anew and stores them in their `region.json`: `npm run payoff`, or
 * `npm run payoff -- huajiang`. A region's ranges stay frozen until this is run; a changed layer makes them outdated,
 * which every solve reports.
 */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findRegion, listSampleRegions, openRegion } from "#cli";
import { computePayoff } from "#solver";
import { assessRegion } from "#solver/assessment";
import { createHighsEngine } from "#solver/engine";
import { formatIssue, type RegionDefinition, readRegion } from "#solver/region";

const ids = process.argv.length > 2 ? process.argv.slice(2) : await listSampleRegions();
for (const id of ids) {
  const { folder, definitionFile } = await findRegion(id);
  const { region, issues } = await readRegion(openRegion({ folder, definitionFile }));
  if (!region) throw new Error(issues.map((issue) => formatIssue(issue, "en")).join("\n"));
  const { payoff: _outdated, ...problem } = region.definition.problem;
  const { assessment } = assessRegion(region);
  const { payoff } = await computePayoff(region, assessment, problem, {
    engines: [await createHighsEngine()],
  });
  const file = join(folder, definitionFile);
  const definition: RegionDefinition = JSON.parse(await readFile(file, "utf8"));
  const stored = { ...definition, problem: { ...definition.problem, payoff } };
  await writeFile(file, `${JSON.stringify(stored, null, 2)}\n`);
  execFileSync("npx", ["biome", "format", "--write", file], { stdio: "ignore" });
  console.log(id, JSON.stringify(payoff));
}
