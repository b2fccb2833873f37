/** Lowest ecological fit, so that no single effect excludes a pair. */
const FLOOR = 0.05;

/**
 * Ecological fit 0-1 of an option: `.5 + .5 clamp(mean of changes in reference steps)`, at least .05; .5 is no change.
 *
 * @param steps gain in each effect divided by its reference; NaN entries are left out.
 */
export function ecologicalFit(steps: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  steps.forEach((step, i) => {
    if (Number.isNaN(step)) return;
    sum += weights[i] * step;
    total += weights[i];
  });
  if (total === 0) return Number.NaN;
  return Math.max(FLOOR, 0.5 + 0.5 * Math.min(1, Math.max(-1, sum / total)));
}
