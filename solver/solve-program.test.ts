import { describe, expect, it } from "vitest";
import { createDualEngine, createGlpkEngine, createHighsEngine, type EngineId } from "#solver/engine";
import { writeMps } from "#solver/model";
import { GAP_TYPES, seededGap, writeGapMps } from "../tests/helpers/seeded-gap.ts";
import { seededProgram } from "../tests/helpers/seeded-program.ts";
import { smallProgram } from "../tests/helpers/small-program.ts";
import { type SolvedProgram, solveProgram } from "./solve-program.ts";

const engines = [createDualEngine(), createHighsEngine(), createGlpkEngine("node")];

async function solve(text: string, engine?: EngineId, integral = false): Promise<SolvedProgram> {
  const { solved, issues } = await solveProgram(text, "a.mps", {
    engines,
    integral,
    ...(engine ? { engine } : {}),
  });
  if (!solved) throw new Error(JSON.stringify(issues));
  return solved;
}

function mpsOf(rows: string, columns: string, rhs: string, bounds = ""): string {
  return `NAME t\nROWS\n N z\n${rows}\nCOLUMNS\n${columns}\nRHS\n${rhs}\nBOUNDS\n${bounds}\nENDATA\n`.replace(
    /\n\n/g,
    "\n",
  );
}

describe("solveProgram on written programs", () => {
  it("finds the units again and the same optimum", async () => {
    const program = seededProgram("plain", 400, 2);
    const known = await engines[0].solve(program, {});
    const value = known.x.reduce((sum, share, column) => sum + share * program.benefit[column], 0);
    const solved = await solve(writeMps(program));
    expect(solved.engine).toBe("dual");
    expect(solved.termination).toEqual({ reason: "optimal" });
    expect(solved.certificate?.state).toBe("verified");
    expect(solved.units).toBe(
      new Set(program.columnPair.map((pair) => Math.floor(pair / program.options.length))).size,
    );
    expect(Math.abs((solved.objective as number) + value)).toBeLessThan(1e-9 * value);
    known.x.forEach((share, column) => {
      expect(Math.abs((solved.columns as Float64Array)[column] - share)).toBeLessThan(1e-6);
    });
  });

  it.each(["cover", "auxiliary", "badly-scaled", "two-sided", "capped"] as const)(
    "agrees over the engines: %s",
    async (kind) => {
      for (let seed = 40; seed < 48; seed++) {
        const text = writeMps(smallProgram(kind, seed));
        const reference = await solve(text, "highs");
        const answers = [reference, await solve(text), await solve(text, "glpk")];
        for (const { objective, certificate } of answers) {
          expect(certificate?.state, `${kind} ${seed}`).toBe("verified");
          const size = Math.max(1, Math.abs(reference.objective as number));
          expect(Math.abs((objective as number) - (reference.objective as number)) / size).toBeLessThan(1e-9);
        }
      }
    },
  );

  it("finds what contradicts, whichever engine is asked", async () => {
    const text = writeGapMps({ ...seededGap("c", 3, 8, 1), capacity: [30, 30, 20] });
    for (const engine of [undefined, "highs", "glpk"] as const) {
      const { termination, certificate, infeasibilityProven } = await solve(text, engine);
      expect(termination.reason).toBe("infeasible");
      expect(infeasibilityProven).toBe(true);
      expect(certificate).toBeUndefined();
    }
  });
});

describe("solveProgram on generalised assignment", () => {
  it.each(GAP_TYPES)("has one bound for every engine and a whole answer above it: type %s", async (type) => {
    const gap = seededGap(type, 3, 12, 1);
    const [dual, highs] = [await solve(writeGapMps(gap), "dual"), await solve(writeGapMps(gap), "highs")];
    expect(dual.isAssignment).toBe(true);
    expect(dual.units).toBe(gap.jobs);
    expect(dual.couplingRows).toBe(gap.agents);
    expect(dual.certificate?.state).toBe("verified");
    expect(Math.abs((dual.bound as number) - (highs.bound as number))).toBeLessThan(
      1e-9 * (highs.bound as number),
    );
    const whole = dual.whole as NonNullable<SolvedProgram["whole"]>;
    expect(whole.objective).toBeGreaterThanOrEqual((dual.bound as number) - 1e-9);
    expect(whole.gap).toBeLessThan(0.15);
    expect(costOf(gap, whole.columns)).toBe(whole.objective);
  });

  it("agrees with trying every assignment", async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const gap = seededGap("c", 3, 7, seed);
      const { whole, termination } = await solve(writeGapMps(gap));
      const best = tryAll(gap);
      if (termination.reason === "infeasible") expect(best).toBe(Number.POSITIVE_INFINITY);
      else expect(whole?.objective ?? Number.POSITIVE_INFINITY).toBe(best);
    }
  });
});

