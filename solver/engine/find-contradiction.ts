import type { Program } from "#solver/model";
import type { UnreachableRow } from "./engine.ts";
import { fullLinearProgram } from "./full-program.ts";
import type { LinearProgram, LpLimits, LpSolver } from "./linear-program.ts";

/** Units whose columns together cannot fill them, as rows that cannot be met. */
export function unfillableUnits(program: Program): readonly UnreachableRow[] {
  if (!program.mustFill) return [];
  const room = new Float64Array(program.unitCount);
  for (const pair of program.columnPair) room[Math.floor(pair / program.options.length)] += program.cap[pair];
  return Array.from(room).flatMap((sum, unit) => {
    const limit = program.unitLimit[unit];
    // Caps written in tenths add up to one by rounding only.
    const misses = program.mustFill?.[unit] === 1 && sum < limit * (1 - 1e-12);
    return misses ? [{ id: `unit:${unit}`, attainable: [0, sum], required: [limit, limit] } as const] : [];
  });
}

export interface Contradiction {
  /** How far each row stays from its limits when all together stay the least, in the program's scaled units. */
  readonly unmet: Float64Array;
  /** Prices at which no layout can meet the rows; `provesContradiction` checks them. */
  readonly rowDual: Float64Array;
  readonly x: Float64Array;
}

/** The least violation of the whole program by a general solver; nothing when the rows can be met or it gives up. */
export async function findContradiction(
  program: Program,
  solver: LpSolver,
  limits: LpLimits,
): Promise<Contradiction | undefined> {
  const outcome = await solver.solveLp(withSlack(program), limits);
  if (outcome.status !== "optimal") return undefined;
  const columnCount = program.columnPair.length;
  const slack = outcome.x.subarray(columnCount);
  const unmet = program.rowLower.map((_, row) => slack[2 * row] + slack[2 * row + 1]);
  if (!unmet.some((distance) => distance > 1e-9)) return undefined;
  return {
    unmet,
    rowDual: outcome.rowDual.slice(0, program.rows.length),
    x: outcome.x.slice(0, columnCount),
  };
}

/** The program without benefits in which every row may leave its limits at a cost of 1 for each unit. */
function withSlack(program: Program): LinearProgram {
  const lp = fullLinearProgram(program);
  const slackCount = 2 * program.rows.length;
  const entryCount = lp.index.length;
  const objective = new Float64Array(lp.columnCount + slackCount).fill(-1, lp.columnCount);
  const columnUpper = new Float64Array(lp.columnCount + slackCount).fill(Number.POSITIVE_INFINITY);
  columnUpper.set(lp.columnUpper);
  const starts = new Int32Array(lp.columnCount + slackCount + 1);
  starts.set(lp.starts);
  const index = new Int32Array(entryCount + slackCount);
  index.set(lp.index);
  const value = new Float64Array(entryCount + slackCount);
  value.set(lp.value);
  for (let slack = 0; slack < slackCount; slack++) {
    index[entryCount + slack] = slack >> 1;
    value[entryCount + slack] = slack % 2 === 0 ? 1 : -1;
    starts[lp.columnCount + slack + 1] = entryCount + slack + 1;
  }
  return { ...lp, columnCount: lp.columnCount + slackCount, objective, columnUpper, starts, index, value };
}
