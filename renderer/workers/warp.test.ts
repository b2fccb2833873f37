import { describe, expect, it } from "vitest";
import type { Grid } from "#gis";
import { paintClasses, paintContinuous, rangeOf } from "./paint-raster.ts";
import { shadeRelief } from "./relief.ts";
import { planWarp, sampleBilinear, sampleNearest } from "./warp.ts";

const GRID: Grid = { crs: "EPSG:4544", cols: 40, rows: 30, cellSizeM: 30, originX: 1000, originY: 5000 };

/** A ground that lies straight under the degrees, so that every pixel's cell is known. */
const straight = (lon: number, lat: number) => [1000 + lon * 1e6, 5000 - (0.0009 - lat) * 1e6] as const;

describe("planWarp", () => {
  const warp = planWarp(GRID, [0, 0, 0.0012, 0.0009], straight, 2);

  it("puts pixel centres where they lie on the grid", () => {
    expect(warp.width).toBe(80);
    expect(warp.height).toBe(60);
    const at = (33 * warp.width + 21) * 2;
    expect(warp.cells[at]).toBeCloseTo(21.5 / 2, 3);
    expect(warp.cells[at + 1]).toBeCloseTo(33.5 / 2, 3);
  });

  it("names its corners from the north-west, clockwise", () => {
    expect(warp.coordinates).toEqual([
      [0, 0.0009],
      [0.0012, 0.0009],
      [0.0012, 0],
      [0, 0],
    ]);
  });

  it("follows a turned grid instead of stretching over the corners", () => {
    const turned = planWarp(
      GRID,
      [0, 0, 0.0012, 0.0009],
      (lon, lat) => {
        const [x, y] = straight(lon, lat);
        return [x + 0.05 * (y - 5000), y - 0.05 * (x - 1000)];
      },
      2,
    );
    expect(turned.cells[1]).toBeGreaterThan(0);
    expect(turned.cells[(turned.width - 1) * 2 + 1]).toBeGreaterThan(1.5);
  });
});

describe("sampling", () => {
  const grid: Grid = { ...GRID, cols: 2, rows: 1 };
  it("mixes neighbours of a continuous raster and never those of a class raster", () => {
    const values = new Float32Array([1, 3]);
    expect(sampleBilinear(values, grid, 1, 0.5)).toBeCloseTo(2);
    expect(sampleNearest(values, grid, 0.99, 0.5)).toBe(1);
  });

  it("lets no data outside and beside stay out of the mean", () => {
    expect(sampleNearest(new Float32Array([1, 3]), grid, 2.1, 0.5)).toBeNaN();
    expect(sampleBilinear(new Float32Array([1, Number.NaN]), grid, 0.9, 0.5)).toBe(1);
  });
});

describe("painting", () => {
  const warp = planWarp(GRID, [0, 0, 0.0012, 0.0009], straight, 1);

  it("gives the ends of a ramp to the ends of the range", () => {
    const values = new Float32Array(GRID.cols * GRID.rows).map((_, i) => i % GRID.cols);
    const pixels = paintContinuous(warp, { grid: GRID, values }, ["#000000", "#FFFFFF"], rangeOf(values));
    expect(pixels[0]).toBe(0);
    expect(pixels[(GRID.cols - 1) * 4]).toBe(255);
  });

  it("leaves a class without a colour transparent", () => {
    const values = new Float32Array(GRID.cols * GRID.rows).fill(7);
    expect(paintClasses(warp, { grid: GRID, values }, new Map([[1, "#112233"]]))[3]).toBe(0);
    expect([...paintClasses(warp, { grid: GRID, values }, new Map([[7, "#112233"]])).slice(0, 4)]).toEqual([
      0x11, 0x22, 0x33, 255,
    ]);
  });
});

describe("shadeRelief", () => {
  const slopeTo = (rise: (i: number, j: number) => number) => {
    const values = new Float32Array(GRID.cols * GRID.rows);
    for (let j = 0; j < GRID.rows; j++)
      for (let i = 0; i < GRID.cols; i++) values[j * GRID.cols + i] = rise(i, j);
    return shadeRelief({ grid: GRID, values })[15 * GRID.cols + 20];
  };

  it("leaves level ground as it is", () => {
    expect(slopeTo(() => 100)).toBeCloseTo(0, 6);
  });

  it("lights the slope that falls to the north-west and shades the one that falls to the south-east", () => {
    expect(slopeTo((i, j) => (i + j) * 10)).toBeGreaterThan(0.1);
    expect(slopeTo((i, j) => -(i + j) * 10)).toBeLessThan(-0.1);
  });
});
