import { assembleProgram, type Program } from "#solver/model";
import { OPTION_IDS } from "#solver/region";

export interface RowOfNumbers {
  readonly id?: string;
  /** Coefficient per hectare of each unit and option. */
  readonly perHa: readonly (readonly number[])[];
  readonly lower?: number;
  readonly upper?: number;
  readonly law?: boolean;
}

export interface ProgramOfNumbers {
  readonly areaHa: readonly number[];
  readonly benefitPerHa: readonly (readonly number[])[];
  readonly rows?: readonly RowOfNumbers[];
  readonly cap?: readonly (readonly number[])[];
  readonly unitLimit?: readonly number[];
}

/** A program written out in numbers: one objective in its own unit, no tie-break. */
export function aProgram({ areaHa, benefitPerHa, rows = [], cap, unitLimit }: ProgramOfNumbers): Program {
  const options = OPTION_IDS.slice(0, benefitPerHa[0].length);
  return assembleProgram({
    options,
    areaHa: Float64Array.from(areaHa),
    cap: Float64Array.from((cap ?? benefitPerHa.map((row) => row.map(() => 1))).flat()),
    unitLimit: Float64Array.from(unitLimit ?? areaHa.map(() => 1)),
    rows: rows.map((row, index) => ({
      id: row.id ?? `row:${index}`,
      lower: row.lower,
      upper: row.upper,
      constant: 0,
      terms: [{ stream: Float64Array.from(row.perHa.flat()) }],
      spec: { family: "test", title: { zh: "行", en: "row" }, unit: "1", law: row.law ?? false },
    })),
    objectives: [
      { id: "economy", weight: 1, ideal: 1000, nadir: 0, gainPerHa: Float64Array.from(benefitPerHa.flat()) },
    ],
    tieBreak: false,
  });
}

/** The same coefficient for each option of every unit. */
export function everyUnit(unitCount: number, perOption: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: unitCount }, () => perOption);
}
