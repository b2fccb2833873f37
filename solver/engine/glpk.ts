import type { LP, Options, Result } from "glpk.js";
import { isFiniteVector, type LinearProgram, type LpOutcome, type LpSolver } from "./linear-program.ts";

/** Where GLPK runs: the Node build answers at once, the browser build works in a worker of its own. */
export type GlpkHost = "node" | "browser";

/** What both builds have in common; the numbers of GLPK's constants are part of its interface. */
interface Glpk {
  solve(lp: LP, options: Options): Result | Promise<Result>;
}

const MAXIMISE = 2;
const BOUND = { lower: 2, upper: 3, double: 4, fixed: 5 } as const;
const STATUS = { noFeasible: 4, optimal: 5 } as const;
const NO_OUTPUT = 0;

/**
 * GLPK as a general solver. Its presolver is off, because with it an infeasible program comes back as zeros; a status
 * counts only when it is on the list, and a NaN anywhere is a failure.
 */
export async function loadGlpkSolver(host: GlpkHost): Promise<LpSolver> {
  const glpk: Glpk =
    host === "node"
      ? await (await import("glpk.js/node")).default()
      : await (await import("glpk.js")).default();
  return {
    id: "glpk",
    async solveLp(lp, limits) {
      if (limits.shouldStop()) return { status: "limit" };
      if (lp.integer) return { status: "failed", message: "whole parcels are solved by HiGHS" };
      const options = { presol: false, msglev: NO_OUTPUT, tmlim: Math.max(1, Math.ceil(limits.timeLimitS)) };
      const { result, time } = await glpk.solve(namedProgram(lp), options);
      if (result.status === STATUS.noFeasible) return { status: "infeasible" };
      if (result.status !== STATUS.optimal) {
        return time >= limits.timeLimitS
          ? { status: "limit" }
          : { status: "failed", message: `GLPK ended with status ${result.status}` };
      }
      return readResult(lp, result);
    },
  };
}

function readResult(lp: LinearProgram, result: Result["result"]): LpOutcome {
  const x = Float64Array.from({ length: lp.columnCount }, (_, column) => result.vars[`c${column}`] ?? 0);
  const rowDual = Float64Array.from({ length: lp.rowCount }, (_, row) => result.dual?.[`r${row}`] ?? 0);
  if (!isFiniteVector(x) || !isFiniteVector(rowDual))
    return { status: "failed", message: "GLPK returned NaN" };
  return { status: "optimal", x, rowDual };
}

/** The program in GLPK's own words. Names are numbers with a letter, never anything a user wrote. */
function namedProgram(lp: LinearProgram): LP {
  const rowVars: { name: string; coef: number }[][] = Array.from({ length: lp.rowCount }, () => []);
  for (let column = 0; column < lp.columnCount; column++) {
    for (let entry = lp.starts[column]; entry < lp.starts[column + 1]; entry++) {
      rowVars[lp.index[entry]].push({ name: `c${column}`, coef: lp.value[entry] });
    }
  }
  return {
    name: "fenglin",
    objective: {
      direction: MAXIMISE,
      name: "z",
      vars: Array.from(lp.objective, (coef, column) => ({ name: `c${column}`, coef })),
    },
    subjectTo: rowVars.flatMap((vars, row) => {
      const bnds = bounds(lp.rowLower[row], lp.rowUpper[row]);
      return bnds && vars.length > 0 ? [{ name: `r${row}`, vars, bnds }] : [];
    }),
    bounds: Array.from(lp.columnUpper, (upper, column) => ({
      name: `c${column}`,
      ...(bounds(0, upper) as { type: number; lb: number; ub: number }),
    })),
  };
}

function bounds(lower: number, upper: number) {
  const hasLower = lower > Number.NEGATIVE_INFINITY;
  const hasUpper = upper < Number.POSITIVE_INFINITY;
  if (hasLower && hasUpper)
    return { type: lower === upper ? BOUND.fixed : BOUND.double, lb: lower, ub: upper };
  if (hasUpper) return { type: BOUND.upper, lb: 0, ub: upper };
  if (hasLower) return { type: BOUND.lower, lb: lower, ub: 0 };
  return undefined;
}
