import type { Program } from "#solver/model";
import type { LinearProgram, LpLimits, LpOutcome } from "./linear-program.ts";

/** How a solve ended. A value, never an exception. */
export type Termination =
  | { readonly reason: "optimal" }
  | { readonly reason: "feasible"; readonly limit: "time" | "cancel"; readonly gap: number }
  | { readonly reason: "no-solution"; readonly limit: "time" | "cancel" }
  | { readonly reason: "infeasible"; readonly rows: readonly UnreachableRow[] }
  | { readonly reason: "failed"; readonly message: string };

/** A row that cannot be met, with how far its activity can reach, in the row's own unit. */
export interface UnreachableRow {
  readonly id: string;
  readonly attainable: readonly [low: number, high: number];
  readonly required: readonly [lower: number, upper: number];
}

export interface SolveProgress {
  readonly phase: "core" | "pricing" | "certificate" | "whole-parcels";
  readonly round: number;
  /** Best layout found and what no layout can exceed, in objective units; NaN = not known yet. */
  readonly incumbent: number;
  readonly bound: number;
  readonly elapsedS: number;
}

export interface SolveOptions {
  readonly timeLimitS?: number;
  readonly seed?: number;
  /** Row prices of a similar program, as a solution of the same rows returned them; engines may ignore it. */
  readonly warmStart?: { readonly rowDual: Float64Array };
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SolveProgress) => void;
}

export interface Solution {
  readonly engine: EngineId;
  readonly termination: Termination;
  /** Share of each column of the program, `columnPair` order; empty when there is none. */
  readonly x: Float64Array;
  /** Price of each coupling row in objective units per scaled row unit; sign of a maximisation: >= 0 for an upper limit. */
  readonly rowDual: Float64Array;
  readonly rounds: number;
  /** Work in passes over all units, where the engine counts it: the same on every machine. */
  readonly passes?: number;
}

export const ENGINE_IDS = ["highs", "glpk", "dual"] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

export interface Engine {
  readonly id: EngineId;
  /** Solves one small linear or integer program as it stands; absent when the engine offers no such thing. */
  readonly solveSmall?: (lp: LinearProgram, limits: LpLimits) => Promise<LpOutcome>;
  solve(program: Program, options: SolveOptions): Promise<Solution>;
}

/** Recomputed from the program's own numbers by code that shares nothing with any engine. */
export interface Certificate {
  readonly state: "verified" | "approximate" | "refused";
  /** Minimisation sense, as in the written program: bound <= primal. */
  readonly primal: number;
  readonly bound: number;
  /** |primal - bound| / max(1, |primal|). */
  readonly gap: number;
  /** Largest residual of a row or bound, relative to max(1, |rhs|, sum |a_j x_j|). */
  readonly maxResidual: number;
  readonly worstRow: string;
}

/** A broken contract inside the engines. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  constructor(
    readonly code: string,
    message: string,
    readonly context: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}
