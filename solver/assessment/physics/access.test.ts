import { describe, expect, it } from "vitest";
import { minutesPerM, walkingKmPerH, workersWithinReach } from "./access.ts";

describe("access", () => {
  it("walks fastest gently downhill, and slower up than down", () => {
    expect(walkingKmPerH(-0.05)).toBe(6);
    expect(walkingKmPerH(0)).toBeCloseTo(5.036742, 6);
    expect(walkingKmPerH(0.2)).toBeCloseTo(2.501172, 6);
    expect(walkingKmPerH(-0.2)).toBeCloseTo(3.549332, 6);
    // Without a direction the steepness counts as uphill.
    expect(walkingKmPerH(Math.abs(-0.2))).toBeCloseTo(2.501172, 6);
  });

  it("turns speed into minutes a metre", () => {
    expect(1000 * minutesPerM(6)).toBeCloseTo(10, 12);
  });

  it("counts the workers of three villages", () => {
    const villages = [
      { people: 800, travelMin: 10 },
      { people: 1200, travelMin: 25 },
      { people: 3000, travelMin: 60 },
    ];
    expect(workersWithinReach(villages)).toBeCloseTo(825.411812, 6);
    expect(workersWithinReach([{ people: 800, travelMin: Number.POSITIVE_INFINITY }])).toBe(0);
  });
});
