import { cleanText } from "./clean-text.ts";

/** A cell of a table; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * Text of a table as CSV: comma, CRLF, a header, UTF-8 with a byte-order mark so that spreadsheets read Chinese.
 *
 * Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers are untouched. Reading back:
 * drop the mark, and one apostrophe where it stands before `= + - @` or their full-width forms.
 *
 * @throws {RangeError} when a number is infinite. NaN is no data, thus an empty cell.
 *
 * Source: RFC 4180; OWASP, CSV injection.
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map(writeCell).join(",")];
  for (const row of rows) lines.push(row.map(writeCell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function writeCell(cell: CsvCell): string {
  if (cell === null || Number.isNaN(cell)) return "";
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new RangeError(`A table holds no ${cell}.`);
    return String(cell + 0);
  }
  const text = LOOKS_LIKE_FORMULA.test(cell) ? `'${cleanText(cell)}` : cleanText(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Spreadsheets skip blanks and quotes before they look for a formula, hence the prefix.
const LOOKS_LIKE_FORMULA = /^[\s"']*[=+\-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}]|^[\t\r\n]/u;
const NEEDS_QUOTES = /[",;]|^\s|\s$/;
