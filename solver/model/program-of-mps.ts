import type { OptionId } from "#solver/region";
import type { Program, ProgramRow } from "./program.ts";
import type { MpsProgram } from "./read-mps.ts";

/** A program read from a file in the form the engines take, and the way back. */
export interface FileProgram {
  readonly program: Program;
  /** True when most columns share assignment rows, so that the dual engine's pricing pays. */
  readonly isAssignment: boolean;
  /** Units that came from assignment rows. */
  readonly assignmentCount: number;
  /** Column of the file behind each column of the program; for a free column, its positive part comes first. */
  readonly fileColumn: Int32Array;
  /** What a column of the program adds to its file column per unit: 1, or -1 for a column turned round. */
  readonly sign: Int8Array;
  /** Columns of the file whose range is ours: theirs is wider or has no end. */
  readonly boxed: readonly number[];
  /** Row of the program for each row of the file; -1 for assignment rows. */
  readonly rowOfFile: Int32Array;
  /** Cost in the file = `costConstant - costScale x value of the program`. */
  readonly costScale: number;
  readonly costConstant: number;
  /** Rows whose numbers were scaled by more than a thousand either way. */
  readonly rescaledRows: readonly string[];
}

/** More options than this fit no unit. */
const MOST_OPTIONS = 255;
/** Coupling rows the dual engine is built for. */
const MOST_COUPLING_ROWS = 1000;
/** Ranges of coefficients beyond this are called badly scaled. */
const WIDE = 1000;

/**
 * A file's program as the engines take it. Rows whose entries are all equal and whose columns no other such row has
 * become units, `<=` or `=`; every other column becomes a unit of its own, shifted to a lower bound of 0. Rows and costs
 * are scaled by powers of two, which changes no digit.
 *
 * @param boxWidth widest range of a column without bounds; an optimum inside the box is the optimum (a linear program
 * has no other local one), an optimum on its edge says that the box was too small.
 */
export function programOfMps(mps: MpsProgram, boxWidth: number): FileProgram {
  const assignments = findAssignments(mps);
  const isAssigned = new Uint8Array(mps.columnNames.length);
  for (const { columns } of assignments) for (const column of columns) isAssigned[column] = 1;
  const layout = layOut(mps, assignments, isAssigned, boxWidth);
  const rowOfFile = new Int32Array(mps.rowNames.length);
  const assignmentRows = new Set(assignments.map(({ row }) => row));
  const keptRows: number[] = [];
  for (let row = 0; row < rowOfFile.length; row++)
    rowOfFile[row] = assignmentRows.has(row) ? -1 : keptRows.push(row) - 1;
  const rowScale = scaleRows(mps, keptRows);
  const shift = shiftRows(mps, layout.lower);
  const columnCount = layout.fileColumn.length;
  const starts = new Int32Array(columnCount + 1);
  const rowIndex: number[] = [];
  const coefficient: number[] = [];
  const costScale = scaleOf(mean(mps.cost));
  const benefit = new Float64Array(columnCount);
  for (let column = 0; column < columnCount; column++) {
    const source = layout.fileColumn[column];
    const sign = layout.sign[column];
    benefit[column] = (-sign * mps.cost[source]) / costScale;
    const entries: { row: number; value: number }[] = [];
    for (let entry = mps.starts[source]; entry < mps.starts[source + 1]; entry++) {
      const row = rowOfFile[mps.rowIndex[entry]];
      if (row >= 0) entries.push({ row, value: (sign * mps.coefficient[entry]) / rowScale[row] });
    }
    entries.sort((a, b) => a.row - b.row);
    for (const { row, value } of entries) {
      rowIndex.push(row);
      coefficient.push(value);
    }
    starts[column + 1] = rowIndex.length;
  }
  const limit = (limits: Float64Array) =>
    Float64Array.from(keptRows, (row, index) => (limits[row] - shift[row]) / rowScale[index]);
  const rowLower = limit(mps.rowLower);
  const rowUpper = limit(mps.rowUpper);
  let costConstant = mps.constant;
  for (let column = 0; column < layout.lower.length; column++)
    costConstant += mps.cost[column] * layout.lower[column];
  const covered = isAssigned.reduce((sum, flag) => sum + flag, 0);
  const program: Program = {
    unitCount: layout.unitLimit.length,
    options: layout.options,
    areaHa: layout.unitLimit.map((_, unit) => (unit < assignments.length ? 1 : 0)),
    auxiliaryCount: layout.unitLimit.length - assignments.length,
    cap: layout.cap,
    unitLimit: layout.unitLimit,
    mustFill: layout.mustFill,
    rows: keptRows.map((row, index) => rowOf(mps, row, rowScale[index], shift[row])),
    columnPair: layout.columnPair,
    objectives: [],
    benefit,
    benefitConstant: 0,
    columnStarts: starts,
    rowIndex: Int32Array.from(rowIndex),
    coefficient: Float64Array.from(coefficient),
    rowLower,
    rowUpper,
  };
  return {
    program,
    isAssignment: 2 * covered >= isAssigned.length && keptRows.length <= MOST_COUPLING_ROWS,
    assignmentCount: assignments.length,
    fileColumn: layout.fileColumn,
    sign: layout.sign,
    boxed: layout.boxed,
    rowOfFile,
    costScale,
    costConstant,
    rescaledRows: keptRows
      .filter((_, index) => rowScale[index] > WIDE || rowScale[index] < 1 / WIDE)
      .map((row) => mps.rowNames[row]),
  };
}

