import { OBJECTIVE_POINTS, type Program, type ProgramRow, type RowTerm } from "#solver/model";
import type { OptionId } from "#solver/region";
import { roundCoefficient } from "../../solver/model/round-coefficient.ts";

/** A row as a generator states it; limits come later. */
export interface SeededRow {
  readonly id: string;
  readonly family: string;
  readonly terms: readonly RowTerm[];
}

/** The parts of a seeded program; `benefitPerHa` is in objective points, one number per pair. */
export interface SeededParts {
  readonly options: readonly OptionId[];
  readonly areaHa: Float64Array;
  readonly cap: Float64Array;
  readonly unitLimit: Float64Array;
  readonly rows: readonly SeededRow[];
  readonly benefitPerHa: Float64Array;
}

const SMALLEST_COEFFICIENT = 1e-7;
const COEFFICIENT_RANGE = { low: 1, high: 1e4, scaledTo: 1000 } as const;

/**
 * The program of the given parts without limits, as the model stage assembles it but in two passes over the units and
 * without a column per row in between, so that a million units fit. A test holds the two together.
 */
export function assembleLarge(parts: SeededParts): Program {
  const optionCount = parts.options.length;
  let columnCount = 0;
  for (const cap of parts.cap) if (cap > 0) columnCount++;
  const columnPair = new Int32Array(columnCount);
  let column = 0;
  for (let pair = 0; pair < parts.cap.length; pair++) if (parts.cap[pair] > 0) columnPair[column++] = pair;

  const scratch = new Float64Array(parts.rows.length);
  const largest = new Float64Array(parts.rows.length);
  let entryCount = 0;
  for (const pair of columnPair) {
    pairCoefficients(parts, pair, scratch);
    for (let row = 0; row < scratch.length; row++) {
      if (scratch[row] === 0) continue;
      entryCount++;
      largest[row] = Math.max(largest[row], Math.abs(scratch[row]));
    }
  }
  const { low, high, scaledTo } = COEFFICIENT_RANGE;
  const scales = largest.map((value) =>
    value === 0 || (value >= low && value <= high) ? 1 : 10 ** Math.ceil(Math.log10(value / scaledTo)),
  );
  const columnStarts = new Int32Array(columnCount + 1);
  const rowIndex = new Int32Array(entryCount);
  const coefficient = new Float64Array(entryCount);
  const benefit = new Float64Array(columnCount);
  let entry = 0;
  for (column = 0; column < columnCount; column++) {
    const pair = columnPair[column];
    pairCoefficients(parts, pair, scratch);
    for (let row = 0; row < scratch.length; row++) {
      const value = scratch[row] / scales[row];
      if (Math.abs(value) < SMALLEST_COEFFICIENT) continue;
      rowIndex[entry] = row;
      coefficient[entry++] = roundCoefficient(value);
    }
    columnStarts[column + 1] = entry;
    benefit[column] = roundCoefficient(
      parts.areaHa[Math.floor(pair / optionCount)] * parts.benefitPerHa[pair],
    );
  }
  const unlimited = (value: number) => new Float64Array(parts.rows.length).fill(value);
  return {
    unitCount: parts.areaHa.length,
    options: parts.options,
    areaHa: parts.areaHa,
    cap: parts.cap,
    unitLimit: parts.unitLimit,
    rows: parts.rows.map(
      (row, index): ProgramRow => ({
        ...row,
        title: { zh: row.id, en: row.id },
        unit: "1",
        scale: scales[index],
        lower: Number.NEGATIVE_INFINITY,
        upper: Number.POSITIVE_INFINITY,
        constant: 0,
        law: false,
      }),
    ),
    columnPair,
    objectives: [{ id: "economy", weight: 1, ideal: OBJECTIVE_POINTS, nadir: 0, perColumn: benefit }],
    benefit,
    benefitConstant: 0,
    columnStarts,
    rowIndex: rowIndex.subarray(0, entry),
    coefficient: coefficient.subarray(0, entry),
    rowLower: unlimited(Number.NEGATIVE_INFINITY),
    rowUpper: unlimited(Number.POSITIVE_INFINITY),
  };
}

function pairCoefficients(parts: SeededParts, pair: number, out: Float64Array): void {
  const optionCount = parts.options.length;
  const unit = Math.floor(pair / optionCount);
  out.fill(0);
  for (let row = 0; row < out.length; row++) {
    for (const { group, factor, stream, byOption } of parts.rows[row].terms) {
      if (group && group.of[unit] !== group.index) continue;
      let value = parts.areaHa[unit];
      if (factor) value *= factor[unit];
      if (stream) value *= stream[pair];
      if (byOption) value *= byOption[pair - unit * optionCount];
      out[row] += value;
    }
  }
}

/** The program with other limits, given in engine units (scaled, today's use taken off). */
export function withLimits(program: Program, rowLower: Float64Array, rowUpper: Float64Array): Program {
  return {
    ...program,
    rowLower,
    rowUpper,
    rows: program.rows.map((row, index) => ({
      ...row,
      lower: rowLower[index] * row.scale + row.constant,
      upper: rowUpper[index] * row.scale + row.constant,
    })),
  };
}
