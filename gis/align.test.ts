import { describe, expect, it } from "vitest";
import { alignRaster, coveredShare } from "./align.ts";
import { transformBetween } from "./crs.ts";
import type { SourceRaster } from "./read/geotiff.ts";
import { TEST_GRID as GRID } from "./shapes.fixture.ts";

const CONTINUOUS = { layer: "elevation", measure: "continuous" } as const;
const CLASS = { layer: "land-use", measure: "class" } as const;

/** A source in the grid's CRS whose cell value is `valueAt` its centre. */
function aSource(
  place: { cellM: number; cols: number; rows: number; originX?: number; originY?: number },
  valueAt: (x: number, y: number) => number,
): SourceRaster {
  const { cellM, cols, rows, originX = GRID.originX, originY = GRID.originY } = place;
  const values = Float32Array.from({ length: cols * rows }, (_, cell) =>
    valueAt(originX + ((cell % cols) + 0.5) * cellM, originY - (Math.floor(cell / cols) + 0.5) * cellM),
  );
  return { crs: GRID.crs, cols, rows, originX, originY, cellSizeX: cellM, cellSizeY: cellM, values };
}

const plane = (x: number, y: number) => 700 + (x - GRID.originX) / 50 - (y - GRID.originY) / 80;
const centreX = (col: number) => GRID.originX + (col + 0.5) * GRID.cellSizeM;
const centreY = (row: number) => GRID.originY - (row + 0.5) * GRID.cellSizeM;
const cellAt = (row: number, col: number) => row * GRID.cols + col;

describe("alignRaster", () => {
  it("passes a layer on the grid untouched", () => {
    const source = aSource({ cellM: 30, cols: GRID.cols, rows: GRID.rows }, plane);
    const { raster, note } = alignRaster(source, GRID, CONTINUOUS);
    expect(raster.values).toBe(source.values);
    expect(note).toMatchObject({
      layer: "elevation",
      action: "none",
      from: "EPSG:4544, 30",
      to: "EPSG:4544, 30",
    });
  });

  it("crops a larger raster whose cells coincide, and pads a smaller one with no data", () => {
    const larger = aSource(
      { cellM: 30, cols: 30, rows: 30, originX: GRID.originX - 90, originY: GRID.originY + 60 },
      plane,
    );
    const cropped = alignRaster(larger, GRID, CONTINUOUS);
    expect(cropped.note.action).toBe("none");
    expect(cropped.raster.values[cellAt(5, 7)]).toBe(Math.fround(plane(centreX(7), centreY(5))));
    const smaller = aSource(
      { cellM: 30, cols: 4, rows: 4, originX: GRID.originX + 60, originY: GRID.originY - 60 },
      plane,
    );
    const padded = alignRaster(smaller, GRID, CONTINUOUS).raster.values;
    expect(padded[cellAt(2, 2)]).toBe(Math.fround(plane(centreX(2), centreY(2))));
    expect(padded[cellAt(1, 2)]).toBeNaN();
    expect(padded.filter((value) => !Number.isNaN(value)).length).toBe(16);
  });

  it("interpolates a coarser continuous raster so that a plane stays a plane", () => {
    const source = aSource(
      { cellM: 90, cols: 12, rows: 12, originX: GRID.originX - 200, originY: GRID.originY + 200 },
      plane,
    );
    const { raster, note } = alignRaster(source, GRID, CONTINUOUS);
    expect(note.action).toBe("resampled");
    for (const [row, col] of [
      [0, 0],
      [7, 3],
      [15, 19],
    ]) {
      expect(raster.values[cellAt(row, col)]).toBeCloseTo(plane(centreX(col), centreY(row)), 3);
    }
  });

  it("never invents a class between two", () => {
    const source = aSource(
      { cellM: 70, cols: 12, rows: 12, originX: GRID.originX - 35, originY: GRID.originY + 35 },
      (x) => (x < GRID.originX + 300 ? 2 : 9),
    );
    expect(new Set(alignRaster(source, GRID, CLASS).raster.values)).toEqual(new Set([2, 9]));
  });

  it("takes the area mean of a finer continuous raster", () => {
    const source = aSource(
      { cellM: 10, cols: 60, rows: 48 },
      (x, y) => plane(x, y) + (Math.round(x) % 20 === 5 ? 3 : 0),
    );
    const { raster } = alignRaster(source, GRID, CONTINUOUS);
    let sum = 0;
    for (let j = 0; j < 3; j++) for (let i = 0; i < 3; i++) sum += source.values[(9 + j) * 60 + 12 + i];
    expect(raster.values[cellAt(3, 4)]).toBeCloseTo(sum / 9, 3);
  });

  it("takes the majority of a finer class raster, of equals the lower code", () => {
    const source = aSource({ cellM: 15, cols: 40, rows: 32 }, (x, y) => {
      const right = (x - GRID.originX) % 30 > 15;
      const upper = (GRID.originY - y) % 30 < 15;
      return right && upper ? 4 : upper || right ? 7 : 4;
    });
    const values = alignRaster(source, GRID, CLASS).raster.values;
    expect(new Set(values)).toEqual(new Set([4]));
  });

  it("gives no data where half of a cell or its nearest source cell has none", () => {
    const hole = aSource({ cellM: 10, cols: 60, rows: 48 }, (x, y) =>
      x < GRID.originX + 20 && y > GRID.originY - 30 ? Number.NaN : 5,
    );
    const fine = alignRaster(hole, GRID, CONTINUOUS).raster.values;
    expect(fine[cellAt(0, 0)]).toBeNaN();
    expect(fine[cellAt(0, 1)]).toBe(5);
    const coarse = aSource({ cellM: 60, cols: 10, rows: 8 }, (x) => (x < GRID.originX + 60 ? Number.NaN : 5));
    const values = alignRaster(coarse, GRID, CONTINUOUS).raster.values;
    expect(values[cellAt(4, 1)]).toBeNaN();
    expect(values[cellAt(4, 2)]).toBe(5);
  });

  it("brings a raster in degrees to metres", () => {
    const toDegrees = transformBetween(GRID.crs, "EPSG:4326");
    const [west, north] = toDegrees(GRID.originX - 200, GRID.originY + 200);
    const cell = 0.0005;
    const [cols, rows] = [30, 30];
    const back = transformBetween("EPSG:4326", GRID.crs);
    const source: SourceRaster = {
      crs: "EPSG:4326",
      cols,
      rows,
      originX: west,
      originY: north,
      cellSizeX: cell,
      cellSizeY: cell,
      values: Float32Array.from({ length: cols * rows }, (_, c) =>
        plane(...back(west + ((c % cols) + 0.5) * cell, north - (Math.floor(c / cols) + 0.5) * cell)),
      ),
    };
    const { raster, note } = alignRaster(source, GRID, CONTINUOUS);
    expect(note).toMatchObject({ action: "reprojected-and-resampled", from: "EPSG:4326, 0.0005" });
    expect(note.amount).toBeGreaterThan(30);
    expect(raster.values[cellAt(8, 10)]).toBeCloseTo(plane(centreX(10), centreY(8)), 2);
  });

  it("says how much of the grid a source covers", () => {
    const half = aSource({ cellM: 30, cols: GRID.cols / 2, rows: GRID.rows }, plane);
    expect(coveredShare(half, GRID)).toBeCloseTo(0.5, 10);
    expect(coveredShare(aSource({ cellM: 30, cols: 99, rows: 99 }, plane), GRID)).toBe(1);
  });
});
