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
  const rowCount = program.rows.length;
  const high = new Float64Array(rowCount);
  const low = new Float64Array(rowCount);
  const starts = unitStarts(program);
  const byRow: { values: number[]; caps: number[] }[] = Array.from({ length: rowCount }, () => ({
    values: [],
    caps: [],
  }));
  for (let unit = 0; unit < program.unitCount; unit++) {
    const touched = new Set<number>();
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
        const row = program.rowIndex[entry];
        touched.add(row);
        byRow[row].values.push(program.coefficient[entry]);
        byRow[row].caps.push(program.cap[program.columnPair[column]]);
      }
    }
    for (const row of touched) {
      const { values, caps } = byRow[row];
      high[row] += bestFill(values, caps, program.unitLimit[unit], values.length);
      low[row] -= bestFill(
        values.map((value) => -value),
        caps,
        program.unitLimit[unit],
        values.length,
      );
      values.length = 0;
      caps.length = 0;
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
