import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { aspectDegrees } from "./aspect.ts";
import { hillshade } from "./hillshade.ts";
import { roughness, ruggedness, topographicPosition } from "./ruggedness.ts";
import { slopeDegrees } from "./slope.ts";

const REFERENCE = {
  cols: 5,
  rows: 5,
  cellSizeM: 30,
  values: Float32Array.of(
    ...[1010, 1008, 1005, 1001, 996],
    ...[1012, 1011, 1007, 1002, 998],
    ...[1015, 1013, 1010, 1006, 1001],
    ...[1020, 1017, 1012, 1009, 1003],
    ...[1026, 1021, 1016, 1011, 1005],
  ),
};
const EDGES = { computeEdges: true };

/** Cells that hold a value, as [row, column, value]. */
function definedCells(values: Float32Array, cols: number): number[][] {
  return Array.from(values, (value, cell) => [Math.floor(cell / cols), cell % cols, value]).filter(
    ([, , value]) => !Number.isNaN(value),
  );
}

function expectCells(values: Float32Array, cols: number, expected: readonly (readonly number[])[]): void {
  const found = definedCells(values, cols);
  expect(found.map(([row, col]) => [row, col])).toEqual(expected.map(([row, col]) => [row, col]));
  for (const [i, [, , value]] of expected.entries())
    expect(Math.abs(found[i][2] - value)).toBeLessThan(1e-5 * value);
}

describe("slope, aspect and hillshade on the reference grid (TV-A1)", () => {
  it("gives Horn's slope inside and nothing on the border", () => {
    expectCells(slopeDegrees(REFERENCE), 5, [
      [1, 1, 6.7213693],
      [1, 2, 8.9356318],
      [1, 3, 9.7367773],
      [2, 1, 8.0563593],
      [2, 2, 9.1369457],
      [2, 3, 10.2193775],
      [3, 1, 10.6835079],
      [3, 2, 9.7873154],
      [3, 3, 10.1442614],
    ]);
  });

  it("agrees with the published slopes in per cent", () => {
    const slope = slopeDegrees(REFERENCE);
    const percent = (row: number, col: number) => 100 * Math.tan((slope[row * 5 + col] * Math.PI) / 180);
    expect(percent(2, 2)).toBeCloseTo(16.0835495, 4);
    expect(percent(1, 1)).toBeCloseTo(11.7851133, 4);
  });

  it("gives the azimuth of the fall", () => {
    expectCells(aspectDegrees(REFERENCE), 5, [
      [1, 1, 45],
      [1, 2, 57.9946175],
      [1, 3, 60.9453964],
      [2, 1, 42.6140556],
      [2, 2, 53.4269676],
      [2, 3, 56.3099327],
      [3, 1, 43.2100907],
      [3, 2, 52.8533134],
      [3, 3, 62.2414589],
    ]);
  });

  it("extrapolates the border where edges are computed", () => {
    const slope = slopeDegrees(REFERENCE, EDGES);
    const aspect = aspectDegrees(REFERENCE, EDGES);
    const at = (values: Float32Array, row: number, col: number) => values[row * 5 + col];
    expect(at(slope, 0, 0)).toBeCloseTo(4.691967, 5);
    expect(at(slope, 0, 4)).toBeCloseTo(5.8082227, 5);
    expect(at(slope, 2, 0)).toBeCloseTo(8.478713, 5);
    expect(at(slope, 4, 4)).toBeCloseTo(6.8532248, 5);
    expect(at(aspect, 0, 0)).toBeCloseTo(23.9624863, 4);
    expect(at(aspect, 4, 4)).toBeCloseTo(56.3099327, 4);
  });

  it("shades every cell to the grey level", () => {
    expect([...hillshade(REFERENCE, EDGES)]).toEqual(
      [
        [185, 179, 173, 166, 177],
        [184, 179, 172, 170, 170],
        [187, 180, 174, 172, 167],
        [186, 179, 174, 168, 161],
        [190, 174, 171, 165, 175],
      ].flat(),
    );
  });

  it("measures ruggedness, position and roughness", () => {
    expect(ruggedness(REFERENCE)[12]).toBeCloseTo(12.3693171, 5);
    expect([...ruggedness(REFERENCE, { method: "wilson" }).subarray(6, 9)]).toEqual([2.75, 3.5, 4]);
    expect(topographicPosition(REFERENCE)[12]).toBe(0.375);
    expect(roughness(REFERENCE)[12]).toBe(15);
    expect(roughness(REFERENCE)[0]).toBeNaN();
  });

  it("gives the same in bands as at once", () => {
    for (const options of [{}, EDGES]) {
      const whole = slopeDegrees(REFERENCE, options);
      const upper = { ...REFERENCE, rows: 2, values: REFERENCE.values.subarray(0, 15), hasRowBelow: true };
      const lower = { ...REFERENCE, rows: 3, values: REFERENCE.values.subarray(5), hasRowAbove: true };
      expect([...slopeDegrees(upper, options), ...slopeDegrees(lower, options)]).toEqual([...whole]);
    }
  });

  it("shades flat ground 181 and gives it no aspect", () => {
    const flat = { cols: 3, rows: 3, cellSizeM: 30, values: new Float32Array(9).fill(700) };
    expect(hillshade(flat)[4]).toBe(181);
    expect(aspectDegrees(flat)[4]).toBeNaN();
    expect(slopeDegrees(flat)[4]).toBe(0);
  });
});

