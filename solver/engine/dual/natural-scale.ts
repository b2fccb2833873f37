import type { Program } from "#solver/model";
import type { UnitColumns } from "./unit-columns.ts";

/** Sizes that make rows, prices and profits of any unit of measure comparable. */
export interface NaturalScale {
  /** Mean absolute benefit of a column per weight; 1 where there is none. */
  readonly benefit: number;
  /** Mean absolute coefficient of a row per weight, over the columns it touches. */
  readonly row: Float64Array;
}

/** Columns looked at; rows that none of them touches are looked up in all columns. */
const SAMPLE_COLUMNS = 60_000;

export function naturalScale(program: Program, units: UnitColumns, benefit: Float64Array): NaturalScale {
  const stride = Math.max(1, Math.floor(units.columnCount / SAMPLE_COLUMNS));
  const row = meanCoefficients(program, units, stride);
  if (stride > 1 && row.some((value) => value === 0)) {
    const exact = meanCoefficients(program, units, 1);
    for (let index = 0; index < row.length; index++) if (row[index] === 0) row[index] = exact[index];
  }
  let sum = 0;
  let count = 0;

  for (let unit = 0; unit < units.unitCount; unit += stride) {
    for (let column = units.starts[unit]; column < units.starts[unit + 1]; column++) {
      sum += Math.abs(benefit[column]) / units.weight[unit];
      count++;
    }
  }
  return { benefit: sum > 0 ? sum / count : 1, row: row.map((value) => (value > 0 ? value : 1)) };
}

function meanCoefficients(program: Program, units: UnitColumns, stride: number): Float64Array {
  const { columnStarts, rowIndex, coefficient, columnPair } = program;
  const optionCount = program.options.length;
  const sum = new Float64Array(program.rows.length);
  const count = new Float64Array(program.rows.length);
  for (let column = 0; column < units.columnCount; column += stride) {
    const weight = units.weight[Math.floor(columnPair[column] / optionCount)];
    for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++) {
      if (coefficient[entry] === 0) continue;
      sum[rowIndex[entry]] += Math.abs(coefficient[entry]) / weight;
      count[rowIndex[entry]]++;
    }
  }
  return sum.map((value, row) => (count[row] > 0 ? value / count[row] : 0));
}
