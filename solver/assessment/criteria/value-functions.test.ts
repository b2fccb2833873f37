import { describe, expect, it } from "vitest";
import { limitingFactor, overlay } from "./overlay.ts";
import {
  cosineFalling,
  gaussian,
  halving,
  linearFalling,
  linearRising,
  logistic,
  nearness,
  trapezoidal,
} from "./value-functions.ts";

describe("value functions", () => {
  it("follows the trapezoid at its corners and between", () => {
    const at = (v: number) => trapezoidal(v, [300, 600, 1200, 1600]);
    expect([250, 300, 450, 600, 900, 1200, 1400, 1600].map(at)).toEqual([0, 0, 0.5, 1, 1, 1, 0.5, 0]);
  });

  it("counts the bound of a shoulder as inside", () => {
    expect(trapezoidal(5, [5, 5, 10, 10])).toBe(1);
    expect(trapezoidal(10, [5, 5, 10, 10])).toBe(1);
    expect(trapezoidal(4.999, [5, 5, 10, 10])).toBe(0);
  });

  it("meets the published points of the smooth shapes", () => {
    for (const [v, want] of [
      [10, 0.952574],
      [20, 0.5],
      [25, 0.182426],
    ] as const)
      expect(logistic(v, -0.3, 20)).toBeCloseTo(want, 6);
    for (const [v, want] of [
      [6, 1],
      [15.5, 0.5],
      [25, 0],
    ] as const)
      expect(cosineFalling(v, 6, 25)).toBeCloseTo(want, 12);
    expect(gaussian(18.5, 16, 2.5)).toBeCloseTo(0.606531, 6);
    expect(gaussian(21, 16, 2.5)).toBeCloseTo(0.135335, 6);
    expect(nearness(18, 0.1, 16)).toBeCloseTo(0.714286, 6);
    expect(nearness(20, 0.1, 16)).toBeCloseTo(0.384615, 6);
  });

  it("halves with the half distance and never exceeds 1", () => {
    expect(halving(60, 30)).toBe(0.25);
    expect(halving(-5, 30)).toBe(1);
  });

  it("turns equal bounds into a step", () => {
    expect([9, 10, 11].map((v) => linearRising(v, 10, 10))).toEqual([0, 1, 1]);
    expect([9, 10, 11].map((v) => linearFalling(v, 10, 10))).toEqual([1, 1, 0]);
  });

  it("passes no data through", () => {
    const nan = Number.NaN;
    expect([linearRising(nan, 0, 1), linearFalling(nan, 1, 1), trapezoidal(nan, [0, 1, 2, 3])]).toEqual([
      nan,
      nan,
      nan,
    ]);
    expect([logistic(nan, 1, 0), cosineFalling(nan, 0, 1), gaussian(nan, 0, 1), nearness(nan, 1, 0)]).toEqual(
      Array(4).fill(nan),
    );
  });
});

describe("overlay", () => {
  const f = [0.9, 0.6, 0.75];
  const w = [0.5, 0.3, 0.2];

  it("meets the reference values of every method", () => {
    expect(overlay(f, w, "linear")).toBeCloseTo(0.78, 12);
    expect(overlay(f, w)).toBeCloseTo(0.768385, 6);
    expect(overlay(f, w, "least")).toBe(0.6);
    expect(overlay(f, w, "storie")).toBeCloseTo(0.405, 12);
    expect(overlay(f, w, "square-root")).toBeCloseTo(0.49295, 6);
  });

  it("shares the weight of an indicator without data", () => {
    expect(overlay([0.9, Number.NaN, 0.75], w)).toBeCloseTo(0.9 ** (5 / 7) * 0.75 ** (2 / 7), 12);
    expect(overlay([Number.NaN], [1])).toBeNaN();
  });

  it("keeps a zero a zero", () => {
    expect(overlay([1, 0, 1], w)).toBe(0);
    expect(overlay([1, 0, 1], w, "linear")).toBeCloseTo(0.7, 12);
  });

  it("names the limiting factor", () => {
    expect(limitingFactor(f)).toBe(1);
    expect(limitingFactor([Number.NaN, 0.5, 0.5])).toBe(1);
    expect(limitingFactor([Number.NaN])).toBe(-1);
  });
});
