import { describe, expect, it } from "vitest";
import { biodiversityIndex, habitatQuality, threatDecay } from "./habitat.ts";

describe("habitat quality", () => {
  it("decays exponentially and linearly as the references do", () => {
    expect(threatDecay(500, 2000, "exponential")).toBeCloseTo(0.473549, 6);
    expect(threatDecay(300, 1000, "linear")).toBeCloseTo(0.7, 12);
    expect(Math.exp(-2.99 * 0.2)).toBeCloseTo(0.54991, 6);
    expect(threatDecay(200, 1000, "exponential")).toBeCloseTo(0.54991, 6);
    expect(threatDecay(1001, 1000, "linear")).toBe(0);
  });

  it("turns summed threat into quality", () => {
    const degradation = (1 / 1.6) * 0.473549 * 0.8 + (0.6 / 1.6) * 0.7 * 0.5;
    expect(degradation).toBeCloseTo(0.368024, 5);
    expect(habitatQuality(1, 0.368024, 0.05)).toBeCloseTo(0.006758, 6);
    expect(habitatQuality(0.7, 0.368024, 0.5)).toBeCloseTo(0.477881, 6);
    expect(habitatQuality(0.7, 0, 0.5)).toBe(0.7);
  });

  it("meets the index of production", () => {
    expect(biodiversityIndex(620, 0.7, 0.6, 0.4)).toBeCloseTo(156.24, 10);
  });
});
