import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doJob, findRegion, type RegionPlace } from "#cli";
import { type Certificate, type LinearProgram, loadHighsSolver } from "#solver/engine";
import { type MpsProgram, readMps } from "./helpers/read-mps.ts";
import { thinRegion, writeRegion } from "./helpers/smaller-region.ts";

/** Two optima are the same when they differ by less than this part of their size. */
const SAME = 1e-6;

/** Solvers that read the file by their own reader, where they are installed. */
const OTHER_SOLVERS: readonly {
  readonly command: string;
  readonly solveFile: (file: string) => Promise<number>;
}[] = [
  {
    command: "glpsol",
    solveFile: async (file) => {
      execFileSync("glpsol", ["--freemps", file, "--write", `${file}.sol`], { stdio: "ignore" });
      // "s bas <rows> <columns> f f <objective>" is the line of the basic solution.
      return Number(/^s bas .* (\S+)$/m.exec(await readFile(`${file}.sol`, "utf8"))?.[1]);
    },
  },
  {
    command: "clp",
    solveFile: async (file) => {
      const output = execFileSync("clp", [file, "-solve", "-quit"], { encoding: "utf8" });
      return Number(/^Optimal objective (\S+)/m.exec(output)?.[1]);
    },
  },
];

function isInstalled(command: string): boolean {
  try {
    execFileSync("which", [command], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fenglin-program-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function solve(
  place: RegionPlace,
  engine: "highs" | "glpk",
): Promise<{ certificate: Certificate; program: string }> {
  const { summary, program, issues } = await doJob<"solve">({
    kind: "solve",
    place,
    engine,
    wants: { report: false, program: true },
  });
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(summary?.termination).toEqual({ reason: "optimal" });
  return { certificate: summary!.result!.certificate, program: program! };
}

/** Optimum of a written program by HiGHS alone, without our pricing. */
async function solveByHighs(program: string): Promise<number> {
  const lp = toLinearProgram(readMps(program));
  const solver = await loadHighsSolver();
  const outcome = await solver.solveLp(lp, { timeLimitS: 300, shouldStop: () => false });
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return -outcome.x.reduce((sum, share, column) => sum + share * lp.objective[column], 0);
}

/** A written minimisation in the form our solvers are handed: a maximisation of its negative. */
function toLinearProgram({ objective, columns, ...limits }: MpsProgram): LinearProgram {
  const starts = Int32Array.from([0, ...columns.map((entries) => entries.length)]);
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
  return {
    columnCount: columns.length,
    rowCount: limits.rowLower.length,
    objective: Float64Array.from(objective, (cost) => -cost),
    columnUpper: Float64Array.from(limits.columnUpper),
    rowLower: Float64Array.from(limits.rowLower),
    rowUpper: Float64Array.from(limits.rowUpper),
    starts,
    index: Int32Array.from(columns.flatMap((entries) => entries.map(({ row }) => row))),
    value: Float64Array.from(columns.flatMap((entries) => entries.map(({ value }) => value))),
  };
}

function expectSame(actual: number, certificate: Certificate): void {
  expect(Math.abs(actual - certificate.primal)).toBeLessThanOrEqual(
    SAME * Math.max(1, Math.abs(certificate.primal)),
  );
}

describe("the written program of a whole region", () => {
  it("has the same optimum when HiGHS reads it and solves it without pricing", async () => {
    const { certificate, program } = await solve(await findRegion("huajiang"), "highs");
    expect(certificate.state).toBe("verified");
    expectSame(await solveByHighs(program), certificate);
  }, 300_000);
});

describe("a thinned region", () => {
  let place: RegionPlace;
  let byHighs: { certificate: Certificate; program: string };

  beforeAll(async () => {
    await writeRegion(await thinRegion("huajiang", 12), folder);
    place = { folder, definitionFile: "region.json" };
    byHighs = await solve(place, "highs");
  });

  it("has the same optimum by GLPK as by HiGHS", async () => {
    const byGlpk = await solve(place, "glpk");
    expect(byGlpk.program).toBe(byHighs.program);
    expect(byGlpk.certificate.state).not.toBe("refused");
    expectSame(byGlpk.certificate.primal, byHighs.certificate);
  });

  it.each(OTHER_SOLVERS.filter(({ command }) => isInstalled(command)))(
    "has it by $command, which reads the file itself",
    async ({ command, solveFile }) => {
      const file = join(folder, `${command}.mps`);
      await writeFile(file, byHighs.program);
      expectSame(await solveFile(file), byHighs.certificate);
    },
  );

  it("would show a coefficient that is written wrong", async () => {
    // Every cost loses its sign.
    const wrong = byHighs.program.replace(/ z -(\d)/g, " z $1");
    expect(wrong).not.toBe(byHighs.program);
    expect(Math.abs((await solveByHighs(wrong)) - byHighs.certificate.primal)).toBeGreaterThan(SAME);
  });
});
