/**
 * Solves sample regions and stores what came out as their `expected.json`: `npm run expected`, or
 * `npm run expected -- huajiang`. To be run, and its difference read, when a change is meant to move results.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { doJob, findRegion, listSampleRegions } from "#cli";
import { describeOutcome } from "./expected-outcome.ts";

const ids = process.argv.length > 2 ? process.argv.slice(2) : await listSampleRegions();
for (const id of ids) {
  const place = await findRegion(id);
  const { summary } = await doJob<"solve">({
    kind: "solve",
    place,
    engine: "auto",
    wants: { report: false, program: false },
  });
  if (!summary) throw new Error(`${id} cannot be solved`);
  const text = JSON.stringify(describeOutcome(summary), null, 2);
  await writeFile(join(place.folder, "expected.json"), `${text}\n`);
  console.log(id, summary.termination.reason, summary.result?.certificate.state);
}
