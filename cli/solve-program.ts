import { basename } from "node:path";
import { cleanText } from "#report";
import type { SolvedProgram } from "#solver";
import type { Command, Language } from "./arguments.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { FileProblem, readRegularFile } from "./region-files.ts";
import { reportFindings } from "./report-findings.ts";
import { runJob } from "./run-job.ts";
import type { Terminal } from "./terminal.ts";
import { writeTable } from "./write-table.ts";

/** Solves an MPS file and prints the answer with its certificate; the exit code says what the answer is worth. */
export async function solveProgramFile(
  { program, engine, integral, timeLimitS, json, lang }: Extract<Command, { verb: "solve-program" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = decodeUtf8(await readRegularFile(program, program), program);
  const { solved, issues } = await runJob<"solve-program">(
    { kind: "solve-program", text, file: basename(program), engine, integral, timeLimitS },
    { signal: terminal.signal },
  );
  const code = reportFindings(issues, { regionWord: program, json: json && !solved, lang, terminal });
  if (!solved) return code;
  terminal.out(json ? `${JSON.stringify(summarise(solved))}\n` : writeText(solved, lang));
  return exitCodeOf(solved);
}

function exitCodeOf({ termination, certificate, whole }: SolvedProgram): ExitCode {
  switch (termination.reason) {
    case "infeasible":
    case "unbounded":
      return EXIT.infeasible;
    case "no-solution":
    case "feasible":
      return EXIT.limit;
    case "failed":
      return EXIT.notVerified;
    case "optimal":
      if (certificate?.state === "refused") return EXIT.notVerified;
      return whole === null ? EXIT.limit : EXIT.done;
  }
}

/** The one object of `solve-program --json`: columns by name, those at 0 left out. */
function summarise(solved: SolvedProgram) {
  const { mps, certificate, whole, rowPrices } = solved;
  return {
    engine: solved.engine,
    termination: solved.termination,
    program: {
      columns: mps.columnNames.length,
      rows: mps.rowNames.length,
      assignment: solved.isAssignment,
      units: solved.units,
      couplingRows: solved.couplingRows,
    },
    objective: solved.objective ?? null,
    bound: solved.bound ?? null,
    certificate: certificate ?? null,
    infeasibilityProven: solved.infeasibilityProven ?? null,
    passes: solved.passes ?? null,
    columns: solved.columns ? byName(mps.columnNames, solved.columns) : null,
    prices: rowPrices ? byName(mps.rowNames, rowPrices) : null,
    whole: whole ? { ...whole, columns: byName(mps.columnNames, whole.columns) } : (whole ?? null),
  };
}

/** Pairs rather than an object: a name such as `__proto__` is a name like any other. */
function byName(names: readonly string[], values: Float64Array): readonly (readonly [string, number])[] {
  return names.flatMap((name, at): readonly (readonly [string, number])[] =>
    values[at] === 0 || Number.isNaN(values[at]) ? [] : [[name, values[at]]],
  );
}

const WORDS = {
  en: {
    engine: "engine",
    ending: "ending",
    objective: "objective",
    bound: "bound",
    gap: "gap",
    residual: "largest residual",
    state: "certificate",
    whole: "whole numbers",
    wholeGap: "gap of whole numbers",
    none: "none found within the limits",
    proven: "proven optimal",
  },
  zh: {
    engine: "求解引擎",
    ending: "求解结果",
    objective: "目标值",
    bound: "界",
    gap: "相对间隙",
    residual: "最大残差",
    state: "复核凭证",
    whole: "整数解目标值",
    wholeGap: "整数解相对间隙",
    none: "在限制内未找到",
    proven: "已证明为最优",
  },
} as const;

function writeText(
  { engine, termination, objective, bound, certificate, whole }: SolvedProgram,
  lang: Language,
) {
  const words = WORDS[lang];
  const lines: string[][] = [
    [words.engine, engine],
    [words.ending, termination.reason],
  ];
  if (certificate) {
    lines.push(
      [words.objective, String(objective)],
      [words.bound, String(bound)],
      [words.gap, certificate.gap.toExponential(1)],
      [words.residual, certificate.maxResidual.toExponential(1)],
      [words.state, certificate.state],
    );
  }
  if (whole === null) lines.push([words.whole, words.none]);
  else if (whole) {
    lines.push(
      [words.whole, String(whole.objective)],
      [words.wholeGap, whole.isOptimal ? words.proven : whole.gap.toExponential(1)],
    );
  }
  return `${writeTable(lines.map((line) => line.map(cleanText)))}\n`;
}

function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileProblem("not-utf-8", path);
  }
}
