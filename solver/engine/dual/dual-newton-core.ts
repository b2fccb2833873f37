import { attainableRanges, type Program } from "#solver/model";
import type { Solution, SolveOptions, Termination, UnreachableRow } from "../engine.ts";
import { unfillableUnits } from "../find-contradiction.ts";
import type { LpSolver } from "../linear-program.ts";
import { ColumnPricer } from "./column-pricer.ts";
import { findPrices } from "./find-prices.ts";
import { naturalScale } from "./natural-scale.ts";
import { Pace } from "./pace.ts";
import { prepareProgram } from "./prepare-program.ts";
import { findInfeasibilityProof } from "./prove-infeasible.ts";
import { type CoreOutcome, type CoreTask, solveCore } from "./solve-core.ts";

/** A solution before an engine's name is put on it. */
export type DualSolution = Omit<Solution, "engine">;

/** Temperature of the phase 1 that looks for a proof of infeasibility, in natural units. */
const PROOF_TEMPERATURE = 0.05;
/** Radius up to which prices are followed once phase 1 has shown that the rows can be met. */
const FAR = 1e9;

/**
 * Optimal shares of a program by its dual: row prices from Newton's method on the smoothed dual, level by level; an
 * exact finish on the units whose choice is close; and a pass over the program's own coefficients that proves it.
 *
 * The same program and options give the same answer to the last bit: nothing but the limits looks at the clock.
 *
 * @returns an infeasible program carries its proof in `rowDual`: multipliers at which `provesInfeasible` holds.
 */
export async function solveByDual(
  lpSolver: LpSolver,
  program: Program,
  options: SolveOptions,
): Promise<DualSolution> {
  const unfillable = unfillableUnits(program);
  if (unfillable.length > 0)
    return {
      termination: { reason: "infeasible", rows: unfillable },
      x: new Float64Array(0),
      rowDual: new Float64Array(program.rows.length),
      rounds: 0,
      passes: 0,
    };
  const pace = new Pace(options);
  const prepared = prepareProgram(program);
  const { units } = prepared;
  const { benefit } = program;
  const scale = naturalScale(program, units, benefit);
  const pricer = prepared.makePricer(benefit);
  const prices = await findPrices(
    program,
    prepared,
    pricer,
    scale,
    () => pace.proceed(),
    options.warmStart?.rowDual,
  );
  const task: CoreTask = {
    program,
    units,
    benefit,
    scale,
    pricer,
    exact: new ColumnPricer(program, benefit, units.starts),
    lpSolver,
    pace,
    start: prices.rowDual,
    temperature: prices.temperature,
    onRound: ({ round, primal, bound }) =>
      options.onProgress?.({
        phase: "core",
        round,
        incumbent: primal,
        bound,
        elapsedS: pace.elapsedS,
      }),
  };
  let outcome = await solveCore(task);
  let rounds = outcome.rounds;
  let passes = prices.unitsEvaluated / Math.max(1, units.unitCount) + outcome.passes;
  if (outcome.status === "unreachable") {
    const nothing = new Float64Array(units.columnCount);
    const proof = await findInfeasibilityProof({
      ...task,
      benefit: nothing,
      scale: { ...scale, benefit: 1 },
      pricer: prepared.makePricer(nothing),
      exact: new ColumnPricer(program, nothing, units.starts),
      start: outcome.runaway,
      temperature: PROOF_TEMPERATURE,
      onRound: undefined,
    });
    if (proof.status === "infeasible")
      return {
        termination: { reason: "infeasible", rows: unreachableRows(program, proof.ray) },
        x: new Float64Array(0),
        rowDual: proof.ray,
        rounds,
        passes,
      };
    if (proof.status === "feasible") {
      outcome = await solveCore({ ...task, start: outcome.rowDual, runawayRadius: FAR });
      rounds += outcome.rounds;
      passes += outcome.passes;
    }
  }
  return {
    termination: terminationOf(outcome, pace),
    x: outcome.shares ?? new Float64Array(0),
    rowDual: outcome.rowDual,
    rounds,
    passes,
  };
}

function terminationOf(outcome: CoreOutcome, pace: Pace): Termination {
  switch (outcome.status) {
    case "optimal":
      return { reason: "optimal" };
    case "stopped": {
      const limit = pace.reached ?? "time";
      if (!outcome.shares) return { reason: "no-solution", limit };
      const gap = (outcome.bound - outcome.primal) / Math.max(1, Math.abs(outcome.primal));
      return { reason: "feasible", limit, gap };
    }
    case "unreachable":
      return { reason: "failed", message: "the rules seem to contradict each other, but no proof was found" };
    case "failed":
      return { reason: "failed", message: outcome.message ?? "the core was not solved" };
  }
}

/** The rows a proof rests on, with what each could reach alone; those that fail alone, if there are any. */
function unreachableRows(program: Program, ray: Float64Array): UnreachableRow[] {
  const ranges = attainableRanges(program);
  const alone = ranges.filter((range) => !range.met);
  const clash = alone.length > 0 ? alone : ranges.filter(({ row }) => ray[row] !== 0);
  return clash.map(({ id, low, high, lower, upper }) => ({
    id,
    attainable: [low, high],
    required: [lower, upper],
  }));
}
