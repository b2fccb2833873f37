/**
 * Value functions: a raw value to a membership in [0, 1]. NaN in, NaN out.
 *
 * Sources of the shapes: FAO land evaluation (trapezoid, linear), Eastman 1999 (sigmoid), model specification tests.
 */

function clamp01(value: number): number {
  return Number.isNaN(value) ? value : Math.min(1, Math.max(0, value));
}

/** Rises linearly from 0 at `low` to 1 at `high`; equal bounds give a step that includes the bound. */
export function linearRising(value: number, low: number, high: number): number {
  if (Number.isNaN(value)) return value;
  if (high === low) return value >= low ? 1 : 0;
  return clamp01((value - low) / (high - low));
}

/** Falls linearly from 1 at `low` to 0 at `high`; equal bounds give a step that includes the bound. */
export function linearFalling(value: number, low: number, high: number): number {
  if (Number.isNaN(value)) return value;
  if (high === low) return value <= low ? 1 : 0;
  return clamp01((high - value) / (high - low));
}

/** 0 outside `a..d`, 1 inside `b..c`, linear between; `a = b` or `c = d` is a shoulder (the bound itself counts 1). */
export function trapezoidal(value: number, corners: readonly [number, number, number, number]): number {
  if (Number.isNaN(value)) return value;
  const [a, b, c, d] = corners;
  if (value >= b && value <= c) return 1;
  if (value <= a || value >= d) return 0;
  return value < b ? (value - a) / (b - a) : (d - value) / (d - c);
}

/** S-shaped, .5 at `centre`; a negative steepness falls. */
export function logistic(value: number, steepness: number, centre: number): number {
  return 1 / (1 + Math.exp(-steepness * (value - centre)));
}

/** Falls along a cosine from 1 at `low` to 0 at `high`. */
export function cosineFalling(value: number, low: number, high: number): number {
  if (Number.isNaN(value)) return value;
  return 1 - Math.sin((Math.PI / 2) * clamp01((value - low) / (high - low))) ** 2;
}

/** Bell with its top 1 at `mean`. */
export function gaussian(value: number, mean: number, spread: number): number {
  return Math.exp(-((value - mean) ** 2) / (2 * spread ** 2));
}

/** Peak 1 at `middle`, falling as the inverse square of the distance. */
export function nearness(value: number, steepness: number, middle: number): number {
  return 1 / (1 + steepness * (value - middle) ** 2);
}

/** Halves with every `halfDistance`. */
export function halving(value: number, halfDistance: number): number {
  return Math.min(1, 0.5 ** (value / halfDistance));
}
