import { describe, expect, it } from "vitest";
import { readNumber } from "./read-number.ts";

describe("readNumber", () => {
  it.each([
    ["12", 12],
    [" 1,234.5 ", 1234.5],
    ["12 000", 12000],
    ["\u22123.5", -3.5],
    ["１２．５", 12.5],
    ["1/4", 0.25],
    [".5", 0.5],
    ["1e3", 1000],
  ])("reads %j as %d", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(["", "12,5", "1,23", "abc", "1/0", "--1", "Infinity", "0x10", "1e9999"])("refuses %j", (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});
