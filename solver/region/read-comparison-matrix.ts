import type { Issue } from "#gis";
import { type ComparisonMatrix, findReciprocityFaults } from "./comparison-matrix.ts";
import { regionIssue } from "./issue-messages.ts";

/** Rows a comparison matrix may have: as many as there are random indices to judge its consistency by. */
export const MAX_COMPARED = 15;

/**
 * A pairwise comparison matrix from the bytes of a table, or everything that is wrong with it.
 *
 * The header row and the first column name what is compared, in the same order. Comma, semicolon or tab separate; UTF-8
 * with or without a byte-order mark, else GB18030. Judgements are decimals or fractions (`1/3`); with semicolon or tab a
 * comma may be the decimal sign. An empty cell takes the reciprocal of the opposite one.
 */
export function readComparisonMatrix(
  bytes: Uint8Array,
  file: string,
): { matrix?: ComparisonMatrix; issues: Issue[] } {
  const text = decode(bytes);
  if (text === undefined) return { issues: [regionIssue("table-not-text", "error", { file })] };
  const separator = separatorOf(text);
  const table = splitTable(text, separator);
  const names = (table[0] ?? []).slice(1);
  const rows = table.slice(1);
  const shape = checkShape(names, rows, file);
  if (shape.length > 0) return { issues: shape };

  const n = names.length;
  const judgements = new Float64Array(n * n);
  const issues: Issue[] = [];
  const placeOf = (row: number, column: number) => ({ file, field: `${names[row]} / ${names[column]}` });
  rows.forEach((cells, row) => {
    for (let column = 0; column < n; column++) {
      const cell = cells[column + 1];
      const value = cell === "" ? Number.NaN : readJudgement(cell, separator);
      if (cell !== "" && Number.isNaN(value))
        issues.push(regionIssue("judgement-not-a-number", "error", placeOf(row, column), { found: cell }));
      judgements[row * n + column] = value;
    }
  });
  if (issues.length > 0) return { issues };
  fillOpposites(judgements, n);
  for (let row = 0; row < n; row++)
    for (let column = row; column < n; column++)
      if (Number.isNaN(judgements[row * n + column]))
        issues.push(
          regionIssue("judgement-missing", "error", placeOf(row, column), {
            row: names[row],
            column: names[column],
          }),
        );
  if (issues.length > 0) return { issues };

  const matrix = { names, judgements };
  issues.push(
    ...findReciprocityFaults(matrix).map(({ row, column, given, expected }) =>
      regionIssue("judgement-not-reciprocal", "error", placeOf(row, column), {
        row: names[row],
        column: names[column],
        given: Number(given.toPrecision(4)),
        expected: Number.isNaN(expected) ? "> 0" : Number(expected.toPrecision(4)),
      }),
    ),
    ...findBeyondScale(matrix).map(([row, column]) =>
      regionIssue("judgement-beyond-scale", "warning", placeOf(row, column), {
        given: Number(judgements[row * n + column].toPrecision(4)),
      }),
    ),
  );
  return issues.some(({ severity }) => severity === "error") ? { issues } : { matrix, issues };
}

/** Text by UTF-8, else by GB18030, as Chinese spreadsheets write it; undefined where it is neither. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text;
    } catch {
      // Not this encoding; the next may be.
    }
  }
  return undefined;
}

/** The separator that the header row has most of; a comma where it has none. */
function separatorOf(text: string): string {
  const header = text.split(/\r\n|\n|\r/, 1)[0].replaceAll(/"[^"]*"/g, "");
  const count = (separator: string) => header.split(separator).length;
  return [",", ";", "\t", "，"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Cells by row, trimmed, quotes taken off; empty rows are left out. */
function splitTable(text: string, separator: string): string[][] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => splitLine(line, separator))
    .filter((cells) => cells.some((cell) => cell !== ""));
}

function splitLine(line: string, separator: string): string[] {
  const cells = [""];
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const isQuote = line[i] === '"';
    if (isQuote && quoted && line[i + 1] === '"') {
      cells[cells.length - 1] += '"';
      i++;
    } else if (isQuote) quoted = !quoted;
    else if (line[i] === separator && !quoted) cells.push("");
    else cells[cells.length - 1] += line[i];
  }
  return cells.map((cell) => cell.trim());
}

function checkShape(names: readonly string[], rows: readonly (readonly string[])[], file: string): Issue[] {
  const fault = (code: Parameters<typeof regionIssue>[0], context: Issue["context"]) => [
    regionIssue(code, "error", { file }, context),
  ];
  const n = names.length;
  if (n < 1 || n > MAX_COMPARED) return fault("comparison-size", { found: n, most: MAX_COMPARED });
  const widths = [...new Set(rows.map((cells) => cells.length - 1))];
  if (rows.length !== n || widths.some((width) => width !== n))
    return fault("judgements-not-square", { size: n, found: `${rows.length} x ${widths.join("/")}` });
  if (names.includes("") || new Set(names).size !== n)
    return fault("comparison-names-unclear", { found: names.map((name) => name || "?").join(", ") });
  const first = rows.map(([name]) => name);
  if (first.some((name, i) => name !== names[i]))
    return fault("judgements-of-others", { found: first.join(", "), expected: names.join(", ") });
  return [];
}

/** A decimal number or a fraction of two; NaN for anything else. */
function readJudgement(cell: string, separator: string): number {
  const plain = separator === "," ? cell : cell.replace(",", ".");
  const [whole, divisor, ...rest] = plain.split(/[/／]/).map((part) => part.trim());
  if (rest.length > 0 || ![whole, divisor ?? "1"].every((part) => DECIMAL.test(part))) return Number.NaN;
  return Number(whole) / Number(divisor ?? "1");
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function fillOpposites(judgements: Float64Array, n: number): void {
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++) {
      const at = row * n + column;
      if (!Number.isNaN(judgements[at])) continue;
      judgements[at] = row === column ? 1 : 1 / judgements[column * n + row];
    }
}

/** Judgements beyond 1/9 to 9, upper triangle. */
function findBeyondScale({ names: { length: n }, judgements }: ComparisonMatrix): [number, number][] {
  const MOST = 9 * (1 + 1e-9);
  const beyond: [number, number][] = [];
  for (let row = 0; row < n; row++)
    for (let column = row + 1; column < n; column++) {
      const given = judgements[row * n + column];
      if (given > MOST || given < 1 / MOST) beyond.push([row, column]);
    }
  return beyond;
}
