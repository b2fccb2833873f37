import { bestFill, unitStarts } from "./fill.ts";
import type { Program } from "./program.ts";

/** How far the activity of one row can reach when nothing but assignment and caps binds, in the row's own unit. */
export interface AttainableRange {
  readonly row: number;
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly lower: number;
  readonly upper: number;
  readonly met: boolean;
}

/** Relative slack within which a limit counts as reached. */
const TOLERANCE = 1e-9;

/**
 * Attainable range of every row, exact for that row alone. A row whose range misses its limits cannot be met whatever
 * the other rows say, so this check answers most contradictory wishes at once and in the planner's own units.
 */
export function attainableRanges(program: Program): readonly AttainableRange[] {
  const high = new Float64Array(program.rows.length);
  const low = new Float64Array(program.rows.length);
  const starts = unitStarts(program);
  for (let unit = 0; unit < program.unitCount; unit++) {
    const mustFill = program.mustFill?.[unit] === 1;
    for (const [row, { values, caps }] of entriesByRow(program, starts[unit], starts[unit + 1])) {
      const limit = program.unitLimit[unit];
      if (mustFill) addColumnsBeside(program, row, starts[unit], starts[unit + 1], values, caps);
      high[row] += bestFill(values, caps, limit, values.length, mustFill);
      low[row] -= bestFill(
        values.map((value) => -value),
        caps,
        limit,
        values.length,
        mustFill,
      );
    }
  }
  return program.rows.map((row, index) => {
    const slack = TOLERANCE * Math.max(1, Math.abs(low[index]), Math.abs(high[index]));
    return {
      row: index,
      id: row.id,
      low: low[index] * row.scale + row.constant,
      high: high[index] * row.scale + row.constant,
      lower: row.lower,
      upper: row.upper,
      met: high[index] >= program.rowLower[index] - slack && low[index] <= program.rowUpper[index] + slack,
    };
  });
}

/** A unit that must be filled may also use the columns that the row does not count: they join with coefficient 0. */
function addColumnsBeside(
  program: Program,
  row: number,
  from: number,
  to: number,
  values: number[],
  caps: number[],
): void {
  for (let column = from; column < to; column++) {
    const rows = program.rowIndex.subarray(program.columnStarts[column], program.columnStarts[column + 1]);
    if (rows.includes(row)) continue;
    values.push(0);
    caps.push(program.cap[program.columnPair[column]]);
  }
}

/** Coefficients and caps of one unit's columns, by row. */
function entriesByRow(program: Program, from: number, to: number) {
  const byRow = new Map<number, { readonly values: number[]; readonly caps: number[] }>();
  for (let column = from; column < to; column++) {
    const cap = program.cap[program.columnPair[column]];
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      const row = program.rowIndex[entry];
      let entries = byRow.get(row);
      if (!entries) {
        entries = { values: [], caps: [] };
        byRow.set(row, entries);
      }
      entries.values.push(program.coefficient[entry]);
      entries.caps.push(cap);
    }
  }
  return byRow;
}
