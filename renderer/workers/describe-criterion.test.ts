import { describe, expect, it } from "vitest";
import { summariseValues } from "./describe-criterion.ts";

describe("summariseValues", () => {
  it("weighs by area and leaves out what has no value", () => {
    const values = Float32Array.of(10, Number.NaN, 20, 30);
    const { min, mean, median, max, withoutData, histogramHa } = summariseValues(
      values,
      Float64Array.of(1, 2, 1, 4),
    );
    expect({ min, mean, median, max }).toEqual({ min: 10, mean: 25, median: 30, max: 30 });
    expect(withoutData).toBeCloseTo(2 / 8, 12);
    expect(histogramHa.reduce((sum, area) => sum + area, 0)).toBe(6);
    expect([histogramHa[0], histogramHa[12], histogramHa[23]]).toEqual([1, 1, 4]);
  });

  it("says that nothing is known where no parcel has a value", () => {
    const { mean, withoutData } = summariseValues(Float32Array.of(Number.NaN), Float64Array.of(3));
    expect({ mean, withoutData }).toEqual({ mean: Number.NaN, withoutData: 1 });
  });
});
