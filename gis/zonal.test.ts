import { describe, expect, it } from "vitest";
import type { CellCover, Grid, Raster } from "./types.ts";
import { zonalClassShare, zonalMajority, zonalMean, zonalPercentile, zonalShareAbove } from "./zonal.ts";

const GRID: Grid = { crs: "EPSG:4544", cols: 4, rows: 1, cellSizeM: 30, originX: 0, originY: 0 };
const NONE = Number.NaN;

function aRaster(...values: number[]): Raster {
  return { grid: GRID, values: Float32Array.from(values) };
}

/** One unit over the four cells with these shares. */
function aCover(...shares: number[]): CellCover {
  return {
    offsets: Uint32Array.of(0, shares.length),
    cells: Uint32Array.from(shares, (_, cell) => cell),
    shares: Float32Array.from(shares),
  };
}

describe("zonal figures", () => {
  it("weigh a mean by area", () => {
    expect(zonalMean(aCover(1, 0.5, 0.25, 0.25), aRaster(10, 20, 40, 80))[0]).toBeCloseTo(
      (10 + 10 + 10 + 20) / 2,
      6,
    );
  });

  it("leave no data out of the mean while half of the unit carries data", () => {
    expect(zonalMean(aCover(1, 1), aRaster(10, NONE, 0, 0))[0]).toBe(10);
    expect(zonalMean(aCover(0.5, 1), aRaster(10, NONE, 0, 0))[0]).toBeNaN();
  });

  it("give no data to a unit without a cell", () => {
    expect(zonalMean(aCover(), aRaster(1, 1, 1, 1))[0]).toBeNaN();
    expect(zonalPercentile(aCover(), aRaster(1, 1, 1, 1), 75)[0]).toBeNaN();
  });

  it("take the class with the larger area, not the one in more cells", () => {
    expect(zonalMajority(aCover(1, 0.25, 0.25, 0.25), aRaster(2, 7, 7, 7))[0]).toBe(2);
  });

  it("take the lower code of two classes with the same area, in any order", () => {
    expect(zonalMajority(aCover(1, 1), aRaster(7, 2, 0, 0))[0]).toBe(2);
    expect(zonalMajority(aCover(1, 1), aRaster(2, 7, 0, 0))[0]).toBe(2);
  });

  it("measure the share of classes over the valid area", () => {
    expect(zonalClassShare(aCover(1, 1, 0.5, 0.5), aRaster(1, 2, 3, NONE), [2, 3])[0]).toBeCloseTo(
      1.5 / 2.5,
      6,
    );
  });

  it("measure the share above a limit, the limit itself not counted", () => {
    expect(zonalShareAbove(aCover(1, 1, 1, 1), aRaster(24, 25, 26, 40), 25)[0]).toBe(0.5);
  });

  it("find percentiles by area: the value up to which that part of the unit goes", () => {
    const cover = aCover(1, 1, 1, 1);
    expect(zonalPercentile(cover, aRaster(40, 10, 30, 20), 75)[0]).toBe(30);
    expect(zonalPercentile(cover, aRaster(40, 10, 30, 20), 76)[0]).toBe(40);
    expect(zonalPercentile(cover, aRaster(40, 10, 30, 20), 0)[0]).toBe(10);
    expect(zonalPercentile(cover, aRaster(40, 10, 30, 20), 100)[0]).toBe(40);
    expect(zonalPercentile(aCover(0.2, 0.2, 0.2, 1), aRaster(1, 2, 3, 50), 75)[0]).toBe(50);
  });
});