/** Values of the file's columns for an answer of the program. */
export function fileColumns(mps: MpsProgram, file: FileProgram, x: Float64Array): Float64Array {
  const values = Float64Array.from(mps.columnNames, (_, column) => startOf(mps, column));
  for (let column = 0; column < x.length; column++)
    values[file.fileColumn[column]] += file.sign[column] * x[column];
  return values;
}

interface Assignment {
  readonly row: number;
  readonly columns: readonly number[];
  readonly limit: number;
  readonly isEquality: boolean;
}

/** Rows that can be units, the short ones first, until their columns overlap. */
function findAssignments(mps: MpsProgram): readonly Assignment[] {
  const columnsOf: number[][] = mps.rowNames.map(() => []);
  const value = new Float64Array(mps.rowNames.length).fill(Number.NaN);
  const isUniform = new Uint8Array(mps.rowNames.length).fill(1);
  for (let column = 0; column < mps.columnNames.length; column++) {
    for (let entry = mps.starts[column]; entry < mps.starts[column + 1]; entry++) {
      const row = mps.rowIndex[entry];
      if (columnsOf[row].push(column) === 1) value[row] = mps.coefficient[entry];
      else if (value[row] !== mps.coefficient[entry]) isUniform[row] = 0;
    }
  }
  const candidates = mps.rowNames.flatMap((_, row): readonly Assignment[] => {
    const limit = mps.rowUpper[row] / value[row];
    const isEquality = mps.rowLower[row] === mps.rowUpper[row];
    const fits =
      isUniform[row] === 1 &&
      value[row] > 0 &&
      limit > 0 &&
      limit < Number.POSITIVE_INFINITY &&
      (isEquality || mps.rowLower[row] === Number.NEGATIVE_INFINITY) &&
      columnsOf[row].length <= MOST_OPTIONS &&
      columnsOf[row].every((column) => mps.columnLower[column] === 0);
    return fits ? [{ row, columns: columnsOf[row], limit, isEquality }] : [];
  });
  candidates.sort((a, b) => a.columns.length - b.columns.length || a.row - b.row);
  const taken = new Uint8Array(mps.columnNames.length);
  return candidates
    .filter(({ columns }) => {
      if (columns.some((column) => taken[column] === 1)) return false;
      for (const column of columns) taken[column] = 1;
      return true;
    })
    .sort((a, b) => a.columns[0] - b.columns[0]);
}

