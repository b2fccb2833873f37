import { join } from "node:path";
import type { Command } from "./arguments.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import type { RunSummary, SolveOutcome } from "./jobs.ts";
import { watchProgress } from "./progress.ts";
import { findInside, findRegion, type RegionPlace } from "./region-files.ts";
import { reportFindings } from "./report-findings.ts";
import { runJob } from "./run-job.ts";
import { checkPlace, type OutputFile, saveAll } from "./save-files.ts";
import { summariseJson } from "./summarise-json.ts";
import { summariseText } from "./summarise-text.ts";
import type { Terminal } from "./terminal.ts";

type SolveCommand = Extract<Command, { verb: "solve" }>;

/** Assesses a region, optimises its layout, checks it, writes what was asked for and says what came out. */
export async function solve(command: SolveCommand, terminal: Terminal): Promise<ExitCode> {
  const { out, engine, timeLimitS, programFile, json, lang } = command;
  const place = await findRegion(command.region);
  if (out !== undefined) await checkPlace(join(out, "report"));
  if (programFile !== undefined) await checkPlace(programFile);
  const progress = watchProgress(terminal, lang);
  const outcome = await runJob<"solve">(
    {
      kind: "solve",
      place,
      engine,
      timeLimitS,
      wants: { report: out !== undefined, program: programFile !== undefined },
    },
    { signal: terminal.signal, onProgress: progress.show },
  ).finally(progress.clear);
  const { summary, issues } = outcome;
  if (!summary) return reportFindings(issues, { regionWord: command.region, json, lang, terminal });
  reportFindings(issues, { regionWord: command.region, json: false, lang, terminal });
  const code = judge(summary);
  const outputs = code === EXIT.done || code === EXIT.limit ? listOutputs(command, outcome) : [];
  await saveAll(outputs, { sources: await listSources(place, outcome.sources), signal: terminal.signal });
  const files = outputs.map(({ path }) => path);
  terminal.out(
    json ? `${JSON.stringify(summariseJson(summary, files))}\n` : summariseText(summary, files, lang),
  );
  return code;
}

/** The exit code of a run: what may be said of it, not what the engine said. */
function judge({ termination, result }: RunSummary): ExitCode {
  switch (termination.reason) {
    case "infeasible":
      return EXIT.infeasible;
    case "no-solution":
      return EXIT.limit;
    case "failed":
      return EXIT.notVerified;
    case "feasible":
      return result && result.certificate.maxResidual <= 1e-6 ? EXIT.limit : EXIT.notVerified;
    case "optimal":
      return result && result.certificate.state !== "refused" ? EXIT.done : EXIT.notVerified;
  }
}

function listOutputs(
  { out, programFile }: SolveCommand,
  { summary, report, program }: SolveOutcome,
): OutputFile[] {
  const outputs: OutputFile[] = [];
  if (out !== undefined && report !== undefined) {
    outputs.push({ path: join(out, `${summary?.region.id}.geojson`), content: report });
  }
  if (programFile !== undefined && program !== undefined)
    outputs.push({ path: programFile, content: program });
  return outputs;
}

/** Real paths of the files a result was computed from. */
export async function listSources(
  place: RegionPlace,
  sources: readonly string[],
): Promise<readonly string[]> {
  return Promise.all(
    sources.map((path) => findInside(place.folder, path === "region.json" ? place.definitionFile : path)),
  );
}
