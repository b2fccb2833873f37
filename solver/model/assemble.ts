import type { Bilingual, OptionId } from "#solver/region";
import { OPTION_IDS } from "#solver/region";
import {
  OBJECTIVE_POINTS,
  type Program,
  type ProgramObjective,
  type ProgramRow,
  type RowTerm,
} from "./program.ts";
import { roundCoefficient } from "./round-coefficient.ts";
import { TIE_BREAK_SHARE, tieBreak } from "./tie-break.ts";

/** A coupling row as a constraint writes it: in its own unit, not yet scaled. */
export interface RowDraft {
  readonly id: string;
  readonly title?: Bilingual;
  readonly lower?: number;
  readonly upper?: number;
  /** Today's use, part of the activity. */
  readonly constant: number;
  readonly terms: readonly RowTerm[];
}

export interface ProgramParts {
  readonly options: readonly OptionId[];
  readonly areaHa: Float64Array;
  readonly cap: Float64Array;
  readonly unitLimit: Float64Array;
  readonly rows: readonly (RowDraft & {
    readonly spec: Pick<ProgramRow, "family" | "title" | "unit" | "law">;
  })[];
  readonly objectives: readonly (Omit<ProgramObjective, "perColumn"> & {
    readonly gainPerHa: Float64Array;
  })[];
  /** False for programs whose ties are wanted, such as reference cases of one objective. */
  readonly tieBreak: boolean;
}

/** Scaled coefficients below this are round-off of the figures; HiGHS drops what is below 1e-9 without a word. */
const SMALLEST_COEFFICIENT = 1e-7;
/** Largest scaled coefficient of a row is brought to at most this. */
const LARGEST_COEFFICIENT = 1000;

/**
 * The program of the given parts: columns for open pairs, factored rows, and the compressed columns every engine and
 * the written file read. Coefficients are rounded here and nowhere else.
 */
export function assembleProgram(parts: ProgramParts): Program {
  const columnPair = openPairs(parts.cap);
  const rowCoefficients = parts.rows.map((row) => pairCoefficients(parts, row.terms, columnPair));
  const rows = parts.rows.map((row, index) => scaledRow(row, rowCoefficients[index]));
  const matrix = compressColumns(
    columnPair.length,
    rowCoefficients,
    rows.map((row) => row.scale),
  );
  const objectives = parts.objectives.map(({ gainPerHa, ...objective }) => ({
    ...objective,
    perColumn: columnPair.length === 0 ? new Float64Array(0) : columnGains(parts, gainPerHa, columnPair),
  }));
  return {
    unitCount: parts.areaHa.length,
    options: parts.options,
    areaHa: parts.areaHa,
    cap: parts.cap,
    unitLimit: parts.unitLimit,
    rows,
    columnPair,
    objectives,
    benefit: weighBenefits(parts, objectives, columnPair),
    benefitConstant: objectives.reduce(
      (sum, { weight, ideal, nadir }) =>
        sum - (weight > 0 ? (OBJECTIVE_POINTS * weight * nadir) / (ideal - nadir) : 0),
      0,
    ),
    ...matrix,
    rowLower: Float64Array.from(rows, (row) => (row.lower - row.constant) / row.scale),
    rowUpper: Float64Array.from(rows, (row) => (row.upper - row.constant) / row.scale),
  };
}

function openPairs(cap: Float64Array): Int32Array {
  const pairs: number[] = [];
  for (let pair = 0; pair < cap.length; pair++) if (cap[pair] > 0) pairs.push(pair);
  return Int32Array.from(pairs);
}

/** Coefficient of each column in a row, in the row's own unit. */
function pairCoefficients(
  parts: ProgramParts,
  terms: readonly RowTerm[],
  columnPair: Int32Array,
): Float64Array {
  const optionCount = parts.options.length;
  const coefficients = new Float64Array(columnPair.length);
  for (const { group, factor, stream, byOption } of terms) {
    for (let column = 0; column < columnPair.length; column++) {
      const pair = columnPair[column];
      const unit = Math.floor(pair / optionCount);
      if (group && group.of[unit] !== group.index) continue;
      let value = parts.areaHa[unit];
      if (factor) value *= factor[unit];
      if (stream) value *= stream[pair];
      if (byOption) value *= byOption[pair - unit * optionCount];
      coefficients[column] += value;
    }
  }
  return coefficients;
}

function scaledRow(row: ProgramParts["rows"][number], coefficients: Float64Array): ProgramRow {
  let largest = 0;
  for (const value of coefficients) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? 10 ** Math.ceil(Math.log10(largest / LARGEST_COEFFICIENT)) : 1;
  return {
    id: row.id,
    family: row.spec.family,
    title: row.title ?? row.spec.title,
    unit: row.spec.unit,
    law: row.spec.law,
    scale,
    lower: row.lower ?? Number.NEGATIVE_INFINITY,
    upper: row.upper ?? Number.POSITIVE_INFINITY,
    constant: row.constant,
    terms: row.terms,
  };
}

function compressColumns(
  columnCount: number,
  rowCoefficients: readonly Float64Array[],
  scales: readonly number[],
) {
  const columnStarts = new Int32Array(columnCount + 1);
  const rowIndex: number[] = [];
  const coefficient: number[] = [];
  for (let column = 0; column < columnCount; column++) {
    for (let row = 0; row < rowCoefficients.length; row++) {
      const raw = rowCoefficients[row][column];
      if (raw === 0) continue;
      const value = raw / scales[row];
      if (Math.abs(value) < SMALLEST_COEFFICIENT) continue;
      rowIndex.push(row);
      coefficient.push(roundCoefficient(value));
    }
    columnStarts[column + 1] = rowIndex.length;
  }
  return { columnStarts, rowIndex: Int32Array.from(rowIndex), coefficient: Float64Array.from(coefficient) };
}

function columnGains(parts: ProgramParts, gainPerHa: Float64Array, columnPair: Int32Array): Float64Array {
  const optionCount = parts.options.length;
  return Float64Array.from(columnPair, (pair) =>
    roundCoefficient(parts.areaHa[Math.floor(pair / optionCount)] * gainPerHa[pair]),
  );
}

function weighBenefits(
  parts: ProgramParts,
  objectives: readonly ProgramObjective[],
  columnPair: Int32Array,
): Float64Array {
  const benefit = new Float64Array(columnPair.length);
  for (const { weight, ideal, nadir, perColumn } of objectives) {
    if (weight === 0) continue;
    const points = (OBJECTIVE_POINTS * weight) / (ideal - nadir);
    for (let column = 0; column < benefit.length; column++) benefit[column] += points * perColumn[column];
  }
  if (parts.tieBreak) addTieBreak(benefit, columnPair, parts.options);
  for (let column = 0; column < benefit.length; column++) benefit[column] = roundCoefficient(benefit[column]);
  return benefit;
}

function addTieBreak(benefit: Float64Array, columnPair: Int32Array, options: readonly OptionId[]): void {
  let sum = 0;
  for (const value of benefit) sum += Math.abs(value);
  const amplitude = (TIE_BREAK_SHARE * sum) / Math.max(1, benefit.length);
  const codes = options.map((option) => OPTION_IDS.indexOf(option));
  for (let column = 0; column < benefit.length; column++) {
    const unit = Math.floor(columnPair[column] / options.length);
    benefit[column] += amplitude * tieBreak(unit, codes[columnPair[column] - unit * options.length]);
  }
}
