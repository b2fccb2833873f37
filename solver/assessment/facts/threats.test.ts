import { describe, expect, it } from "vitest";
import type { Grid } from "#gis";
import { threatDecay } from "../physics/habitat.ts";
import { cellAt, computeDegradation, markLines, THREATS } from "./threats.ts";

const grid: Grid = { crs: "EPSG:4544", cols: 120, rows: 120, cellSizeM: 30, originX: 0, originY: 3600 };
const none = () => new Float32Array(grid.cols * grid.rows);

describe("threats to habitat", () => {
  it("is 1 in the middle of a landscape that is all threat, 0 where there is none", () => {
    const all = none().fill(1);
    const { values } = computeDegradation({ ...grid }, { settlement: all, road: all, cropland: all });
    const centre = 60 * 120 + 60;
    expect(values[centre]).toBeGreaterThan(0.9);
    expect(values[centre]).toBeLessThanOrEqual(1 + 1e-6);
    expect(
      computeDegradation(grid, { settlement: none(), road: none(), cropland: none() }).values.every(
        (v) => v === 0,
      ),
    ).toBe(true);
  });

  it("falls with distance and ends at the reach", () => {
    const road = none();
    road[60 * 120 + 60] = 1;
    const { values } = computeDegradation(grid, { settlement: none(), road, cropland: none() });
    const at = (col: number) => values[60 * 120 + col];
    expect(at(60)).toBeGreaterThan(at(75));
    expect(at(75)).toBeGreaterThan(at(90));
    expect(at(90)).toBeGreaterThan(0);
    expect(at(100)).toBe(0);
  });

  it("marks every cell a line runs through", () => {
    const cells = markLines(grid, {
      crs: "EPSG:4544",
      features: [
        {
          id: "1",
          properties: new Map(),
          geometry: {
            type: "LineString",
            coordinates: [
              [15, 3585],
              [315, 3585],
            ],
          },
        },
      ],
    });
    expect(cells.reduce((sum, v) => sum + v, 0)).toBe(11);
    expect(cellAt(grid, -1, 0)).toBe(-1);
    expect(cellAt(grid, 3599, 1)).toBe(grid.cols * grid.rows - 1);
  });

  it("equals the sum over every pair of coarse cells, written out", () => {
    const side = 30;
    const small: Grid = { ...grid, cols: side, rows: side };
    const scattered = (step: number) =>
      Float32Array.from({ length: side * side }, (_, cell) => (cell % step === 0 ? 1 : 0));
    const sources = { settlement: scattered(37), road: scattered(11), cropland: scattered(5) };
    const { values } = computeDegradation(small, sources);
    const coarse = side / 3;
    const shareOf = (cells: Float32Array, col: number, row: number) => {
      let sum = 0;
      for (let i = 0; i < 9; i++) sum += cells[(3 * row + Math.floor(i / 3)) * side + 3 * col + (i % 3)];
      return sum / 9;
    };
    const weights = THREATS.reduce((sum, { weight }) => sum + weight, 0);
    for (let at = 0; at < coarse * coarse; at++) {
      let expected = 0;
      for (const { id, reachM, weight, decay } of THREATS) {
        const influence = (dx: number, dy: number) => threatDecay(90 * Math.hypot(dx, dy), reachM, decay);
        let kernel = 0;
        for (let dy = -25; dy <= 25; dy++) for (let dx = -25; dx <= 25; dx++) kernel += influence(dx, dy);
        for (let from = 0; from < coarse * coarse; from++) {
          const [col, row] = [from % coarse, Math.floor(from / coarse)];
          const nearness = influence(col - (at % coarse), row - Math.floor(at / coarse)) / kernel;
          expected += (weight / weights) * nearness * shareOf(sources[id], col, row);
        }
      }
      const cell = 3 * Math.floor(at / coarse) * side + 3 * (at % coarse);
      expect(values[cell] / expected).toBeCloseTo(1, 6);
    }
  });
});