function layOut(
  mps: MpsProgram,
  assignments: readonly Assignment[],
  isAssigned: Uint8Array,
  boxWidth: number,
) {
  const units: { columns: { of: number; sign: number; cap: number }[]; limit: number; mustFill: boolean }[] =
    assignments.map(({ columns, limit, isEquality }) => ({
      columns: columns.map((of) => ({ of, sign: 1, cap: Math.min(limit, mps.columnUpper[of]) })),
      limit,
      mustFill: isEquality,
    }));
  const boxedFile = new Set<number>();
  for (let of = 0; of < isAssigned.length; of++) {
    if (isAssigned[of] === 1) continue;
    const width = mps.columnUpper[of] - mps.columnLower[of];
    const limit = Math.min(width, boxWidth);
    if (width > boxWidth) boxedFile.add(of);
    const hasLower = mps.columnLower[of] > Number.NEGATIVE_INFINITY;
    const hasUpper = mps.columnUpper[of] < Number.POSITIVE_INFINITY;
    const isFree = !hasLower && !hasUpper;
    const isTurned = !hasLower && hasUpper;
    units.push({ columns: [{ of, sign: isTurned ? -1 : 1, cap: limit }], limit, mustFill: false });
    if (isFree) units.push({ columns: [{ of, sign: -1, cap: limit }], limit, mustFill: false });
  }
  const optionCount = units.reduce((most, { columns }) => Math.max(most, columns.length), 1);
  const cap = new Float64Array(units.length * optionCount);
  const flat = units.flatMap(({ columns }, unit) =>
    columns.map((column, option) => ({ ...column, pair: unit * optionCount + option })),
  );
  for (const column of flat) cap[column.pair] = column.cap;
  return {
    // Options of a file have no names of ours; engines only count them.
    options: Array.from({ length: optionCount }, (_, option) => `option-${option}` as OptionId),
    cap,
    unitLimit: Float64Array.from(units, ({ limit }) => limit),
    mustFill: Uint8Array.from(units, ({ mustFill }) => (mustFill ? 1 : 0)),
    columnPair: Int32Array.from(flat, ({ pair }) => pair),
    fileColumn: Int32Array.from(flat, ({ of }) => of),
    sign: Int8Array.from(flat, ({ sign }) => sign),
    boxed: [...boxedFile],
    lower: Float64Array.from(mps.columnNames, (_, column) => startOf(mps, column)),
  };
}

/** Value of a file's column where the program's is 0. */
function startOf({ columnLower, columnUpper }: MpsProgram, column: number): number {
  if (columnLower[column] > Number.NEGATIVE_INFINITY) return columnLower[column];
  return columnUpper[column] < Number.POSITIVE_INFINITY ? columnUpper[column] : 0;
}

/** What the columns' starting values use of each row. */
function shiftRows(mps: MpsProgram, lower: Float64Array): Float64Array {
  const shift = new Float64Array(mps.rowNames.length);
  for (let column = 0; column < lower.length; column++) {
    if (lower[column] === 0) continue;
    for (let entry = mps.starts[column]; entry < mps.starts[column + 1]; entry++)
      shift[mps.rowIndex[entry]] += mps.coefficient[entry] * lower[column];
  }
  return shift;
}

function scaleRows(mps: MpsProgram, keptRows: readonly number[]): Float64Array {
  const largest = new Float64Array(mps.rowNames.length);
  for (let entry = 0; entry < mps.rowIndex.length; entry++) {
    const row = mps.rowIndex[entry];
    largest[row] = Math.max(largest[row], Math.abs(mps.coefficient[entry]));
  }
  return Float64Array.from(keptRows, (row) => scaleOf(largest[row] / 16));
}

/** The power of two nearest to a size from below; 1 for nothing. */
function scaleOf(size: number): number {
  return size > 0 ? 2 ** Math.floor(Math.log2(size)) : 1;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, values.length);
}

function rowOf(mps: MpsProgram, row: number, scale: number, constant: number): ProgramRow {
  const id = mps.rowNames[row];
  return {
    id,
    family: "file",
    title: { zh: id, en: id },
    unit: "",
    scale,
    lower: mps.rowLower[row],
    upper: mps.rowUpper[row],
    constant,
    terms: [],
    law: false,
  };
}
