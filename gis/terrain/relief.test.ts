import { describe, expect, it } from "vitest";
import { reliefRange } from "./relief.ts";

const [COLS, ROWS] = [19, 14];
const values = Float32Array.from({ length: COLS * ROWS }, (_, i) =>
  i % 41 === 7 ? Number.NaN : ((i * 7919) % 613) - 200,
);

/** The definition, cell by cell. */
function byDefinition(window: number): number[] {
  const half = (window - 1) / 2;
  return Array.from({ length: COLS * ROWS }, (_, i) => {
    const [x, y] = [i % COLS, Math.floor(i / COLS)];
    if (Number.isNaN(values[i])) return Number.NaN;
    const inside: number[] = [];
    for (let row = Math.max(0, y - half); row <= Math.min(ROWS - 1, y + half); row++)
      for (let col = Math.max(0, x - half); col <= Math.min(COLS - 1, x + half); col++)
        if (!Number.isNaN(values[row * COLS + col])) inside.push(values[row * COLS + col]);
    return Math.max(...inside) - Math.min(...inside);
  });
}

describe("reliefRange", () => {
  it.each([1, 3, 5, 11, 51])("is the range in a window of %i cells, cut at the border", (window) => {
    expect([...reliefRange({ cols: COLS, rows: ROWS, values }, window)]).toEqual(byDefinition(window));
  });

  it("is the same for some rows as for all", () => {
    const some = reliefRange({ cols: COLS, rows: ROWS, values }, 5, 4, 6);
    expect([...some]).toEqual(byDefinition(5).slice(4 * COLS, 10 * COLS));
  });

  it("refuses a window without a centre", () => {
    expect(() => reliefRange({ cols: COLS, rows: ROWS, values }, 4)).toThrow(RangeError);
  });
});
