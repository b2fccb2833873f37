import type { EngineId } from "./engine.ts";

/** A maximisation in compressed columns; what a general solver is handed. All columns have a lower bound of 0. */
export interface LinearProgram {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly objective: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
  /** 1 where a column takes whole numbers only; absent = none does. */
  readonly integer?: Uint8Array;
  /** Distance to the best possible value at which an integer program is good enough; absent = 0. */
  readonly absoluteGap?: number;
}

export interface LpLimits {
  readonly timeLimitS: number;
  /** Branch-and-bound nodes, for integer programs: a limit that does not depend on the machine. */
  readonly nodeLimit?: number;
  /** Asked between iterations; true stops the solve. */
  readonly shouldStop: () => boolean;
}

/** What a general solver says. Only `optimal` carries a vertex with prices; everything unknown is `failed`. */
export type LpOutcome =
  | { readonly status: "optimal"; readonly x: Float64Array; readonly rowDual: Float64Array }
  | { readonly status: "infeasible" }
  | { readonly status: "limit"; readonly x?: Float64Array }
  | { readonly status: "failed"; readonly message: string };

/** A general solver behind the narrowest interface this program needs. */
export interface LpSolver {
  readonly id: EngineId;
  solveLp(lp: LinearProgram, limits: LpLimits): Promise<LpOutcome>;
}

/** True when no value is NaN. */
export function isFiniteVector(values: Float64Array): boolean {
  return values.every((value) => Number.isFinite(value));
}
