import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createHighsEngine, loadHighsSolver } from "#solver/engine";
import { compileProgram, type Program, writeMps } from "#solver/model";
import { aProgram } from "../../tests/helpers/a-program.ts";
import { aRandomProgram } from "../../tests/helpers/a-random-program.ts";
import { anAssessment, aProblem } from "../../tests/helpers/an-assessment.ts";
import { readMps } from "../../tests/helpers/read-mps.ts";

const ENGINE = createHighsEngine();
const SOLVER = loadHighsSolver();

const REGION = (() => {
  const assessment = anAssessment({ units: 150, seed: 4, subBasins: 4, villages: 3 });
  return compileProgram(aProblem(assessment), assessment).program as Program;
})();

/** Solvers of other houses that this machine happens to have; the list of tests says which. */
const OTHER_SOLVERS: Readonly<Record<string, (file: string) => number>> = {
  glpsol: (file) => {
    const report = `${file}.out`;
    execFileSync("glpsol", ["--freemps", file, "-o", report], { stdio: "pipe" });
    return Number(
      /Objective:\s+z\s+=\s+(\S+)/.exec(execFileSync("cat", [report], { encoding: "utf8" }))?.[1],
    );
  },
  clp: (file) => {
    const text = execFileSync("clp", [file, "-dualsimplex"], { encoding: "utf8" });
    return Number(/Optimal objective (\S+)/.exec(text)?.[1]);
  },
};
const INSTALLED = Object.keys(OTHER_SOLVERS).filter(isInstalled);

describe("writeMps", () => {
  it("is free of everything readers disagree on", () => {
    const text = writeMps(REGION);
    expect(text).not.toMatch(/OBJSENSE|RANGES|MAX|NaN|Infinity/);
    const names = text.match(/(?<=^ (?:[LGE]|UP b) ?)\S+/gm) ?? [];
    for (const name of names) expect(name).toMatch(/^[rc]\d+$/);
  });

  it("writes numbers that read back to the same double", () => {
    const read = readMps(writeMps(REGION));
    expect(read.objective).toEqual(Array.from(REGION.benefit, (value) => -value));
    expect(read.columnUpper).toEqual(Array.from(REGION.columnPair, (pair) => REGION.cap[pair]));
    const coupling = REGION.rows.reduce((count, _, row) => count + (isTwoSided(REGION, row) ? 2 : 1), 0);
    const entries = read.columns.map((column) => column.filter(({ row }) => row < coupling).length);
    const expected = Array.from(REGION.benefit, (_, column) => {
      let count = 0;
      for (let entry = REGION.columnStarts[column]; entry < REGION.columnStarts[column + 1]; entry++) {
        count += isTwoSided(REGION, REGION.rowIndex[entry]) ? 2 : 1;
      }
      return count;
    });
    expect(entries).toEqual(expected);
  });

  it.each([0, 1, 2, 3, 6, 8, 11])(
    "has the optimum of the program it was written from (seed %i)",
    async (seed) => {
      const { program } = aRandomProgram(seed);
      expect(await optimumOfText(program)).toBeCloseTo(await optimumOfProgram(program), 7);
    },
  );

  it("keeps columns without any entry and limits of zero", async () => {
    const program = aProgram({
      areaHa: [1, 1],
      benefitPerHa: [
        [0, 3],
        [2, 0],
      ],
      rows: [
        {
          perHa: [
            [0, 1],
            [-1, 0],
          ],
          upper: 0,
        },
      ],
    });
    expect(readMps(writeMps(program)).columns).toHaveLength(4);
    expect(await optimumOfText(program)).toBeCloseTo(-5, 9);
  });

  it.each([...INSTALLED, "highs"])("has the same optimum to 1e-6 in %s", async (solver) => {
    const expected = await optimumOfProgram(REGION);
    const actual =
      solver === "highs" ? await optimumOfText(REGION) : OTHER_SOLVERS[solver](writeTemporary(REGION));
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));
  });

  it("catches a planted fault: one changed digit moves the optimum", async () => {
    const changed = { ...REGION, benefit: REGION.benefit.map((value) => value * 1.001) };
    const difference = Math.abs((await optimumOfText(changed)) - (await optimumOfProgram(REGION)));
    expect(difference).toBeGreaterThan(1e-3);
  });
});

async function optimumOfProgram(program: Program): Promise<number> {
  const { x, termination } = await ENGINE.solve(program, {});
  expect(termination).toEqual({ reason: "optimal" });
  return -program.benefit.reduce((sum, benefit, column) => sum + benefit * x[column], 0);
}

/** Optimum of the written text, read by a reader of its own and solved through the typed interface. */
async function optimumOfText(program: Program): Promise<number> {
  const read = readMps(writeMps(program));
  const starts = [0];
  const index: number[] = [];
  const value: number[] = [];
  for (const column of read.columns) {
    for (const entry of column) {
      index.push(entry.row);
      value.push(entry.value);
    }
    starts.push(index.length);
  }
  const outcome = await (await SOLVER).solveLp(
    {
      columnCount: read.columns.length,
      rowCount: read.rowLower.length,
      objective: Float64Array.from(read.objective, (cost) => -cost),
      columnUpper: Float64Array.from(read.columnUpper),
      rowLower: Float64Array.from(read.rowLower),
      rowUpper: Float64Array.from(read.rowUpper),
      starts: Int32Array.from(starts),
      index: Int32Array.from(index),
      value: Float64Array.from(value),
    },
    { timeLimitS: 60, shouldStop: () => false },
  );
  if (outcome.status !== "optimal") throw new Error(outcome.status);
  return read.objective.reduce((sum, cost, column) => sum + cost * outcome.x[column], 0);
}

function isTwoSided({ rowLower, rowUpper }: Program, row: number): boolean {
  return Number.isFinite(rowLower[row]) && Number.isFinite(rowUpper[row]) && rowLower[row] !== rowUpper[row];
}

function writeTemporary(program: Program): string {
  const file = join(mkdtempSync(join(tmpdir(), "fenglin-mps-")), "program.mps");
  writeFileSync(file, writeMps(program));
  return file;
}

function isInstalled(command: string): boolean {
  try {
    execFileSync("which", [command], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}
