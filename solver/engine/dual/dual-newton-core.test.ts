import { beforeAll, describe, expect, it } from "vitest";
import type { Program } from "#solver/model";
import { withLimits } from "../../../tests/helpers/assemble-large.ts";
import { type SeededKind, seededProgram } from "../../../tests/helpers/seeded-program.ts";
import { SMALL_KINDS, smallProgram } from "../../../tests/helpers/small-program.ts";
import { certify } from "../certificate.ts";
import type { SolveProgress } from "../engine.ts";
import { fullLinearProgram } from "../full-program.ts";
import { loadHighsSolver } from "../highs.ts";
import type { LpSolver } from "../linear-program.ts";
import { solveByDual } from "./dual-newton-core.ts";
import { prepareProgram } from "./prepare-program.ts";
import { provesInfeasible } from "./prove-infeasible.ts";
import { UNIT_KIND, unitColumns } from "./unit-columns.ts";

let highs: LpSolver;
beforeAll(async () => {
  highs = await loadHighsSolver();
});

const NO_LIMITS = { timeLimitS: 60, shouldStop: () => false };
const PER_KIND = 30;

async function plainOptimum(program: Program): Promise<number | "infeasible"> {
  const outcome = await highs.solveLp(fullLinearProgram(program), NO_LIMITS);
  if (outcome.status === "infeasible") return "infeasible";
  if (outcome.status !== "optimal") throw new Error(`HiGHS: ${outcome.status}`);
  return value(program, outcome.x);
}

function value(program: Program, x: Float64Array): number {
  return x.reduce((sum, share, column) => sum + share * program.benefit[column], 0);
}

/** Units with a share that is neither nothing, nor a cap, nor all that is left. */
function splitUnits(program: Program, x: Float64Array): number {
  const split = new Set<number>();
  x.forEach((share, column) => {
    const pair = program.columnPair[column];
    const unit = Math.floor(pair / program.options.length);
    const cap = Math.min(program.cap[pair], program.unitLimit[unit]);
    if (share > 1e-9 && share < cap - 1e-9) split.add(unit);
  });
  return split.size;
}

describe("solveByDual on small programs", () => {
  for (const kind of SMALL_KINDS) {
    it(`agrees with HiGHS in status and to 1e-9 in objective: ${kind}`, async () => {
      let feasible = 0;
      for (let seed = 1; seed <= PER_KIND; seed++) {
        const program = smallProgram(kind, seed);
        const expected = await plainOptimum(program);
        const solution = await solveByDual(highs, program, {});
        const name = `${kind} ${seed}`;
        if (expected === "infeasible") {
          expect(solution.termination.reason, name).toBe("infeasible");
          expect(provesInfeasible(program, unitColumns(program), solution.rowDual), name).toBe(true);
          continue;
        }
        feasible++;
        expect(solution.termination, name).toEqual({ reason: "optimal" });
        const certificate = certify(program, solution.x, solution.rowDual);
        expect(certificate.state, `${name} ${JSON.stringify(certificate)}`).toBe("verified");
        expect(
          Math.abs(value(program, solution.x) - expected) / Math.max(1, Math.abs(expected)),
          name,
        ).toBeLessThan(1e-9);
      }
      expect(feasible).toBe(kind === "infeasible" ? 0 : PER_KIND);
    });
  }
});

/** Passes over all units a solve may cost, and rounds of its core: work is asserted, not seconds. */
const BUDGETS: readonly { kind: SeededKind; units: number; seed: number; passes: number; rounds: number }[] =
  [
    { kind: "plain", units: 1000, seed: 1, passes: 30, rounds: 4 },
    { kind: "plain", units: 5000, seed: 1, passes: 25, rounds: 4 },
    { kind: "tied", units: 5000, seed: 3, passes: 25, rounds: 4 },
    { kind: "plain", units: 20_000, seed: 1, passes: 15, rounds: 4 },
    { kind: "tied", units: 20_000, seed: 1, passes: 20, rounds: 5 },
    { kind: "region", units: 2000, seed: 1, passes: 50, rounds: 8 },
  ];

describe("solveByDual on seeded regions", () => {
  for (const { kind, units, seed, passes, rounds } of BUDGETS) {
    it(`proves ${kind} with ${units} units within ${passes} passes and splits no more than rows bind`, async () => {
      const program = seededProgram(kind, units, seed);
      const solution = await solveByDual(highs, program, {});
      expect(solution.termination).toEqual({ reason: "optimal" });
      expect(certify(program, solution.x, solution.rowDual).state).toBe("verified");
      expect(solution.passes).toBeLessThanOrEqual(passes);
      expect(solution.rounds).toBeLessThanOrEqual(rounds);
      const { kind: unitKind } = unitColumns(program);
      const capped = unitKind.filter((value) => value === UNIT_KIND.capped).length;
      expect(splitUnits(program, solution.x)).toBeLessThanOrEqual(program.rows.length + capped);
    });
  }

  it("agrees with HiGHS on a region with caps, streams and zones", async () => {
    const program = seededProgram("region", 300, 4);
    const expected = await plainOptimum(program);
    const solution = await solveByDual(highs, program, {});
    if (expected === "infeasible") throw new Error("the seeded region should be feasible");
    expect(Math.abs(value(program, solution.x) - expected)).toBeLessThan(1e-9 * Math.abs(expected));
  });
});

