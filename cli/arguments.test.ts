import { describe, expect, it } from "vitest";
import { readArguments, UsageError } from "./arguments.ts";

const read = (line: string) => readArguments(line.split(" ").filter(Boolean));

describe("readArguments", () => {
  it("reads every flag of solve", () => {
    expect(
      read("solve huajiang --out o --engine glpk --time-limit 2.5 --write-program p.mps --json --lang zh"),
    ).toEqual({
      verb: "solve",
      region: "huajiang",
      out: "o",
      engine: "glpk",
      timeLimitS: 2.5,
      programFile: "p.mps",
      json: true,
      lang: "zh",
    });
  });

  it("takes flags before the region and after an equals sign", () => {
    expect(read("assess --out=o huajiang")).toMatchObject({ verb: "assess", region: "huajiang", out: "o" });
  });

  it("reads what is to be explained, and what is to be weighed", () => {
    expect(read("assess huajiang --explain G-12,ZP")).toMatchObject({ explain: "G-12,ZP", out: undefined });
    expect(read("weights m.csv --json")).toEqual({
      verb: "weights",
      matrix: "m.csv",
      json: true,
      lang: "en",
    });
  });

  it("chooses the engine itself and sets no time limit unless told", () => {
    expect(read("solve huajiang")).toMatchObject({ engine: "auto", timeLimitS: undefined, out: undefined });
  });

  it("offers help about everything", () => {
    expect(read("")).toMatchObject({ verb: "help" });
    expect(read("solve --help")).toMatchObject({ verb: "help", about: "solve" });
    expect(read("help verify --lang zh")).toMatchObject({ verb: "help", about: "verify", lang: "zh" });
  });

  it.each([
    ["solve", "solve needs <region>"],
    ["solve a b", 'solve does not know what to do with "b"'],
    ["solve a --colour", "Unknown option '--colour'"],
    ["solve a --out", "Option '--out <value>' argument missing"],
    ["solve a --out --json", "Option '--out' argument is ambiguous"],
    ["solve a --out=", "--out needs a value"],
    ["solve a --out x --out y", "--out is given twice"],
    ["solve a --json --json", "--json is given twice"],
    ["solve a --json=yes", "Option '--json' does not take an argument"],
    ["solve a --engine cplex", '--engine is one of auto, dual, highs, glpk, not "cplex"'],
    ["solve a --time-limit 0", "--time-limit is a number of seconds"],
    ["solve a --time-limit 1e3", "--time-limit is a number of seconds"],
    ["solve a --time-limit NaN", "--time-limit is a number of seconds"],
    ["solve a --time-limit=-5", "--time-limit is a number of seconds"],
    ["assess a", "assess needs --out DIR or --explain PARCEL"],
    ["assess a --explain", "Option '--explain <value>' argument missing"],
    ["weights", "weights needs <matrix.csv>"],
    ["weights a.csv b.csv", 'weights does not know what to do with "b.csv"'],
    ["verify", "verify needs <report.geojson>"],
    ["regions all", "regions does not know what to do with"],
    ["slove a", 'unknown verb "slove"'],
    ["__proto__", "unknown verb"],
    ["help slove", "no help about"],
    ["solve a --lang fr", "--lang is one of en, zh"],
  ])("refuses `%s` in one line", (line, sentence) => {
    expect(() => read(line)).toThrow(UsageError);
    try {
      read(line);
    } catch (error) {
      expect((error as Error).message).toContain(sentence);
      expect((error as Error).message).not.toContain("\n");
    }
  });

  it("shortens a word of a megabyte", () => {
    expect(() => readArguments(["x".repeat(1_000_000)])).toThrow(/^unknown verb "x{57}\.\.\."$/);
  });
});
