import { attainableRanges, type Program } from "#solver/model";
import type { Engine, EngineId, Solution, SolveOptions, Termination, UnreachableRow } from "./engine.ts";
import { findContradiction, unfillableUnits } from "./find-contradiction.ts";
import { fullLinearProgram } from "./full-program.ts";
import { type GlpkHost, loadGlpkSolver } from "./glpk.ts";
import { type HighsSource, loadHighsSolver } from "./highs.ts";
import type { LpSolver } from "./linear-program.ts";
import { findLeastViolation, type PricingHooks, type PricingResult, solveByPricing } from "./pricing.ts";

/** Up to this many columns a general solver is quicker than pricing around it. */
const PLAIN_COLUMNS = 3000;
const DEFAULT_TIME_LIMIT_S = 60;

/** HiGHS behind the engine interface; loads its WebAssembly at the first solve. */
export function createHighsEngine(source: HighsSource = {}): Engine {
  return createEngine("highs", () => loadHighsSolver(source));
}

/** GLPK behind the engine interface; loads at the first solve. */
export function createGlpkEngine(host: GlpkHost): Engine {
  return createEngine("glpk", () => loadGlpkSolver(host));
}

/**
 * An engine on top of a general solver: the attainable-range check answers impossible single rows at once, small
 * programs go to the solver whole, large ones by pricing, and a contradiction between rows ends in the rows that give
 * way when the least is violated. Every ending is a value.
 */
function createEngine(id: EngineId, load: () => Promise<LpSolver>): Engine {
  let loading: Promise<LpSolver> | undefined;
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  return {
    id,
    solveSmall: async (lp, limits) => (await loaded()).solveLp(lp, limits),
    async solve(program, options) {
      const solver = await loaded();
      const unfillable = unfillableUnits(program);
      if (unfillable.length > 0) return ending(solver, { reason: "infeasible", rows: unfillable });
      const unreachable = attainableRanges(program).filter((range) => !range.met);
      if (unreachable.length > 0) {
        const rows = unreachable.map(
          ({ id, low, high, lower, upper }): UnreachableRow => ({
            id,
            attainable: [low, high],
            required: [lower, upper],
          }),
        );
        // A row that fails alone is its own proof: a price on the limit it misses.
        const [{ row, high, lower }] = unreachable;
        const rowDual = new Float64Array(program.rows.length);
        rowDual[row] = high < lower ? -1 : 1;
        return { ...ending(solver, { reason: "infeasible", rows }), rowDual };
      }
      const hooks = createHooks(options);
      if (program.columnPair.length > PLAIN_COLUMNS && !program.mustFill && !program.auxiliaryCount) {
        const result = await solveByPricing(program, solver, hooks);
        if (result.status === "optimal" || result.status === "limit")
          return finish(program, solver, options, result);
        if (result.status === "unmet") {
          const verdict = await explainInfeasible(program, solver, hooks, result);
          if (verdict.termination.reason !== "failed") return verdict;
        }
      }
      return solvePlain(program, solver, options, hooks);
    },
  };
}

async function solvePlain(
  program: Program,
  solver: LpSolver,
  options: SolveOptions,
  hooks: PricingHooks,
): Promise<Solution> {
  const rowCount = program.rows.length;
  if (program.columnPair.length === 0)
    return optimal(program, solver, new Float64Array(0), new Float64Array(rowCount), 0);
  await hooks.onRound(1, Number.NaN, Number.NaN);
  const outcome = await solver.solveLp(fullLinearProgram(program), {
    timeLimitS: hooks.secondsLeft(),
    shouldStop: hooks.shouldStop,
  });
  switch (outcome.status) {
    case "optimal":
      return optimal(program, solver, outcome.x, outcome.rowDual.slice(0, rowCount), 1);
    case "infeasible":
      return explainInfeasible(program, solver, hooks);
    case "limit":
      return ending(solver, { reason: "no-solution", limit: limitOf(options) });
    case "failed":
      return ending(solver, { reason: "failed", message: outcome.message });
  }
}