describe("no data (TV-A2)", () => {
  const values = REFERENCE.values.slice();
  values[3 * 5 + 3] = Number.NaN;
  const dem = { ...REFERENCE, values };

  it("spreads to every neighbour by default", () => {
    expectCells(slopeDegrees(dem), 5, [
      [1, 1, 6.7213693],
      [1, 2, 8.9356318],
      [1, 3, 9.7367773],
      [2, 1, 8.0563593],
      [3, 1, 10.6835079],
    ]);
  });

  it("is replaced by the centre where edges are computed, and stays no data itself", () => {
    const slope = slopeDegrees(dem, EDGES);
    expect(slope[2 * 5 + 2]).toBeCloseTo(9.0946407, 5);
    expect(slope[3 * 5 + 4]).toBeCloseTo(6.4666252, 5);
    expect(slope[3 * 5 + 3]).toBeNaN();
    expect(hillshade(dem, EDGES)[3 * 5 + 3]).toBe(0);
  });

  it("is all there is on a grid with one row or column", () => {
    const line = { cols: 3, rows: 1, cellSizeM: 30, values: Float32Array.of(1, 2, 3) };
    expect([...slopeDegrees(line, EDGES)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...slopeDegrees({ ...line, cols: 1, rows: 3 }, EDGES)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

describe("a crop of a sample elevation model with a hole, against gdaldem", () => {
  type Rows = readonly (readonly (number | null)[])[];
  const fixture = JSON.parse(readFileSync(new URL("gdaldem.fixture.json", import.meta.url), "utf8")) as {
    readonly cellSizeM: number;
    readonly elevation: Rows;
  } & Readonly<
    Record<
      | "slope"
      | "slopeEdges"
      | "aspect"
      | "aspectEdges"
      | "hillshade"
      | "hillshadeEdges"
      | "tri"
      | "triEdges"
      | "triWilson"
      | "triWilsonEdges"
      | "tpi"
      | "tpiEdges"
      | "roughness"
      | "roughnessEdges",
      Rows
    >
  >;
  const flat = (rows: Rows) => rows.flat().map((value) => value ?? Number.NaN);
  const dem = {
    cols: fixture.elevation[0].length,
    rows: fixture.elevation.length,
    cellSizeM: fixture.cellSizeM,
    values: Float32Array.from(flat(fixture.elevation)),
  };

  /** Largest difference; Infinity where only one of both is no data. */
  function worst(found: ArrayLike<number>, rows: Rows): number {
    return Math.max(
      ...flat(rows).map((value, cell) => {
        if (Number.isNaN(value) !== Number.isNaN(found[cell])) return Number.POSITIVE_INFINITY;
        return Number.isNaN(value) ? 0 : Math.abs(found[cell] - value);
      }),
    );
  }
  const grey = (values: Uint8Array) => Array.from(values, (value) => (value === 0 ? Number.NaN : value));

  it("has the same slope within 1e-5 degrees", () => {
    expect(worst(slopeDegrees(dem), fixture.slope)).toBeLessThan(1e-5);
    expect(worst(slopeDegrees(dem, EDGES), fixture.slopeEdges)).toBeLessThan(1e-5);
  });

  it("has the same aspect within 1e-4 degrees", () => {
    expect(worst(aspectDegrees(dem), fixture.aspect)).toBeLessThan(1e-4);
    expect(worst(aspectDegrees(dem, EDGES), fixture.aspectEdges)).toBeLessThan(1e-4);
  });

  it("has the same grey in every cell", () => {
    expect(worst(grey(hillshade(dem)), fixture.hillshade)).toBe(0);
    expect(worst(grey(hillshade(dem, EDGES)), fixture.hillshadeEdges)).toBe(0);
  });

  it("has the same ruggedness, position and roughness to a millimetre in ten metres", () => {
    for (const [options, rows] of [
      [{}, [fixture.tri, fixture.triWilson, fixture.tpi, fixture.roughness]],
      [EDGES, [fixture.triEdges, fixture.triWilsonEdges, fixture.tpiEdges, fixture.roughnessEdges]],
    ] as const) {
      expect(worst(ruggedness(dem, options), rows[0])).toBeLessThan(1e-4);
      expect(worst(ruggedness(dem, { ...options, method: "wilson" }), rows[1])).toBeLessThan(1e-4);
      expect(worst(topographicPosition(dem, options), rows[2])).toBeLessThan(1e-4);
      expect(worst(roughness(dem, options), rows[3])).toBeLessThan(1e-4);
    }
  });

  it("would notice a cell raised by a decimetre", () => {
    const values = dem.values.slice();
    values[5 * dem.cols + 3] += 0.1;
    expect(worst(slopeDegrees({ ...dem, values }), fixture.slope)).toBeGreaterThan(0.01);
  });
});
