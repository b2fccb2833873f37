import { sha256Hex } from "#gis";
import type { Assessment } from "#solver/assessment";
import { certify, type Engine, EngineError, type SolveOptions } from "#solver/engine";
import { compileProgram, type Program, payoffRanges } from "#solver/model";
import { type ProblemDefinition, REGION_FILE, type Region } from "#solver/region";
import type { SolveSettings } from "./run.ts";

/**
 * The problem with its payoff ranges: best and lexicographically worst value of each objective. They are computed once
 * for a region's default problem and stored in `region.json`; weights, rules and prices may then change without moving
 * the scale that layouts are compared on. Unchanged when an objective alone has no certified optimum: the solve of the
 * problem itself then says why.
 */
export async function computePayoff(
  region: Region,
  assessment: Assessment,
  problem: ProblemDefinition,
  { engines, ...options }: SolveSettings,
): Promise<ProblemDefinition> {
  const { program } = compileProgram(problem, assessment);
  if (!program) return problem;
  try {
    const payoff = await payoffRanges(
      program,
      (single) => maximiseAlone(single, engines, options),
      await payoffInputsHash(region),
    );
    return { ...problem, payoff };
  } catch (error) {
    if (error instanceof EngineError && error.code === NOT_SOLVED) return problem;
    throw error;
  }
}

const NOT_SOLVED = "payoff-not-solved";

async function maximiseAlone(
  single: Program,
  engines: readonly Engine[],
  options: SolveOptions,
): Promise<Float64Array> {
  for (const engine of engines) {
    const { termination, x, rowDual } = await engine.solve(single, options);
    if (termination.reason === "optimal" && certify(single, x, rowDual).state !== "refused") return x;
  }
  throw new EngineError(NOT_SOLVED, "An objective alone has no certified optimum");
}

/** True when the stored payoff ranges were computed from the region as it is read now. */
export async function isPayoffCurrent(region: Region): Promise<boolean> {
  return region.definition.problem.payoff?.inputsHash === (await payoffInputsHash(region));
}

/** SHA-256 over `region.json` without its payoff ranges and over the hashes of all layers. */
export async function payoffInputsHash({ definition, hashes }: Region): Promise<string> {
  const { payoff: _, ...problem } = definition.problem;
  const layers = [...hashes].filter(([file]) => file !== REGION_FILE).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([{ ...definition, problem }, layers]);
  return sha256Hex(new TextEncoder().encode(text));
}
