import { describe, expect, it } from "vitest";
import { displayWidth, writeChange, writeFigure, writeTable } from "./write-table.ts";

describe("writeTable", () => {
  it("lines up Chinese and Latin text, figures to the right", () => {
    const lines = writeTable(
      [
        ["花椒", "7"],
        ["tea", "12"],
      ],
      [1],
    ).split("\n");
    expect(lines).toEqual(["花椒   7", "tea   12"]);
    expect(new Set(lines.map(displayWidth)).size).toBe(1);
  });
});

describe("writeFigure", () => {
  it.each([
    [1_234_567.8, "1 234 568"],
    [-1234, "-1 234"],
    [104, "104"],
    [0, "0"],
    [12.34, "12.3"],
    [1.234, "1.23"],
    [0.123_456, "0.1235"],
    [-0.000_01, "0"],
    [Number.NaN, "-"],
  ])("writes %s as %s", (value, text) => {
    expect(writeFigure(value)).toBe(text);
  });

  it("always shows the sign of a change", () => {
    expect([writeChange(1500), writeChange(-1500), writeChange(0)]).toEqual(["+1 500", "-1 500", "0"]);
  });
});