function finish(program: Program, solver: LpSolver, options: SolveOptions, result: PricingResult): Solution {
  if (result.status === "optimal") return optimal(program, solver, result.x, result.y, result.rounds);
  if (result.x.length === 0) return ending(solver, { reason: "no-solution", limit: limitOf(options) });
  const solution = optimal(program, solver, result.x, result.y, result.rounds);
  const gap = (result.bound - result.value) / Math.max(1, Math.abs(result.value));
  return { ...solution, termination: { reason: "feasible", limit: limitOf(options), gap } };
}

/** Rows that are still missed when the whole program is missed by the least; the prices prove that some must be. */
async function explainInfeasible(
  program: Program,
  solver: LpSolver,
  hooks: PricingHooks,
  search?: PricingResult,
): Promise<Solution> {
  if (program.mustFill || program.auxiliaryCount) return explainWholeInfeasible(program, solver, hooks);
  const witness = search?.y ?? new Float64Array(program.rows.length);
  const least = await findLeastViolation(program, solver, hooks, witness);
  if (least.status === "limit") return ending(solver, { reason: "no-solution", limit: "time" });
  if (least.status !== "unmet") {
    return ending(solver, {
      reason: "failed",
      message: "the rows could neither be met nor shown to contradict",
    });
  }
  return ending(solver, { reason: "infeasible", rows: missedRows(program, least.x, least.unmet) });
}

/** The same where pricing does not know the units: by one linear program of all columns, with its proof. */
async function explainWholeInfeasible(
  program: Program,
  solver: LpSolver,
  hooks: PricingHooks,
): Promise<Solution> {
  const limits = { timeLimitS: hooks.secondsLeft(), shouldStop: hooks.shouldStop };
  const found = await findContradiction(program, solver, limits);
  if (!found)
    return ending(solver, {
      reason: "failed",
      message: "the rows could neither be met nor shown to contradict",
    });
  const rows = missedRows(program, found.x, found.unmet);
  return { ...ending(solver, { reason: "infeasible", rows }), rowDual: found.rowDual };
}

function missedRows(program: Program, x: Float64Array, unmet: Float64Array): readonly UnreachableRow[] {
  const activity = rowActivity(program, x);
  return program.rows.flatMap((row, index): readonly UnreachableRow[] => {
    if (unmet[index] <= 1e-7) return [];
    const reached = activity[index] * row.scale + row.constant;
    return [{ id: row.id, attainable: [reached, reached], required: [row.lower, row.upper] }];
  });
}

function rowActivity(program: Program, x: Float64Array): Float64Array {
  const activity = new Float64Array(program.rows.length);
  for (let column = 0; column < x.length; column++) {
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      activity[program.rowIndex[entry]] += program.coefficient[entry] * x[column];
    }
  }
  return activity;
}

function optimal(
  program: Program,
  solver: LpSolver,
  x: Float64Array,
  rowDual: Float64Array,
  rounds: number,
): Solution {
  // Solvers return -1e-17 for 0; anything worse is left for the certificate to see.
  const clean = x.map((share, column) => {
    const cap = program.cap[program.columnPair[column]];
    if (share < 0 && share > -1e-9) return 0;
    return share > cap && share < cap + 1e-9 ? cap : share;
  });
  return { engine: solver.id, termination: { reason: "optimal" }, x: clean, rowDual, rounds };
}

function ending(solver: LpSolver, termination: Termination): Solution {
  return { engine: solver.id, termination, x: new Float64Array(0), rowDual: new Float64Array(0), rounds: 0 };
}

function limitOf({ signal }: SolveOptions): "time" | "cancel" {
  return signal?.aborted ? "cancel" : "time";
}

function createHooks({ timeLimitS = DEFAULT_TIME_LIMIT_S, signal, onProgress }: SolveOptions): PricingHooks {
  const start = performance.now();
  const elapsedS = () => (performance.now() - start) / 1000;
  return {
    secondsLeft: () => timeLimitS - elapsedS(),
    shouldStop: () => signal?.aborted === true || elapsedS() > timeLimitS,
    onRound: async (round, incumbent, bound) => {
      onProgress?.({
        phase: round === 1 ? "core" : "pricing",
        round,
        incumbent: Number.isFinite(incumbent) ? incumbent : Number.NaN,
        bound,
        elapsedS: elapsedS(),
      });
      // A worker hears of a cancel only when it returns to its event loop.
      await new Promise<void>((resolve) => {
        setTimeout(() => resolve(), 0);
      });
    },
  };
}
