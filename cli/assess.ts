import { join } from "node:path";
import type { Command } from "./arguments.ts";
import type { ExitCode } from "./exit-codes.ts";
import { EXIT } from "./exit-codes.ts";
import { findRegion } from "./region-files.ts";
import { reportFindings } from "./report-findings.ts";
import { runJob } from "./run-job.ts";
import { checkPlace, saveAll } from "./save-files.ts";
import { listSources } from "./solve.ts";
import type { Terminal } from "./terminal.ts";

/** Assesses a region and writes criterion rasters, suitability rasters and parcel scores. */
export async function assess(
  { region, out, json, lang }: Extract<Command, { verb: "assess" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = await findRegion(region);
  await checkPlace(join(out, "criteria"));
  const { files, issues, sources, regionId, parcels } = await runJob<"assess">(
    { kind: "assess", place },
    { signal: terminal.signal },
  );
  if (!files) return reportFindings(issues, { regionWord: region, json, lang, terminal });
  reportFindings(issues, { regionWord: region, json: false, lang, terminal });
  const outputs = files.map(({ path, content }) => ({ path: join(out, ...path.split("/")), content }));
  await saveAll(outputs, { sources: await listSources(place, sources), signal: terminal.signal });
  const paths = outputs.map(({ path }) => path);
  const sentence =
    lang === "zh"
      ? `${regionId}：${parcels} 个图斑已评价，${paths.length} 个文件写入 ${out}\n`
      : `${regionId}: ${parcels} parcels assessed, ${paths.length} files written to ${out}\n`;
  terminal.out(json ? `${JSON.stringify({ region: regionId, parcels, files: paths })}\n` : sentence);
  return EXIT.done;
}
