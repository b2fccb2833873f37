import { describe, expect, it } from "vitest";
import {
  desertificationSensitivity,
  forestryScore,
  gradeByForestryScore,
  gradeByThresholds,
  gradeIndex,
} from "./desertification.ts";

describe("rocky desertification", () => {
  it("grades by bare rock with the bounds on the published side", () => {
    expect([0, 19.9, 20, 30, 30.1, 50, 50.1, 70, 70.1, 100].map(gradeByThresholds)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4,
    ]);
    expect(gradeByThresholds(Number.NaN)).toBeNaN();
  });

  it("scores the four reference sites after LY/T 1840", () => {
    const sites = [
      [35, "shrub", 45, 25, 39, "light"],
      [55, "herb", 25, 15, 64, "severe"],
      [65, "herb", 15, 8, 80, "extreme"],
      [80, "none", 5, 5, 100, "extreme"],
    ] as const;
    for (const [rock, vegetation, cover, depth, score, grade] of sites) {
      expect(forestryScore(rock, vegetation, cover, depth)).toBe(score);
      expect(gradeByForestryScore(rock, vegetation, cover, depth, true)).toBe(grade);
    }
  });

  it("never grades off carbonate and calls closed cover potential", () => {
    expect(gradeByForestryScore(80, "none", 5, 5, false)).toBe("none");
    expect(gradeByForestryScore(40, "shrub", 55, 20, true)).toBe("potential");
    expect(gradeByForestryScore(35, "herb", 55, 20, true)).toBe("light");
    expect(gradeIndex("extreme")).toBe(4);
    expect(gradeIndex("light")).toBe(2);
  });

  it("takes the cube root of three ratings", () => {
    expect(desertificationSensitivity(5, 3, 3)).toBeCloseTo(3.556893, 6);
    expect(desertificationSensitivity(5, 5, 5)).toBeCloseTo(5, 12);
    expect(desertificationSensitivity(3, 1, 1)).toBeCloseTo(1.44225, 6);
  });
});
