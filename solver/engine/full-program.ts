import { type Program, unitStarts } from "#solver/model";
import type { LinearProgram } from "./linear-program.ts";

/**
 * The whole program for a general solver: coupling rows first, then one assignment row for each unit where the caps of
 * its columns could exceed its limit. Elsewhere the caps say it already.
 */
export function fullLinearProgram(program: Program): LinearProgram {
  const starts = unitStarts(program);
  const rowOfUnit = new Int32Array(program.unitCount).fill(-1);
  const limits: number[] = [];
  const lowers: number[] = [];
  for (let unit = 0; unit < program.unitCount; unit++) {
    let capSum = 0;
    for (let column = starts[unit]; column < starts[unit + 1]; column++)
      capSum += program.cap[program.columnPair[column]];
    const mustFill = program.mustFill?.[unit] === 1;
    if (capSum > program.unitLimit[unit] || mustFill) {
      rowOfUnit[unit] = program.rows.length + limits.length;
      limits.push(program.unitLimit[unit]);
      lowers.push(mustFill ? program.unitLimit[unit] : Number.NEGATIVE_INFINITY);
    }
  }
  const columnCount = program.columnPair.length;
  const columnStarts = new Int32Array(columnCount + 1);
  const index: number[] = [];
  const value: number[] = [];
  for (let column = 0; column < columnCount; column++) {
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      index.push(program.rowIndex[entry]);
      value.push(program.coefficient[entry]);
    }
    const row = rowOfUnit[Math.floor(program.columnPair[column] / program.options.length)];
    if (row >= 0) {
      index.push(row);
      value.push(1);
    }
    columnStarts[column + 1] = index.length;
  }
  return {
    columnCount,
    rowCount: program.rows.length + limits.length,
    objective: program.benefit,
    columnUpper: Float64Array.from(program.columnPair, (pair) => program.cap[pair]),
    rowLower: Float64Array.from([...program.rowLower, ...lowers]),
    rowUpper: Float64Array.from([...program.rowUpper, ...limits]),
    starts: columnStarts,
    index: Int32Array.from(index),
    value: Float64Array.from(value),
  };
}
