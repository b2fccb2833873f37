import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIssue } from "./issue-messages.ts";
import { readComparisonMatrix } from "./read-comparison-matrix.ts";

const read = (text: string) => readComparisonMatrix(new TextEncoder().encode(text), "m.csv");

function codesOf(text: string): (readonly [string, string | undefined])[] {
  const { issues } = read(text);
  for (const issue of issues)
    for (const locale of ["en", "zh"] as const) expect(formatIssue(issue, locale)).not.toMatch(/\{\w+\}/);
  return issues.map(({ code, where }) => [code, where.field]);
}

const SOUND = ",slope,water,market\nslope,1,3,5\nwater,1/3,1,2\nmarket,0.2,0.5,1\n";

describe("readComparisonMatrix", () => {
  it("reads decimals and fractions", () => {
    const { matrix, issues } = read(SOUND);
    expect(issues).toEqual([]);
    expect(matrix?.names).toEqual(["slope", "water", "market"]);
    expect([...(matrix?.judgements ?? [])]).toEqual([1, 3, 5, 1 / 3, 1, 2, 0.2, 0.5, 1]);
  });

  it.each([
    ["semicolons and decimal commas", ";a;b\r\na;1;2,5\r\nb;0,4;1\r\n"],
    ["tabs", "\ta\tb\na\t1\t2.5\nb\t0.4\t1"],
    ["a byte-order mark and quotes", '\uFEFF"","a","b"\n"a",1,"5/2"\n"b",2/5,1\n'],
    ["empty cells that the opposite one fills", ",a,b\na,1,2.5\nb,,\n"],
    ["empty lines and blanks", "\n ,a, b \n\na , 1, 2.5\n b,0.4,1\n\n"],
  ])("reads %s", (_, text) => {
    expect([...(read(text).matrix?.judgements ?? [])]).toEqual([1, 2.5, 0.4, 1]);
  });

  it("reads Chinese names in GB18030", () => {
    const bytes = Uint8Array.of(0x2c, 0xc6, 0xc2, 0x2c, 0xcb, 0xae, 0x0a, 0xc6, 0xc2, 0x2c, 0x31, 0x2c, 0x33);
    const rest = Uint8Array.of(0x0a, 0xcb, 0xae, 0x2c, 0x31, 0x2f, 0x33, 0x2c, 0x31);
    expect(readComparisonMatrix(Uint8Array.of(...bytes, ...rest), "m.csv").matrix?.names).toEqual([
      "坡",
      "水",
    ]);
  });

  it.each([
    ["a matrix that is not reciprocal", ",a,b\na,1,3\nb,3,1", "judgement-not-reciprocal", "b / a"],
    ["a diagonal that is not 1", ",a,b\na,2,3\nb,1/3,1", "judgement-not-reciprocal", "a / a"],
    ["a negative judgement", ",a,b\na,1,-3\nb,-1/3,1", "judgement-not-reciprocal", "a / b"],
    ["a row too few", ",a,b\na,1,3", "judgements-not-square", undefined],
    ["a short row", ",a,b\na,1\nb,1,1", "judgements-not-square", undefined],
    ["other names in the rows", ",a,b\na,1,3\nc,1/3,1", "judgements-of-others", undefined],
    ["a name twice", ",a,a\na,1,3\na,1/3,1", "comparison-names-unclear", undefined],
    ["words", ",a,b\na,1,much\nb,1/3,1", "judgement-not-a-number", "a / b"],
    ["a fraction of three", ",a,b\na,1,1/3/5\nb,3,1", "judgement-not-a-number", "a / b"],
    ["a pair that nobody compared", ",a,b\na,1,\nb,,1", "judgement-missing", "a / b"],
    ["an empty file", "", "comparison-size", undefined],
  ])("names %s", (_, text, code, field) => {
    expect(read(text).matrix).toBeUndefined();
    expect(codesOf(text)).toContainEqual([code, field]);
  });

  it("names every fault at once", () => {
    expect(codesOf(",a,b,c\na,1,2,3\nb,2,1,5\nc,3,1/5,1")).toEqual([
      ["judgement-not-reciprocal", "b / a"],
      ["judgement-not-reciprocal", "c / a"],
    ]);
  });

  it("refuses more rows than there are random indices", () => {
    const names = Array.from({ length: 16 }, (_, i) => `c${i}`);
    const rows = names.map((name) => [name, ...names.map(() => "1")].join(","));
    expect(codesOf([["", ...names].join(","), ...rows].join("\n"))).toEqual([["comparison-size", undefined]]);
  });

  it("carries on beyond the scale and says so", () => {
    expect(read(",a,b\na,1,12\nb,1/12,1").matrix).toBeDefined();
    expect(codesOf(",a,b\na,1,12\nb,1/12,1")).toEqual([["judgement-beyond-scale", "a / b"]]);
  });

  it("refuses what is no text", () => {
    expect(readComparisonMatrix(Uint8Array.of(0, 1, 2, 0xff), "m.csv").issues[0].code).toBe("table-not-text");
  });

  it("never throws, and returns a matrix or an error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { matrix, issues } = readComparisonMatrix(bytes, "m.csv");
        expect(matrix === undefined).toBe(issues.some(({ severity }) => severity === "error"));
      }),
    );
  });
});