describe("solveProgram on other programs", () => {
  // Source: model.md TV-F8's program: 18 at (2, 6) with prices 1 and 1.
  const CORNER = mpsOf(
    " L r1\n L r2",
    " x z -3 r1 2\n x r2 1\n y z -2 r1 1\n y r2 1",
    " rhs r1 10 r2 8",
    " LO b x 1",
  );

  it("gives them to a general solver, with prices in the file's own sense", async () => {
    const solved = await solve(CORNER);
    expect(solved.isAssignment).toBe(false);
    expect(solved.engine).toBe("highs");
    expect(solved.objective).toBeCloseTo(-18, 9);
    expect([...(solved.columns as Float64Array)]).toEqual([2, 6]);
    expect([...(solved.rowPrices as Float64Array)].map((price) => Math.round(price * 1e9) / 1e9)).toEqual([
      -1, -1,
    ]);
    expect(solved.certificate?.state).toBe("verified");
  });

  it("refuses the dual engine where there are no assignment rows", async () => {
    const { solved, issues } = await solveProgram(CORNER, "a.mps", {
      engines,
      integral: false,
      engine: "dual",
    });
    expect(solved).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(["mps-no-assignment-rows"]);
  });

  it("solves free, turned and wide columns, and calls a program without a bottom unbounded", async () => {
    const free = mpsOf(
      " G r\n E s",
      " x z 1 r 1\n x s 1\n y z 2 s -3\n w z 1 r 1",
      " rhs r -2e7 s 3",
      " FR b x\n FR b y\n MI b w\n UP b w 5",
    );
    const solved = await solve(free);
    expect(solved.certificate?.state).toBe("verified");
    const [x, y, w] = solved.columns as Float64Array;
    expect(x + w).toBeCloseTo(-2e7, 4);
    expect(x - 3 * y).toBeCloseTo(3, 4);
    expect(w).toBeCloseTo(5, 6);
    const bottomless = mpsOf(" L r", " x z -1 r 1\n y z 0 r -1", " rhs r 1");
    expect((await solve(bottomless)).termination.reason).toBe("unbounded");
  });

  it("rescales rows far from 1 by powers of two and says which", async () => {
    const text = mpsOf(
      " L tiny\n L huge\n E one",
      " x z -1 tiny 2e-12\n x huge 1e12 one 1\n y z 0 one 1 tiny -1e-12\n y huge 5e11",
      " rhs tiny 1e-12 huge 9e11 one 1",
    );
    const { solved, issues } = await solveProgram(text, "a.mps", { engines, integral: false });
    expect(solved?.objective).toBeCloseTo(-2 / 3, 9);
    expect(solved?.certificate?.state).toBe("verified");
    expect(issues.map(({ context }) => context.name)).toEqual(["tiny", "huge"]);
  });
});

function costOf({ agents, cost }: ReturnType<typeof seededGap>, columns: Float64Array): number {
  return columns.reduce(
    (sum, share, column) => sum + share * cost[column % agents][Math.floor(column / agents)],
    0,
  );
}

function tryAll({ agents, jobs, cost, weight, capacity }: ReturnType<typeof seededGap>): number {
  let best = Number.POSITIVE_INFINITY;
  for (let code = 0; code < agents ** jobs; code++) {
    const used = new Array<number>(agents).fill(0);
    let total = 0;
    for (let job = 0, rest = code; job < jobs; job++, rest = Math.floor(rest / agents)) {
      const agent = rest % agents;
      used[agent] += weight[agent][job];
      total += cost[agent][job];
    }
    if (used.every((amount, agent) => amount <= capacity[agent])) best = Math.min(best, total);
  }
  return best;
}
