import { describe, expect, it } from "vitest";
import { lengthExponent, lengthFactor, steepnessFactor } from "./slope-length.ts";

describe("slope length and steepness", () => {
  it("gives the steepness factor at the reference slopes", () => {
    const expected = [0.595228, 1.547405, 4.710725, 8.299566, 11.60706];
    for (const [i, deg] of [3, 7, 15, 25, 35].entries())
      expect(steepnessFactor(deg)).toBeCloseTo(expected[i], 6);
    expect(steepnessFactor(0)).toBe(0.03);
  });

  it("gives the length factor, capped and uncapped", () => {
    expect(lengthFactor(0, 0, 30, 0.5)).toBeCloseTo(1.164313, 6);
    expect(lengthFactor(3, 45, 30, 0.5)).toBeCloseTo(2.745155, 6);
    expect(lengthFactor(10, 0, 30, 0.5)).toBeCloseTo(3.730297, 6);
    expect(lengthFactor(10, 0, 30, 0.5, Number.POSITIVE_INFINITY)).toBeCloseTo(5.658675, 6);
  });

  it("multiplies to LS on three cells of the reference grid", () => {
    const cells = [
      { acc: 0, slope: 9.1369457, aspect: 53.4269676, L: 0.984395, LS: 2.133925 },
      { acc: 3, slope: 9.7367773, aspect: 60.9453964, L: 2.799541, LS: 6.554425 },
      { acc: 4, slope: 10.2193775, aspect: 56.3099327, L: 3.144447, LS: 9.204486 },
    ];
    for (const { acc, slope, aspect, L, LS } of cells) {
      const length = lengthFactor(acc, aspect, 30, lengthExponent(slope));
      expect(length).toBeCloseTo(L, 6);
      expect(length * steepnessFactor(slope)).toBeCloseTo(LS, 5);
    }
  });

  it("treats a flat cell as lying along the grid", () => {
    expect(lengthFactor(2, Number.NaN, 30, 0.2)).toBe(lengthFactor(2, 0, 30, 0.2));
  });
});
