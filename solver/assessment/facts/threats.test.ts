import { describe, expect, it } from "vitest";
import type { Grid } from "#gis";
import { cellAt, computeDegradation, markLines } from "./threats.ts";

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
});