describe("solveByDual", () => {
  const program = seededProgram("plain", 1500, 7);

  it("gives the same bytes every time", async () => {
    const first = await solveByDual(highs, program, {});
    const again = await solveByDual(await loadHighsSolver(), program, {});
    expect(again.x).toEqual(first.x);
    expect(again.rowDual).toEqual(first.rowDual);
  });

  it("needs less work from the prices of a similar program", async () => {
    const cold = await solveByDual(highs, program, {});
    const upper = program.rowUpper.slice();
    const binding = cold.rowDual.indexOf(Math.max(...cold.rowDual));
    upper[binding] -= 0.03 * Math.abs(upper[binding]);
    const tighter = withLimits(program, program.rowLower, upper);
    const hot = await solveByDual(highs, tighter, { warmStart: { rowDual: cold.rowDual } });
    const fresh = await solveByDual(highs, tighter, {});
    expect(hot.passes).toBeLessThan(fresh.passes as number);
    expect(certify(tighter, hot.x, hot.rowDual).state).toBe("verified");
    expect(value(tighter, hot.x)).toBeCloseTo(value(tighter, fresh.x), 5);
    expect(value(tighter, hot.x)).toBeLessThan(value(program, cold.x));
  });

  it("does not need the factored terms, as of a program read from a file", async () => {
    const bare = { ...program, rows: program.rows.map((row) => ({ ...row, terms: [] })) };
    bare.coefficient = program.coefficient.slice();
    expect(prepareProgram(bare).isFactored).toBe(false);
    expect(prepareProgram(program).isFactored).toBe(true);
    const factored = await solveByDual(highs, program, {});
    const plain = await solveByDual(highs, bare, {});
    expect(certify(program, plain.x, plain.rowDual).state).toBe("verified");
    expect(Math.abs(value(program, plain.x) - value(program, factored.x))).toBeLessThan(
      1e-9 * value(program, factored.x),
    );
  });

  it("goes by the coefficients where a term contradicts them", async () => {
    const wrong = { ...program, coefficient: program.coefficient.slice() };
    // Below what the comparison of the two forms looks at, above what the certificate forgives.
    for (let entry = 0; entry < wrong.coefficient.length; entry += 7) wrong.coefficient[entry] *= 1 + 4e-8;
    expect(prepareProgram(wrong).isFactored).toBe(true);
    const solution = await solveByDual(highs, wrong, {});
    expect(certify(wrong, solution.x, solution.rowDual).state).toBe("verified");
  });

  it("stops when asked and says what it has", async () => {
    const controller = new AbortController();
    controller.abort();
    const solution = await solveByDual(highs, program, { signal: controller.signal });
    expect(solution.termination).toEqual({ reason: "no-solution", limit: "cancel" });
    const late = await solveByDual(highs, program, { timeLimitS: 0 });
    expect(late.termination).toEqual({ reason: "no-solution", limit: "time" });
  });

  it("reports rounds with a bound no layout exceeds", async () => {
    const seen: SolveProgress[] = [];
    const solution = await solveByDual(highs, program, { onProgress: (progress) => seen.push(progress) });
    const best = value(program, solution.x);
    expect(seen).toHaveLength(solution.rounds);
    for (const { bound } of seen) expect(bound).toBeGreaterThan(best * (1 - 1e-9));
    expect(seen[seen.length - 1].incumbent).toBeCloseTo(best, 5);
  });

  it("names the rows that clash and proves it", async () => {
    const lower = program.rowLower.slice();
    const area = program.rows.findIndex(({ id }) => id === "area:0");
    const capital = program.rows.findIndex(({ id }) => id === "capital");
    const upper = program.rowUpper.slice();
    upper[capital] = 1e-3 * upper[capital];
    const solution = await solveByDual(highs, withLimits(program, lower, upper), {});
    if (solution.termination.reason !== "infeasible") throw new Error(solution.termination.reason);
    const clash = solution.termination.rows.map(({ id }) => id);
    expect(clash).toContain("capital");
    expect(lower[area]).toBeGreaterThan(0);
    expect(clash.length).toBeGreaterThan(1);
  });

  it("answers programs without rows, without columns and without either", async () => {
    const none = new Float64Array(0);
    const noRows: Program = {
      ...program,
      rows: [],
      columnStarts: new Int32Array(program.columnPair.length + 1),
      rowIndex: new Int32Array(0),
      coefficient: none,
      rowLower: none,
      rowUpper: none,
    };
    const free = await solveByDual(highs, noRows, {});
    expect(certify(noRows, free.x, free.rowDual).state).toBe("verified");
    const noColumns: Program = {
      ...program,
      cap: new Float64Array(program.cap.length),
      columnPair: new Int32Array(0),
      benefit: none,
      columnStarts: new Int32Array(1),
      rowIndex: new Int32Array(0),
      coefficient: none.slice(),
    };
    const demanded = await solveByDual(highs, noColumns, {});
    expect(demanded.termination.reason).toBe("infeasible");
    const idle = withLimits(
      noColumns,
      program.rowLower.map(() => Number.NEGATIVE_INFINITY),
      program.rowUpper.map(() => 1),
    );
    expect((await solveByDual(highs, idle, {})).termination).toEqual({ reason: "optimal" });
  });
});

describe("provesInfeasible", () => {
  it("is not convinced by prices that prove nothing", async () => {
    const program = smallProgram("two-sided", 3);
    const solution = await solveByDual(highs, program, {});
    expect(provesInfeasible(program, unitColumns(program), solution.rowDual)).toBe(false);
    for (let row = 0; row < program.rows.length; row++) {
      const unit = new Float64Array(program.rows.length);
      unit[row] = 1;
      expect(provesInfeasible(program, unitColumns(program), unit)).toBe(false);
      unit[row] = -1;
      expect(provesInfeasible(program, unitColumns(program), unit)).toBe(false);
    }
  });
});
