import type { LinearProgram } from "./linear-program.ts";
import type { PricedProgram } from "./price-columns.ts";
import type { PriceBox } from "./pricing.ts";

/** Which columns the core decides; all others are held at `held`. */
export interface Core {
  readonly free: Uint8Array;
  readonly held: Float64Array;
  /** Profit per hectare within which an option counts as near. */
  readonly reach: number;
}

export interface CoreProgram {
  readonly program: LinearProgram;
  /** Shares of all columns from a solution of the core. */
  readonly shares: (x: Float64Array) => Float64Array;
  /** How far each row is missed, from a solution of the core. */
  readonly unmet: (x: Float64Array) => Float64Array;
}

/**
 * The core as a linear program: free columns, the coupling rows with what held columns use taken off, one assignment row
 * per parcel that needs it, and for each row slack columns priced at the faces of the price box. The slack keeps the
 * core feasible and its prices inside the box.
 */
export function buildCore(
  { program, benefit, starts, cap }: PricedProgram,
  core: Core,
  box: PriceBox,
): CoreProgram {
  const rowCount = program.rows.length;
  const rowLower = Array.from(program.rowLower);
  const rowUpper = Array.from(program.rowUpper);
  const columns: number[] = [];
  const columnStarts = [0];
  const index: number[] = [];
  const value: number[] = [];
  const objective: number[] = [];
  const columnUpper: number[] = [];
  const heldUse = new Float64Array(rowCount);
  for (let unit = 0; unit < program.unitCount; unit++) {
    let left = program.unitLimit[unit];
    let capSum = 0;
    let freeCount = 0;
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      if (core.free[column]) {
        capSum += cap[column];
        freeCount++;
      } else if (core.held[column] !== 0) {
        left -= core.held[column];
        for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
          heldUse[program.rowIndex[entry]] += program.coefficient[entry] * core.held[column];
        }
      }
    }
    if (freeCount === 0) continue;
    left = Math.max(0, left);
    // One column alone is bounded by what is left; several need a row when their caps exceed it.
    const assignment = freeCount > 1 && capSum > left ? rowLower.length : -1;
    if (assignment >= 0) {
      rowLower.push(Number.NEGATIVE_INFINITY);
      rowUpper.push(left);
    }
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      if (!core.free[column]) continue;
      for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
        index.push(program.rowIndex[entry]);
        value.push(program.coefficient[entry]);
      }
      if (assignment >= 0) {
        index.push(assignment);
        value.push(1);
      }
      columns.push(column);
      objective.push(benefit[column]);
      columnUpper.push(Math.min(cap[column], left));
      columnStarts.push(index.length);
    }
  }
  for (let row = 0; row < rowCount; row++) {
    rowLower[row] -= heldUse[row];
    rowUpper[row] -= heldUse[row];
  }
  const slackRow: number[] = [];
  const addSlack = (row: number, sign: 1 | -1, gain: number) => {
    index.push(row);
    value.push(sign);
    columnStarts.push(index.length);
    objective.push(gain);
    columnUpper.push(Number.POSITIVE_INFINITY);
    slackRow.push(row);
  };
  for (let row = 0; row < rowCount; row++) {
    const low = box.centre[row] - box.radius[row];
    const high = box.centre[row] + box.radius[row];
    if (program.rowLower[row] > Number.NEGATIVE_INFINITY || low > 0) addSlack(row, 1, low);
    if (program.rowUpper[row] < Number.POSITIVE_INFINITY || high < 0) addSlack(row, -1, -high);
  }
  return {
    program: {
      columnCount: objective.length,
      rowCount: rowLower.length,
      objective: Float64Array.from(objective),
      columnUpper: Float64Array.from(columnUpper),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(columnStarts),
      index: Int32Array.from(index),
      value: Float64Array.from(value),
    },
    shares: (x) => {
      const shares = core.held.map((held, column) => (core.free[column] ? 0 : held));
      columns.forEach((column, position) => {
        shares[column] = x[position];
      });
      return shares;
    },
    unmet: (x) => {
      const unmet = new Float64Array(rowCount);
      slackRow.forEach((row, position) => {
        unmet[row] += x[columns.length + position];
      });
      return unmet;
    },
  };
}
