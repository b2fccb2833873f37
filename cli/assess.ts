import { join } from "node:path";
import { type Command, UsageError } from "./arguments.ts";
import type { ExitCode } from "./exit-codes.ts";
import { EXIT } from "./exit-codes.ts";
import { writeExplanation } from "./explain-text.ts";
import type { AssessOutcome } from "./jobs.ts";
import { findRegion } from "./region-files.ts";
import { reportFindings } from "./report-findings.ts";
import { runJob } from "./run-job.ts";
import { checkPlace, saveAll } from "./save-files.ts";
import { listSources } from "./solve.ts";
import type { Terminal } from "./terminal.ts";

type AssessCommand = Extract<Command, { verb: "assess" }>;

/** Assesses a region; writes rasters and tables of it, or prints how one pair came to its suitability, or both. */
export async function assess(command: AssessCommand, terminal: Terminal): Promise<ExitCode> {
  const { region, out, explain, json, lang } = command;
  const place = await findRegion(region);
  if (out !== undefined) await checkPlace(join(out, "criteria"));
  const outcome = await runJob<"assess">(
    { kind: "assess", place, wantsFiles: out !== undefined, explain },
    { signal: terminal.signal },
  );
  const { issues, files, unknown, sources } = outcome;
  if (!files) return reportFindings(issues, { regionWord: region, json, lang, terminal });
  reportFindings(issues, { regionWord: region, json: false, lang, terminal });
  if (unknown) {
    throw new UsageError(
      `${region} has no ${unknown.unknown} ${JSON.stringify(unknown.name)}; it has ${unknown.known}`,
    );
  }
  const outputs = files.map(({ path, content }) => ({ path: join(out ?? "", ...path.split("/")), content }));
  await saveAll(outputs, { sources: await listSources(place, sources), signal: terminal.signal });
  const paths = outputs.map(({ path }) => path);
  terminal.out(json ? writeJson(outcome, paths) : writeText(command, outcome, paths));
  return EXIT.done;
}

/** The one object of `assess --json`; numbers that are no data are null. */
function writeJson(
  { regionId, parcels, withoutData, explanation }: AssessOutcome,
  files: readonly string[],
): string {
  return `${JSON.stringify({ region: regionId, parcels, withoutData, files, explanation })}\n`;
}

function writeText(
  { out, lang }: AssessCommand,
  { regionId, parcels, withoutData, explanation }: AssessOutcome,
  files: readonly string[],
): string {
  const lines = explanation ? [writeExplanation(explanation, lang)] : [];
  if (out !== undefined) {
    lines.push(
      lang === "zh"
        ? `${regionId}：${parcels} 个图斑已评价，其中 ${withoutData.length} 个无数据；${files.length} 个文件写入 ${out}`
        : `${regionId}: ${parcels} parcels assessed, ${withoutData.length} of them without data; ${files.length} files written to ${out}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
