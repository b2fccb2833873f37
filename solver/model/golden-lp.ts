import { unitStarts } from "./fill.ts";
import type { Program } from "./program.ts";

/**
 * A small program as readable LP text for review: `x_<unit>_<option>`, rows by their id, everything in the numbers the
 * engines read. It is written to be compared, never to be solved.
 */
export function goldenLp(program: Program): string {
  const names = Array.from(program.columnPair, (pair) => {
    const unit = Math.floor(pair / program.options.length);
    return `x_${unit}_${program.options[pair % program.options.length]}`;
  });
  const starts = unitStarts(program);
  return [
    "Maximize",
    ` points: ${sum(benefitTerms(program, names))}`,
    "Subject To",
    ...program.rows.map((row, index) => ` ${rowText(program, index, row.id, names)}`),
    ...Array.from(program.unitLimit, (limit, unit) => {
      const own = names.slice(starts[unit], starts[unit + 1]);
      return own.length === 0 ? "" : ` unit_${unit}: ${own.join(" + ")} <= ${limit}`;
    }).filter((line) => line !== ""),
    "Bounds",
    ...names.map((name, column) => ` 0 <= ${name} <= ${program.cap[program.columnPair[column]]}`),
    "End",
    "",
  ].join("\n");
}

function benefitTerms(
  { benefit }: Program,
  names: readonly string[],
): readonly (readonly [number, string])[] {
  return Array.from(benefit, (value, column) => [value, names[column]] as const).filter(
    ([value]) => value !== 0,
  );
}

function rowText(program: Program, row: number, id: string, names: readonly string[]): string {
  const terms: (readonly [number, string])[] = [];
  for (let column = 0; column < names.length; column++) {
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      if (program.rowIndex[entry] === row) terms.push([program.coefficient[entry], names[column]]);
    }
  }
  const lower = program.rowLower[row];
  const upper = program.rowUpper[row];
  const left = lower > Number.NEGATIVE_INFINITY && lower !== upper ? `${lower} <= ` : "";
  const right = lower === upper ? ` = ${upper}` : upper < Number.POSITIVE_INFINITY ? ` <= ${upper}` : "";
  return `${id}: ${left}${sum(terms)}${right}`;
}

function sum(terms: readonly (readonly [number, string])[]): string {
  if (terms.length === 0) return "0";
  return terms
    .map(([value, name], index) => {
      const sign = value < 0 ? "- " : index > 0 ? "+ " : "";
      return `${sign}${Math.abs(value)} ${name}`;
    })
    .join(" ");
}
