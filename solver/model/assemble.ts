import type { Bilingual, OptionId } from "#solver/region";
import { OPTION_IDS } from "#solver/region";
import { unitStarts } from "./fill.ts";
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
/** A row whose largest coefficient lies outside this range is scaled to at most 1000; hectares stay hectares. */
const COEFFICIENT_RANGE = { low: 1, high: 1e4, scaledTo: 1000 } as const;

/**
 * The program of the given parts: columns for open pairs, factored rows, and the compressed columns every engine and
 * the written file read. Coefficients are rounded here and nowhere else.
 */
export function assembleProgram(parts: ProgramParts): Program {
  const columns = openColumns(parts);
  const { pair: columnPair } = columns;
  const sparseRows = parts.rows.map((row) => sparseRow(parts, row.terms, columns));
  const rows = parts.rows.map((row, index) => scaledRow(row, sparseRows[index].value));
  const matrix = compressColumns(columnPair.length, sparseRows, rows);
  const objectives = parts.objectives.map(({ gainPerHa, ...objective }) => ({
    ...objective,
    perColumn: columnGains(parts, gainPerHa, columns),
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
    benefit: weighBenefits(parts, objectives, columns),
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

interface Columns {
  /** Pair, unit and option of each column. */
  readonly pair: Int32Array;
  readonly unit: Int32Array;
  readonly option: Int32Array;
  /** First column of each unit; length `units + 1`. */
  readonly starts: Int32Array;
}

interface SparseRow {
  readonly column: readonly number[];
  readonly value: readonly number[];
}

function openColumns({ cap, options, areaHa }: ProgramParts): Columns {
  const pair = Int32Array.from(cap.keys()).filter((index) => cap[index] > 0);
  const unit = pair.map((index) => Math.floor(index / options.length));
  const option = pair.map((index) => index % options.length);
  return { pair, unit, option, starts: unitStarts({ unitCount: areaHa.length, options, columnPair: pair }) };
}

/** Columns with a coefficient in a row, in the row's own unit. */
function sparseRow({ areaHa }: ProgramParts, terms: readonly RowTerm[], columns: Columns): SparseRow {
  const column: number[] = [];
  const value: number[] = [];
  for (let unit = 0; unit < areaHa.length; unit++) {
    const here = terms.filter(({ group }) => !group || group.of[unit] === group.index);
    if (here.length === 0) continue;
    for (let index = columns.starts[unit]; index < columns.starts[unit + 1]; index++) {
      let sum = 0;
      for (const { factor, stream, byOption } of here) {
        let part = areaHa[unit];
        if (factor) part *= factor[unit];
        if (stream) part *= stream[columns.pair[index]];
        if (byOption) part *= byOption[columns.option[index]];
        sum += part;
      }
      if (sum === 0) continue;
      column.push(index);
      value.push(sum);
    }
  }
  return { column, value };
}

function scaledRow(row: ProgramParts["rows"][number], coefficients: readonly number[]): ProgramRow {
  let largest = 0;
  for (const value of coefficients) largest = Math.max(largest, Math.abs(value));
  const { low, high, scaledTo } = COEFFICIENT_RANGE;
  const isInRange = largest === 0 || (largest >= low && largest <= high);
  const scale = isInRange ? 1 : 10 ** Math.ceil(Math.log10(largest / scaledTo));
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

/** The rows as compressed columns, divided by their scales, rounded, and without what is only round-off. */
function compressColumns(columnCount: number, sparseRows: readonly SparseRow[], rows: readonly ProgramRow[]) {
  const scaled = sparseRows.map(({ value }, row) => value.map((raw) => raw / rows[row].scale));
  const columnStarts = new Int32Array(columnCount + 1);
  sparseRows.forEach(({ column }, row) => {
    column.forEach((index, position) => {
      if (Math.abs(scaled[row][position]) >= SMALLEST_COEFFICIENT) columnStarts[index + 1]++;
    });
  });
  for (let column = 0; column < columnCount; column++) columnStarts[column + 1] += columnStarts[column];
  const next = columnStarts.slice();
  const rowIndex = new Int32Array(columnStarts[columnCount]);
  const coefficient = new Float64Array(rowIndex.length);
  sparseRows.forEach(({ column }, row) => {
    column.forEach((index, position) => {
      const value = scaled[row][position];
      if (Math.abs(value) < SMALLEST_COEFFICIENT) return;
      rowIndex[next[index]] = row;
      coefficient[next[index]++] = roundCoefficient(value);
    });
  });
  return { columnStarts, rowIndex, coefficient };
}

function columnGains(
  { areaHa }: ProgramParts,
  gainPerHa: Float64Array,
  { pair, unit }: Columns,
): Float64Array {
  return Float64Array.from(pair, (index, column) =>
    roundCoefficient(areaHa[unit[column]] * gainPerHa[index]),
  );
}

function weighBenefits(
  parts: ProgramParts,
  objectives: readonly ProgramObjective[],
  columns: Columns,
): Float64Array {
  const benefit = new Float64Array(columns.pair.length);
  for (const { weight, ideal, nadir, perColumn } of objectives) {
    if (weight === 0) continue;
    const points = (OBJECTIVE_POINTS * weight) / (ideal - nadir);
    for (let column = 0; column < benefit.length; column++) benefit[column] += points * perColumn[column];
  }
  if (parts.tieBreak) addTieBreak(benefit, columns, parts.options);
  return benefit.map(roundCoefficient);
}

function addTieBreak(benefit: Float64Array, { unit, option }: Columns, options: readonly OptionId[]): void {
  let sum = 0;
  for (const value of benefit) sum += Math.abs(value);
  const amplitude = (TIE_BREAK_SHARE * sum) / Math.max(1, benefit.length);
  // By position in the fixed list of options, so that considering one more industry breaks no tie anew.
  const codes = options.map((id) => OPTION_IDS.indexOf(id));
  for (let column = 0; column < benefit.length; column++) {
    benefit[column] += amplitude * tieBreak(unit[column], codes[option[column]]);
  }
}
