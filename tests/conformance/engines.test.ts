import { describe, expect, it } from "vitest";
import {
  certify,
  createDualEngine,
  createGlpkEngine,
  createHighsEngine,
  loadGlpkSolver,
  loadHighsSolver,
} from "#solver/engine";
import type { Program } from "#solver/model";
import { findLeastViolation, type PricingHooks, solveByPricing } from "../../solver/engine/pricing.ts";
import { aRandomProgram } from "../helpers/a-random-program.ts";

const SEEDS = Array.from({ length: 240 }, (_, seed) => seed);
const HOOKS: PricingHooks = { secondsLeft: () => 60, shouldStop: () => false, onRound: async () => {} };

interface Answer {
  readonly status: "optimal" | "infeasible";
  readonly value: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const highs = createHighsEngine();
const glpk = createGlpkEngine("node");
const dual = createDualEngine();
const highsSolver = loadHighsSolver();
const glpkSolver = loadGlpkSolver("node");

/** Every way this program can be solved, by name. */
const WAYS: Readonly<Record<string, (program: Program) => Promise<Answer>>> = {
  highs: (program) => whole(highs, program),
  glpk: (program) => whole(glpk, program),
  dual: (program) => whole(dual, program),
  "pricing with highs": async (program) => priced(program, await highsSolver),
  "pricing with glpk": async (program) => priced(program, await glpkSolver),
};

describe("engines on seeded programs", () => {
  const answers = new Map<string, readonly Answer[]>();

  it.each(Object.keys(WAYS))("%s answers every program, and certifies what it calls optimal", async (way) => {
    const all: Answer[] = [];
    for (const seed of SEEDS) {
      const { program, kind } = aRandomProgram(seed);
      const answer = await WAYS[way](program);
      if (answer.status === "optimal") {
        expect(certify(program, answer.x, answer.y), `seed ${seed}, ${kind}`).toMatchObject({
          state: "verified",
        });
      }
      all.push(answer);
    }
    answers.set(way, all);
  });

  it("agrees in status and, to 1e-9, in value", () => {
    const reference = answers.get("highs") as readonly Answer[];
    for (const [way, all] of answers) {
      for (const [seed, answer] of all.entries()) {
        const context = `${way}, seed ${seed}, ${aRandomProgram(seed).kind}`;
        expect(answer.status, context).toBe(reference[seed].status);
        if (answer.status === "infeasible") continue;
        const difference = Math.abs(answer.value - reference[seed].value);
        expect(difference, context).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(answer.value)));
      }
    }
  });

  it("has met both endings and every kind of program", () => {
    const reference = answers.get("highs") as readonly Answer[];
    expect(reference.filter((answer) => answer.status === "optimal").length).toBeGreaterThan(100);
    expect(reference.filter((answer) => answer.status === "infeasible").length).toBeGreaterThan(20);
    expect(new Set(SEEDS.map((seed) => aRandomProgram(seed).kind)).size).toBe(5);
  });

  it("splits no more parcels than coupling rows and active caps allow", () => {
    const reference = answers.get("highs") as readonly Answer[];
    for (const [seed, answer] of reference.entries()) {
      if (answer.status === "infeasible") continue;
      const { program } = aRandomProgram(seed);
      expect(splitParcels(program, answer.x), `seed ${seed}`).toBeLessThanOrEqual(
        program.rows.length + parcelsWithActiveCap(program, answer.x),
      );
    }
  });
});

async function whole(engine: ReturnType<typeof createHighsEngine>, program: Program): Promise<Answer> {
  const { termination, x, rowDual } = await engine.solve(program, {});
  if (termination.reason !== "optimal" && termination.reason !== "infeasible") {
    throw new Error(JSON.stringify(termination));
  }
  return { status: termination.reason, value: valueOfShares(program, x), x, y: rowDual };
}

async function priced(
  program: Program,
  solver: Awaited<ReturnType<typeof loadHighsSolver>>,
): Promise<Answer> {
  const result = await solveByPricing(program, solver, HOOKS);
  if (result.status === "optimal") {
    return { status: "optimal", value: valueOfShares(program, result.x), x: result.x, y: result.y };
  }
  const least = await findLeastViolation(program, solver, HOOKS, result.y);
  if (result.status !== "unmet" || least.status !== "unmet")
    throw new Error(`${result.status}, ${least.status}`);
  return { status: "infeasible", value: Number.NaN, x: result.x, y: result.y };
}

function valueOfShares(program: Program, x: Float64Array): number {
  return x.reduce((sum, share, column) => sum + share * program.benefit[column], 0);
}

/** Parcels with more than one basic share: several uses, or one that stops short of its cap and limit. */
function splitParcels(program: Program, x: Float64Array): number {
  const inside = new Map<number, number>();
  x.forEach((share, column) => {
    const pair = program.columnPair[column];
    const unit = Math.floor(pair / program.options.length);
    if (share > 1e-9 && share < program.cap[pair] - 1e-9) inside.set(unit, (inside.get(unit) ?? 0) + 1);
  });
  let count = 0;
  for (const [unit, basics] of inside) if (basics > (isFull(program, x, unit) ? 1 : 0)) count++;
  return count;
}

function isFull(program: Program, x: Float64Array, unit: number): boolean {
  let used = 0;
  x.forEach((share, column) => {
    if (Math.floor(program.columnPair[column] / program.options.length) === unit) used += share;
  });
  return used > program.unitLimit[unit] - 1e-9;
}

function parcelsWithActiveCap(program: Program, x: Float64Array): number {
  const units = new Set<number>();
  x.forEach((share, column) => {
    const pair = program.columnPair[column];
    if (program.cap[pair] < 1 && share > program.cap[pair] - 1e-9)
      units.add(Math.floor(pair / program.options.length));
  });
  return units.size;
}
