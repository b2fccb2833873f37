import { describe, expect, it } from "vitest";
import { gradeLand, LAND_GRADE_BOUNDS } from "./land-grade.ts";

const BEST = { slopeDeg: 0, rainMm: 1500, heatSumCd: 8000 };

describe("grades of land for farming", () => {
  it("grades slope with the bound on the better side", () => {
    const slopes = [2, 2.1, 6, 6.1, 15, 15.1, 25, 25.1];
    expect(slopes.map((slopeDeg) => gradeLand({ ...BEST, slopeDeg }).slopeDeg)).toEqual([
      1, 2, 2, 3, 3, 4, 4, 5,
    ]);
  });

  it("grades rain and heat with the bound on the better side", () => {
    const rains = [1200, 1199, 800, 400, 200, 199];
    expect(rains.map((rainMm) => gradeLand({ ...BEST, rainMm }).rainMm)).toEqual([1, 2, 2, 3, 4, 5]);
    const heats = [7600, 5800, 4000, 1500, 1499];
    expect(heats.map((heatSumCd) => gradeLand({ ...BEST, heatSumCd }).heatSumCd)).toEqual([1, 2, 3, 4, 5]);
  });

  it("follows the bounds of a place", () => {
    const bounds = { ...LAND_GRADE_BOUNDS, slopeDeg: [6, 15, 25, 35] as const };
    expect(gradeLand({ ...BEST, slopeDeg: 20 }, bounds).slopeDeg).toBe(3);
    expect(gradeLand({ ...BEST, slopeDeg: 20 }).slopeDeg).toBe(4);
  });
});
