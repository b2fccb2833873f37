import { describe, expect, it } from "vitest";
import { VALUE_FORMS, type ValueFunction } from "#solver/region";
import { limitingFactor, overlay } from "./overlay.ts";
import { evaluate } from "./value-functions.ts";

describe("value functions", () => {
  it("follows the trapezoid at its corners and between", () => {
    const at = (v: number) => evaluate({ form: "trapezoid", corners: [300, 600, 1200, 1600] }, v);
    expect([250, 300, 450, 600, 900, 1200, 1400, 1600].map(at)).toEqual([0, 0, 0.5, 1, 1, 1, 0.5, 0]);
  });

  it("counts the bound of a shoulder as inside", () => {
    const at = (v: number) => evaluate({ form: "trapezoid", corners: [5, 5, 10, 10] }, v);
    expect([4.999, 5, 10, 10.001].map(at)).toEqual([0, 1, 1, 0]);
  });

  it("meets the published points of the smooth shapes", () => {
    const meets = (curve: ValueFunction, points: readonly (readonly [number, number])[]) => {
      for (const [value, want] of points) expect(evaluate(curve, value)).toBeCloseTo(want, 6);
    };
    meets({ form: "logistic", steepness: -0.3, centre: 20 }, [
      [10, 0.952574],
      [20, 0.5],
      [25, 0.182426],
    ]);
    meets({ form: "cosine", full: 6, none: 25 }, [
      [6, 1],
      [15.5, 0.5],
      [25, 0],
    ]);
    meets({ form: "bell", mean: 16, spread: 2.5 }, [
      [18.5, 0.606531],
      [21, 0.135335],
    ]);
    meets({ form: "near", steepness: 0.1, middle: 16 }, [
      [18, 0.714286],
      [20, 0.384615],
    ]);
  });

  it("halves with the half distance and never exceeds 1", () => {
    expect(evaluate({ form: "halving", half: 30 }, 60)).toBe(0.25);
    expect(evaluate({ form: "halving", half: 30 }, -5)).toBe(1);
  });

  it("rises or falls along a line, from a lowest membership where one is stated", () => {
    const at = (curve: ValueFunction) => [9, 10, 15, 20, 21].map((v) => evaluate(curve, v));
    expect(at({ form: "linear", from: 10, to: 20 })).toEqual([0, 0, 0.5, 1, 1]);
    expect(at({ form: "linear", from: 20, to: 10 })).toEqual([1, 1, 0.5, 0, 0]);
    expect(at({ form: "linear", from: 10, to: 20, lowest: 0.4 })).toEqual([0.4, 0.4, 0.7, 1, 1]);
  });

  it("turns equal bounds into a step", () => {
    expect([9, 10, 11].map((v) => evaluate({ form: "linear", from: 10, to: 10 }, v))).toEqual([0, 1, 1]);
  });

  it("joins drawn points and keeps the outermost beyond them", () => {
    const curve: ValueFunction = {
      form: "points",
      points: [
        [0, 0.2],
        [10, 1],
        [30, 0],
      ],
    };
    expect([-5, 0, 10, 25, 30, 99].map((v) => evaluate(curve, v))).toEqual([0.2, 0.2, 1, 0.25, 0, 0]);
    expect(evaluate(curve, 5)).toBeCloseTo(0.6, 12);
  });

  it("passes no data through whatever the form", () => {
    const curves: Readonly<Record<ValueFunction["form"], ValueFunction>> = {
      linear: { form: "linear", from: 1, to: 1 },
      trapezoid: { form: "trapezoid", corners: [0, 1, 2, 3] },
      logistic: { form: "logistic", steepness: 1, centre: 0 },
      cosine: { form: "cosine", full: 0, none: 1 },
      bell: { form: "bell", mean: 0, spread: 1 },
      near: { form: "near", steepness: 1, middle: 0 },
      halving: { form: "halving", half: 1 },
      points: {
        form: "points",
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    };
    for (const form of VALUE_FORMS) expect(evaluate(curves[form], Number.NaN)).toBeNaN();
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
