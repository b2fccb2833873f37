import { describe, expect, it } from "vitest";
import { writeCsv } from "./csv.ts";

const cellOf = (cell: string | number | null) => writeCsv(["a"], [[cell]]).split("\r\n")[1];

describe("writeCsv", () => {
  it("starts with a byte-order mark and ends every line with CRLF", () => {
    expect(writeCsv(["id", "产业"], [["D-1", "花椒"]])).toBe("\uFEFFid,产业\r\nD-1,花椒\r\n");
  });

  it.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    " =1",
    '"=1',
    "'=1",
  ])("takes the power from %j", (text) => {
    expect(cellOf(text)).toMatch(/^"?'/);
  });

  it("leaves numbers alone, negative ones too", () => {
    expect(cellOf(-12.5)).toBe("-12.5");
    expect(cellOf(-0)).toBe("0");
  });

  it("writes no data as an empty cell and refuses infinity", () => {
    expect(cellOf(Number.NaN)).toBe("");
    expect(cellOf(null)).toBe("");
    expect(() => cellOf(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it.each([
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", "two\\u{A}lines"],
  ])("quotes %j", (text, written) => {
    expect(cellOf(text)).toBe(written);
  });
});
