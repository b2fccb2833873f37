import type { ValueFunction } from "#solver/region";

/**
 * Membership 0-1 of a raw value; NaN in, NaN out.
 *
 * Sources of the shapes: FAO land evaluation (trapezoid, linear), Eastman 1999 (sigmoid), model specification tests.
 */
export function evaluate(curve: ValueFunction, value: number): number {
  if (Number.isNaN(value)) return value;
  switch (curve.form) {
    case "linear":
      return linear(value, curve.from, curve.to, curve.lowest ?? 0);
    case "trapezoid":
      return trapezoidal(value, curve.corners);
    case "logistic":
      return 1 / (1 + Math.exp(-curve.steepness * (value - curve.centre)));
    case "cosine":
      return 1 - Math.sin((Math.PI / 2) * clamp01((value - curve.full) / (curve.none - curve.full))) ** 2;
    case "bell":
      return Math.exp(-((value - curve.mean) ** 2) / (2 * curve.spread ** 2));
    case "near":
      return 1 / (1 + curve.steepness * (value - curve.middle) ** 2);
    case "halving":
      return Math.min(1, 0.5 ** (value / curve.half));
    case "points":
      return interpolated(value, curve.points);
  }
}

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Equal bounds give a step that includes the bound. */
function linear(value: number, from: number, to: number, lowest: number): number {
  const share = from === to ? Number(value >= to) : clamp01((value - from) / (to - from));
  return lowest + (1 - lowest) * share;
}

/** `a = b` or `c = d` is a shoulder: the bound itself counts 1. */
function trapezoidal(value: number, [a, b, c, d]: readonly [number, number, number, number]): number {
  if (value >= b && value <= c) return 1;
  if (value <= a || value >= d) return 0;
  return value < b ? (value - a) / (b - a) : (d - value) / (d - c);
}

function interpolated(value: number, points: readonly (readonly [number, number])[]): number {
  const after = points.findIndex(([at]) => at >= value);
  if (after === 0) return points[0][1];
  if (after < 0) return points[points.length - 1][1];
  const [low, from] = points[after - 1];
  const [high, to] = points[after];
  return from + ((to - from) * (value - low)) / (high - low);
}
