import { describe, expect, it } from "vitest";
import { readMps } from "./read-mps.ts";

const GOOD = `NAME small
* a comment
ROWS
 N z
 L land
 G ore
 E sum
 N other
COLUMNS
 x z 1.5 land 2
 x ore -1E2 other 7
 m 'MARKER' 'INTORG'
 y land .5 sum 1
 m 'MARKER' 'INTEND'
RHS
 rhs land 10 ore 4
 rhs z -3
RANGES
 ran land 2 sum -1
BOUNDS
 LO b x -5
 UP b x 8
 UP b y 3.5
ENDATA
`;

const read = (text: string) => readMps(text, "a.mps");

describe("readMps", () => {
  it("reads rows, ranges, bounds, markers, the constant, and leaves further free rows out", () => {
    const { program, issues } = read(GOOD);
    expect(issues).toEqual([]);
    expect(program).toEqual({
      columnNames: ["x", "y"],
      rowNames: ["land", "ore", "sum"],
      cost: Float64Array.of(1.5, 0),
      constant: 3,
      maximises: false,
      columnLower: Float64Array.of(-5, 0),
      columnUpper: Float64Array.of(8, 3),
      integer: Uint8Array.of(0, 1),
      rowLower: Float64Array.of(8, 4, -1),
      rowUpper: Float64Array.of(10, Number.POSITIVE_INFINITY, 0),
      starts: Int32Array.of(0, 2, 4),
      rowIndex: Int32Array.of(0, 1, 0, 2),
      coefficient: Float64Array.of(2, -100, 0.5, 1),
    });
  });

  it("negates the costs of a maximisation, wherever the word stands", () => {
    for (const sense of ["OBJSENSE MAX", "OBJSENSE\n    MAXIMIZE"]) {
      const { program } = read(GOOD.replace("ROWS", `${sense}\nROWS`));
      expect(program?.maximises).toBe(true);
      expect(program?.cost[0]).toBe(-1.5);
      expect(program?.constant).toBe(-3);
    }
  });

  it("takes names that objects treat specially for names", () => {
    const { program } = read(GOOD.replaceAll(" x ", " __proto__ ").replaceAll("land", "constructor"));
    expect(program?.columnNames[0]).toBe("__proto__");
    expect(program?.rowNames[0]).toBe("constructor");
  });

  it.each([
    ["mps-unknown-section", GOOD.replace("RANGES", "SOS1")],
    ["mps-line-outside-section", ` x y 1\n${GOOD}`],
    ["mps-unknown-word", GOOD.replace(" G ore", " Q ore")],
    ["mps-unknown-word", GOOD.replace("'INTORG'", "'SOSORG'")],
    ["mps-unknown-word", GOOD.replace("LO b", "SC b")],
    ["mps-short-line", GOOD.replace("-1E2 other 7", "-1E2 other")],
    ["mps-name-twice", GOOD.replace(" G ore", " G land")],
    ["mps-name-twice", GOOD.replace(" m 'MARKER' 'INTEND'", " x sum 1")],
    ["mps-entry-twice", GOOD.replace("ore -1E2", "land -1E2")],
    ["mps-entry-twice", GOOD.replace("rhs z -3", "rhs land -3")],
    ["mps-unknown-row", GOOD.replace("land 2", "lawn 2")],
    ["mps-unknown-column", GOOD.replace("UP b y", "UP b w")],
    ["mps-not-a-number", GOOD.replace("land 2", "land NaN")],
    ["mps-not-a-number", GOOD.replace("land 2", "land 1e999")],
    ["mps-not-a-number", GOOD.replace("land 2", "land 0x10")],
    ["mps-not-a-number", GOOD.replace("land 10", "land Infinity")],
    ["mps-negative-upper", GOOD.replace("UP b y 3.5", "UP b y -1")],
    ["mps-bounds-contradict", GOOD.replace("UP b x 8", "UP b x -8")],
    ["mps-bounds-contradict", GOOD.replace("UP b y 3.5", "FX b y 0.5")],
    ["mps-no-end", GOOD.replace("ENDATA\n", "")],
    [
      "mps-no-objective",
      GOOD.replace(" N z\n", "")
        .replaceAll("z 1.5 ", "")
        .replace(" rhs z -3\n", "")
        .replace(" N other\n", "")
        .replace(" other 7", ""),
    ],
    ["mps-empty", "NAME\nROWS\n N z\nCOLUMNS\nENDATA\n"],
    ["mps-no-end", ""],
  ])("answers %s instead of guessing", (code, text) => {
    const { program, issues } = read(text);
    expect(program).toBeUndefined();
    expect(issues[0].code).toBe(code);
    expect(issues[0].severity).toBe("error");
  });

  it("survives files cut off or scrambled anywhere, with a finding or a program, never both", () => {
    for (let at = 0; at < GOOD.length; at += 3) {
      for (const text of [
        GOOD.slice(0, at),
        GOOD.slice(at),
        `${GOOD.slice(0, at)}\u0000%${GOOD.slice(at)}`,
      ]) {
        const { program, issues } = read(text);
        expect(issues.length > 0).toBe(program === undefined);
      }
    }
  });

  it("stops after a page of findings", () => {
    expect(read(" x\n".repeat(1000)).issues).toHaveLength(20);
  });
});
