import { beforeAll, describe, expect, it } from "vitest";
import {
  certify,
  createHighsEngine,
  fullLinearProgram,
  type LpSolver,
  loadHighsSolver,
} from "#solver/engine";
import { compileProgram, type Program } from "#solver/model";
import { anAssessment, aProblem } from "../../tests/helpers/an-assessment.ts";
import { solveByPricing } from "./pricing.ts";

const HOOKS = { secondsLeft: () => 60, shouldStop: () => false, onRound: async () => {} };
const ENGINE = createHighsEngine();

function regionProgram(units: number, seed: number, tied = false, changes = {}): Program {
  const assessment = anAssessment({ units, seed, tied, subBasins: 9, villages: 6 });
  return compileProgram(aProblem(assessment, changes), assessment).program as Program;
}

describe("solveByPricing", () => {
  let solver: LpSolver;
  beforeAll(async () => {
    solver = await loadHighsSolver();
  });

  it.each([
    [1, false],
    [2, true],
    [3, false],
  ])("finds the optimum a general solver finds on all columns (seed %i, tied %s)", async (seed, tied) => {
    const program = regionProgram(500, seed, tied);
    const whole = await solver.solveLp(fullLinearProgram(program), {
      timeLimitS: 60,
      shouldStop: () => false,
    });
    if (whole.status !== "optimal") throw new Error(whole.status);
    const priced = await solveByPricing(program, solver, HOOKS);
    expect(priced.status).toBe("optimal");
    const expected = program.benefit.reduce((sum, benefit, column) => sum + benefit * whole.x[column], 0);
    expect(Math.abs(priced.value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    expect(certify(program, priced.x, priced.y).state).toBe("verified");
  });

  it("settles in few rounds", async () => {
    expect((await solveByPricing(regionProgram(900, 5), solver, HOOKS)).rounds).toBeLessThanOrEqual(8);
  });

  it("returns a vertex: no more split parcels than binding rows and active caps", async () => {
    const program = regionProgram(600, 4);
    const { x, y } = await solveByPricing(program, solver, HOOKS);
    const inside = new Set<number>();
    x.forEach((share, column) => {
      const pair = program.columnPair[column];
      const isCapped = program.cap[pair] < 1 && share > program.cap[pair] - 1e-9;
      if (share > 1e-9 && share < 1 - 1e-9 && !isCapped)
        inside.add(Math.floor(pair / program.options.length));
    });
    const binding = y.filter((price) => Math.abs(price) > 1e-12).length;
    const capped = x.filter((share, column) => {
      const cap = program.cap[program.columnPair[column]];
      return cap < 1 && share > cap - 1e-9;
    }).length;
    expect(inside.size).toBeLessThanOrEqual(binding + capped);
  });

  it("is deterministic to the last bit", async () => {
    const [first, second] = [
      await solveByPricing(regionProgram(400, 6), solver, HOOKS),
      await solveByPricing(regionProgram(400, 6), solver, HOOKS),
    ];
    expect(second).toEqual(first);
  });
});

describe("an engine by pricing", () => {
  it("ends infeasible with the rows that give way when rows contradict one another", async () => {
    const program = regionProgram(500, 1, false, { publicCapitalCny: 1e6 });
    const { termination } = await ENGINE.solve(program, {});
    expect(termination.reason).toBe("infeasible");
    const unmet = termination.reason === "infeasible" ? termination.rows : [];
    expect(unmet.length).toBeGreaterThan(0);

    // Loosened to what they were said to reach, and a little more against round-off, those rows can be met.
    const reach = new Map(unmet.map(({ id, attainable }) => [id, attainable]));
    const loosen = (limits: Float64Array, side: 0 | 1) =>
      limits.map((limit, row) => {
        const { id, constant, scale } = program.rows[row];
        const reached = ((reach.get(id)?.[side] ?? Number.NaN) - constant) / scale;
        const room = 1e-7 * Math.max(1, Math.abs(reached));
        if (Number.isNaN(reached)) return limit;
        return side === 0 ? Math.min(limit, reached - room) : Math.max(limit, reached + room);
      });
    const loosened = {
      ...program,
      rowLower: loosen(program.rowLower, 0),
      rowUpper: loosen(program.rowUpper, 1),
    };
    expect((await ENGINE.solve(loosened, {})).termination).toEqual({ reason: "optimal" });
  });

  it("stops at a cancel without a layout", async () => {
    const controller = new AbortController();
    const solution = await ENGINE.solve(regionProgram(500, 1), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(solution.termination).toEqual({ reason: "no-solution", limit: "cancel" });
    expect(solution.x).toHaveLength(0);
  });

  it("stops at a time limit", async () => {
    const { termination } = await ENGINE.solve(regionProgram(500, 1), { timeLimitS: 0 });
    expect(termination).toEqual({ reason: "no-solution", limit: "time" });
  });

  it("reports a bound that falls and a layout that never exceeds it", async () => {
    const bounds: number[] = [];
    const program = regionProgram(900, 5);
    const solution = await ENGINE.solve(program, { onProgress: ({ bound }) => bounds.push(bound) });
    const value = program.benefit.reduce((sum, benefit, column) => sum + benefit * solution.x[column], 0);
    expect(bounds.length).toBeGreaterThan(0);
    for (const [index, bound] of bounds.entries()) {
      expect(bound).toBeGreaterThanOrEqual(value - 1e-9 * Math.abs(value));
      if (index > 0) expect(bound).toBeLessThanOrEqual(bounds[index - 1]);
    }
  });
});
