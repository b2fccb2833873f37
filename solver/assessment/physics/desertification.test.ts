import { describe, expect, it } from "vitest";
import {
  desertificationSensitivity,
  forestryScore,
  gradeByForestryScore,
  gradeByThresholds,
  gradeIndex,
  sensitivityClass,
  sensitivityOf,
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

  it("joins three ratings, or four for soil loss, by their geometric mean", () => {
    expect(sensitivityOf([5, 3, 3])).toBeCloseTo(3.556893, 6);
    expect(sensitivityOf([5, 5, 5])).toBeCloseTo(5, 12);
    expect(sensitivityOf([3, 1, 1])).toBeCloseTo(1.44225, 6);
    expect(sensitivityOf([5, 3, 3, 1])).toBeCloseTo(45 ** 0.25, 12);
  });

  it("rates rock, slope and cover with the bounds on the published side", () => {
    expect(desertificationSensitivity(30, 8, 60)).toBe(1);
    expect(desertificationSensitivity(70, 25, 20)).toBeCloseTo(5, 12);
    expect(desertificationSensitivity(30.1, 8.1, 59.9)).toBeCloseTo(3, 12);
    expect(desertificationSensitivity(70, 8.1, 59.9)).toBeCloseTo(3.556893, 6);
    expect([1, 2, 2.1, 4, 4.1].map(sensitivityClass)).toEqual([0, 0, 1, 1, 2]);
    expect(desertificationSensitivity(50, 10, Number.NaN)).toBeNaN();
  });
});
