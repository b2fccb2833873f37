import { cleanText, parseReport, type Verification } from "#report";
import type { Command, Language } from "./arguments.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { FileProblem, findRegion, readRegularFile } from "./region-files.ts";
import { reportFindings } from "./report-findings.ts";
import { runJob } from "./run-job.ts";
import type { Terminal } from "./terminal.ts";
import { writeFigure } from "./write-table.ts";

/** Differences shown to a reader; `--json` lists them all. */
const SHOWN_DIFFERENCES = 20;

/** Checks a report against its region without the solver and says what differs. */
export async function verify(
  command: Extract<Command, { verb: "verify" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { json, lang } = command;
  const text = decodeUtf8(await readRegularFile(command.report, command.report), command.report);
  const parsed = parseReport(text);
  const refusal = "refusal" in parsed ? parsed.refusal : undefined;
  if (refusal)
    return refuseReport(command, `${refusal.code.replaceAll("-", " ")}: ${refusal.detail}`, terminal);
  const place = await findRegion(command.region ?? ("regionId" in parsed ? parsed.regionId : ""));
  const verification = await runJob<"verify">({ kind: "verify", place, text }, { signal: terminal.signal });
  const { ok, issues, differences, checked } = verification;
  if (checked.parcels === 0) {
    return reportFindings(issues, { regionWord: command.report, json, lang, terminal });
  }
  terminal.out(
    json
      ? `${JSON.stringify({ ok, checked, differences, issues })}\n`
      : describeVerification(verification, lang),
  );
  return ok ? EXIT.done : EXIT.notVerified;
}

function refuseReport(
  { report, json }: { report: string; json: boolean },
  reason: string,
  terminal: Terminal,
): ExitCode {
  terminal.err(`fenglin: ${cleanText(`${report}: ${reason}`)}\n`);
  if (json) terminal.out(`${JSON.stringify({ ok: false, refusal: reason })}\n`);
  return EXIT.input;
}

function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileProblem("not-utf-8", path);
  }
}

function describeVerification({ ok, checked, differences }: Verification, lang: Language): string {
  const { inputs, parcels, rules, totals } = checked;
  const counts = [inputs, parcels, rules, totals].map((count) => writeFigure(count));
  if (ok) {
    return lang === "zh"
      ? `已复核：${counts[0]} 个输入文件、${counts[1]} 个图斑、${counts[2]} 条规则、${counts[3]} 项合计与重新计算一致。\n`
      : `Verified: ${counts[0]} input files, ${counts[1]} parcels, ${counts[2]} rules and ${counts[3]} totals agree with what was computed anew.\n`;
  }
  const heading =
    lang === "zh" ? `不一致：${differences.length} 处。` : `Not verified: ${differences.length} differences.`;
  const lines = differences
    .slice(0, SHOWN_DIFFERENCES)
    .map(({ path, kind, stated, recomputed }) => cleanText(`  ${path} (${kind}): ${stated} | ${recomputed}`));
  const left = differences.length - lines.length;
  return [heading, ...lines, ...(left > 0 ? [`  ... ${left}`] : []), ""].join("\n");
}
