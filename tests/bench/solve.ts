import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import type { SeededKind } from "../helpers/seeded-program.ts";
import { BENCH_ENGINES, type BenchLine, type BenchTask } from "./solve-once.ts";

const KINDS: readonly SeededKind[] = ["plain", "tied", "region"];
const CHILD = fileURLToPath(new URL("./solve-child.ts", import.meta.url));
/** Two optima of one program may differ by this, relatively. */
const SAME_OPTIMUM = 1e-9;

/**
 * Races engines on seeded programs, each engine and size in a process of its own, in turn. Prints one JSON line for
 * each, then a table with the ratios to the first engine.
 *
 * `--units 1000,5000 --engines dual,highs,glpk --kind plain|tied|region --seed 1`
 *
 * @returns false when an engine failed or two optima differ.
 */
export async function benchSolve(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      units: { type: "string", default: "1000,5000" },
      engines: { type: "string", default: "dual,highs" },
      kind: { type: "string", default: "plain" },
      seed: { type: "string", default: "1" },
    },
  });
  const kind = pick(KINDS, values.kind);
  const engines = values.engines.split(",").map((name) => pick(BENCH_ENGINES, name));
  const lines: BenchLine[] = [];
  for (const units of values.units.split(",").map(Number)) {
    for (const engine of engines) {
      const line = await runChild({ kind, units, seed: Number(values.seed), engine });
      console.log(JSON.stringify(line));
      lines.push(line);
    }
  }
  console.log(`\n${table(lines)}`);
  return lines.every((line) => agrees(line, lines));
}

function pick<T extends string>(known: readonly T[], word: string): T {
  const found = known.find((name) => name === word);
  if (!found) throw new Error(`${word}: expected ${known.join(", ")}`);
  return found;
}

async function runChild(task: BenchTask): Promise<BenchLine> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--max-old-space-size=8192", "--import", "tsx", CHILD, JSON.stringify(task)],
    { maxBuffer: 1e7 },
  );
  return JSON.parse(stdout) as BenchLine;
}

function firstOf(line: BenchLine, lines: readonly BenchLine[]): BenchLine {
  return lines.find(({ units }) => units === line.units) ?? line;
}

function agrees(line: BenchLine, lines: readonly BenchLine[]): boolean {
  const { objective } = firstOf(line, lines);
  return Math.abs(line.objective - objective) <= SAME_OPTIMUM * Math.max(1, Math.abs(objective));
}

function table(lines: readonly BenchLine[]): string {
  const heads = [
    "units",
    "engine",
    "cold s",
    "x",
    "warm s",
    "hot s",
    "x",
    "gap",
    "splits",
    "rounds",
    "passes",
    "MiB",
  ];
  const body = lines.map((line) => {
    const first = firstOf(line, lines);
    const times = (own: number, other: number) => (line === first ? "" : (own / other).toFixed(1));
    return [
      String(line.units),
      line.engine,
      line.coldCpuS.toFixed(2),
      times(line.coldCpuS, first.coldCpuS),
      line.warmCpuS.toFixed(2),
      line.hotCpuS.toFixed(2),
      times(line.warmCpuS, first.warmCpuS),
      line.status === "optimal" ? line.gap.toExponential(1) : line.status,
      String(line.splits),
      String(line.rounds),
      line.passes.toFixed(1),
      String(line.peakMiB),
    ];
  });
  const widths = heads.map((head, at) => Math.max(head.length, ...body.map((cells) => cells[at].length)));
  return [heads, ...body]
    .map((cells) => cells.map((cell, at) => cell.padStart(widths[at])).join("  "))
    .join("\n");
}
