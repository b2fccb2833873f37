import type { OverlayMethod } from "#solver/region";

/** Lowest membership of a criterion that is not declared limiting. */
export const MEMBERSHIP_FLOOR = 0.05;

/**
 * Score 0-1 of several memberships; NaN when every membership is. Entries that are NaN have no data: they are left out,
 * their weight is shared.
 *
 * `geometric` (default: a zero stays zero, yet the score does not fall with the number of factors) and `linear` use the
 * weights, the others do not.
 *
 * Source: Malczewski 2006 (linear, geometric); Storie 1978; Khiddir 1986 (square root).
 */
export function overlay(
  memberships: readonly number[],
  weights: readonly number[],
  method: OverlayMethod = "geometric",
): number {
  let total = 0;
  let sum = 0;
  let logSum = 0;
  let least = Number.POSITIVE_INFINITY;
  let leastAt = -1;
  memberships.forEach((f, i) => {
    if (Number.isNaN(f) || weights[i] <= 0) return;
    total += weights[i];
    sum += weights[i] * f;
    logSum += weights[i] * Math.log(f);
    if (f < least) {
      least = f;
      leastAt = i;
    }
  });
  if (leastAt < 0) return Number.NaN;
  switch (method) {
    case "geometric":
      return Math.exp(logSum / total);
    case "linear":
      return sum / total;
    case "least":
      return least;
    case "storie":
      return product(memberships, weights, -1);
    case "square-root":
      return least * Math.sqrt(product(memberships, weights, leastAt));
  }
}

function product(memberships: readonly number[], weights: readonly number[], skip: number): number {
  return memberships.reduce((p, f, i) => (i === skip || Number.isNaN(f) || weights[i] <= 0 ? p : p * f), 1);
}

/** Index of the lowest membership (first on ties), -1 when there is none. */
export function limitingFactor(memberships: readonly number[]): number {
  let at = -1;
  memberships.forEach((f, i) => {
    if (!Number.isNaN(f) && (at < 0 || f < memberships[at])) at = i;
  });
  return at;
}
