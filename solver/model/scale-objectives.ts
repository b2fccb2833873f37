import type { Assessment } from "#solver/assessment";
import type { ObjectiveId, ProblemDefinition } from "#solver/region";
import { bestFill } from "./fill.ts";
import { OBJECTIVES } from "./objectives/objective-list.ts";
import { openCaps, unitLimits } from "./open-pairs.ts";

/** One objective with its share of the weights and the raw values that count as 1 and 0. */
export interface ScaledObjective {
  readonly id: ObjectiveId;
  /** Weights of all objectives sum to 1. */
  readonly weight: number;
  readonly ideal: number;
  readonly nadir: number;
  /** Gain per hectare against today, per pair. */
  readonly gainPerHa: Float64Array;
}

/**
 * The objectives of a problem on the scale of its stored payoff ranges. Without stored ranges each is measured from
 * "everything as is" to the best it could reach if nothing but the gates bound it.
 */
export function scaleObjectives(
  problem: ProblemDefinition,
  assessment: Assessment,
): readonly ScaledObjective[] {
  const weightSum = OBJECTIVES.reduce((sum, { spec }) => sum + problem.weights[spec.id], 0);
  const cap = problem.payoff ? undefined : openCaps(problem, assessment);
  return OBJECTIVES.map(({ spec: { id }, gainPerHa: gain }) => {
    const gainPerHa = gain(assessment);
    const range = cap
      ? { ideal: bestWithoutRows(assessment, gainPerHa, cap) || 1, nadir: 0 }
      : { ideal: problem.payoff?.ideal[id] ?? 1, nadir: problem.payoff?.nadir[id] ?? 0 };
    return { id, weight: problem.weights[id] / weightSum, ...range, gainPerHa };
  });
}

function bestWithoutRows(
  { areaHa, options }: Assessment,
  gainPerHa: Float64Array,
  cap: Float64Array,
): number {
  const count = options.length;
  const limit = unitLimits(cap, count);
  let total = 0;
  for (let unit = 0; unit < areaHa.length; unit++) {
    const from = unit * count;
    const gains = gainPerHa.subarray(from, from + count);
    total += areaHa[unit] * bestFill(gains, cap.subarray(from, from + count), limit[unit], count);
  }
  return total;
}
