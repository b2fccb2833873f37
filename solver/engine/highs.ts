import loadHighs, { type Highs, type ModelData } from "highs";
import {
  isFiniteVector,
  type LinearProgram,
  type LpLimits,
  type LpOutcome,
  type LpSolver,
} from "./linear-program.ts";

/** Where the WebAssembly comes from; empty in Node, a URL or the bytes in a bundled page. */
export interface HighsSource {
  readonly wasmUrl?: string;
  readonly wasmBinary?: ArrayBuffer;
}

/** Settings tried in turn. HiGHS refuses some numerically wild programs at 1e-9 and solves them otherwise. */
const LADDER: readonly Readonly<Record<string, string | number>>[] = [
  { solver: "simplex", primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9 },
  { solver: "simplex", primal_feasibility_tolerance: 1e-7, dual_feasibility_tolerance: 1e-7 },
  { solver: "simplex", presolve: "off", simplex_strategy: 4 },
  { solver: "ipm" },
];

/**
 * HiGHS as a general solver, through its typed interface: names and text never reach it, so nothing a user writes can
 * change the program. Every model is disposed of; an instance that has aborted is replaced.
 */
export async function loadHighsSolver(source: HighsSource = {}): Promise<LpSolver> {
  const load = () =>
    loadHighs({
      ...(source.wasmBinary ? { wasmBinary: source.wasmBinary } : {}),
      ...(source.wasmUrl ? { locateFile: () => source.wasmUrl as string } : {}),
    });
  let highs = await load();
  return {
    id: "highs",
    async solveLp(lp, limits) {
      let failure = "no setting was tried";
      for (const settings of lp.integer ? [{}] : LADDER) {
        if (limits.shouldStop()) return { status: "limit" };
        try {
          const outcome = runOnce(highs, lp, limits, settings);
          if (outcome.status !== "failed") return outcome;
          failure = outcome.message;
        } catch (error) {
          // The first line only: an abort carries the whole bundled source in its message.
          failure = String((error as Error).message)
            .split("\n")[0]
            .slice(0, 200);
          highs = await load();
        }
      }
      return { status: "failed", message: failure };
    },
  };
}

function runOnce(
  highs: Highs,
  lp: LinearProgram,
  limits: LpLimits,
  settings: Readonly<Record<string, string | number>>,
): LpOutcome {
  const { modelStatus, callbackType } = highs.constants;
  const model = highs.createModel(modelData(highs, lp));
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      time_limit: Math.max(0.01, limits.timeLimitS),
      // The default drops coefficients below 1e-9 in silence; ours are rounded well above this.
      small_matrix_value: 1e-12,
      ...(lp.integer ? integerSettings(lp, limits) : {}),
      ...settings,
    });
    const stopWhenAsked = (event: { interrupt(): void }): undefined => {
      if (limits.shouldStop()) event.interrupt();
    };
    model.run({ [callbackType.simplexInterrupt]: stopWhenAsked, [callbackType.mipInterrupt]: stopWhenAsked });
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { status: "infeasible" };
    const stopped =
      status === modelStatus.timeLimit ||
      status === modelStatus.interrupted ||
      status === modelStatus.solutionLimit;
    const { colValue, rowDual } = model.getSolution();
    if (stopped)
      return lp.integer && Number(model.info.get("primal_solution_status")) === 2
        ? { status: "limit", x: colValue }
        : { status: "limit" };
    if (status !== modelStatus.optimal)
      return { status: "failed", message: `HiGHS ended with status ${status}` };
    if (!isFiniteVector(colValue) || !isFiniteVector(rowDual))
      return { status: "failed", message: "HiGHS returned NaN" };
    return { status: "optimal", x: colValue, rowDual };
  } finally {
    model.dispose();
  }
}

function integerSettings(lp: LinearProgram, limits: LpLimits) {
  return {
    mip_rel_gap: 0,
    mip_abs_gap: lp.absoluteGap ?? 0,
    mip_max_nodes: limits.nodeLimit ?? 1000,
    mip_feasibility_tolerance: 1e-9,
    primal_feasibility_tolerance: 1e-9,
  };
}

function modelData(highs: Highs, lp: LinearProgram): ModelData {
  const { variableType } = highs.constants;
  return {
    numCols: lp.columnCount,
    numRows: lp.rowCount,
    sense: highs.constants.objectiveSense.maximize,
    colCost: lp.objective,
    colLower: new Float64Array(lp.columnCount),
    colUpper: lp.columnUpper,
    rowLower: lp.rowLower,
    rowUpper: lp.rowUpper,
    matrix: {
      format: "csc",
      numRows: lp.rowCount,
      numCols: lp.columnCount,
      starts: lp.starts,
      indices: lp.index,
      values: lp.value,
    },
    ...(lp.integer
      ? {
          integrality: Array.from(lp.integer, (flag) =>
            flag ? variableType.integer : variableType.continuous,
          ),
        }
      : {}),
  };
}
