/** Text as wide as a terminal shows it: a Chinese character takes two columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;

/**
 * Lines of a table, columns padded to their widest cell and two blanks apart; columns named in `right` are aligned to
 * the right, as figures are.
 */
export function writeTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, k) => {
      widths[k] = Math.max(widths[k] ?? 0, displayWidth(cell));
    });
  }
  const lines = rows.map((row) =>
    row
      .map((cell, k) => {
        const gap = " ".repeat(widths[k] - displayWidth(cell));
        return right.includes(k) ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd(),
  );
  return lines.join("\n");
}

/** A figure for reading: grouped by thousands, at most `decimals` decimals, fewer for large values, none for whole ones. */
export function writeFigure(value: number, decimals = 4): string {
  if (!Number.isFinite(value)) return "-";
  const shown = decimalsFor(value, decimals);
  const [whole, fraction] = Math.abs(value).toFixed(shown).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, " ");
  const sign = value < 0 && Number(value.toFixed(shown)) !== 0 ? "-" : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

function decimalsFor(value: number, most: number): number {
  const size = Math.abs(value);
  if (size >= 1000 || Number.isInteger(value) || size < 0.5 * 10 ** -most) return 0;
  if (size >= 10) return Math.min(1, most);
  return size >= 1 ? Math.min(2, most) : most;
}

/** A change with its sign always shown. */
export function writeChange(value: number): string {
  const text = writeFigure(value);
  return text.startsWith("-") || Number(text) === 0 ? text : `+${text}`;
}
