import { describe, expect, it } from "vitest";
import { ecologicalFit } from "./ecological-fit.ts";
import { faoClass } from "./fao-class.ts";

describe("scores", () => {
  it("meets the reference ecological fit", () => {
    expect(ecologicalFit([0.6, 0.3, -0.3], [1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(0.6, 12);
  });

  it("stays between its floor and 1, and is a half where nothing changes", () => {
    expect(ecologicalFit([-9], [1])).toBe(0.05);
    expect(ecologicalFit([9], [1])).toBe(1);
    expect(ecologicalFit([0, Number.NaN], [1, 1])).toBe(0.5);
    expect(ecologicalFit([Number.NaN], [1])).toBeNaN();
  });

  it("cuts the FAO classes at quarters", () => {
    expect([0.75, 0.7499, 0.5, 0.25, 0.2, 0].map(faoClass)).toEqual(["S1", "S2", "S2", "S3", "N", "N"]);
    expect(faoClass(Number.NaN)).toBeUndefined();
  });
});
