import type { Program } from "#solver/model";
import { certify } from "./certificate.ts";
import { type Certificate, type Engine, EngineError, type Solution, type SolveOptions } from "./engine.ts";

export interface VerifiedSolution {
  readonly solution: Solution;
  /** Absent when the engine found no layout. */
  readonly certificate?: Certificate;
}

/**
 * The first answer that stands up to the certificate. Engines are asked in order and created only when needed; an
 * "optimal" that the certificate refuses counts as a failure of that engine, and the last answer is returned with its
 * refusal when no engine does better.
 */
export async function solveVerified(
  program: Program,
  engines: readonly (() => Promise<Engine>)[],
  options: SolveOptions,
): Promise<VerifiedSolution> {
  let last: VerifiedSolution | undefined;
  for (const create of engines) {
    const solution = await (await create()).solve(program, options);
    const certificate =
      solution.x.length > 0 || solution.termination.reason === "optimal"
        ? certify(program, solution.x, solution.rowDual)
        : undefined;
    const { reason } = solution.termination;
    const isSettled = reason === "optimal" ? certificate?.state !== "refused" : reason !== "failed";
    if (isSettled || last === undefined) last = { solution, certificate };
    if (isSettled) break;
  }
  if (last === undefined) throw new EngineError("no-engine", "no engine was given");
  return last;
}
