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
  return OBJECTIVES.map(({ spec: { id }, gainPerHa: gain }) => {
    const gainPerHa = gain(assessment);
    const range = problem.payoff
      ? { ideal: problem.payoff.ideal[id], nadir: problem.payoff.nadir[id] }
      : { ideal: bestWithoutRows(problem, assessment, gainPerHa) || 1, nadir: 0 };
    return { id, weight: problem.weights[id] / weightSum, ...range, gainPerHa };
  });
}

function bestWithoutRows(
  problem: ProblemDefinition,
  assessment: Assessment,
  gainPerHa: Float64Array,
): number {
  const count = assessment.options.length;
  const cap = openCaps(problem, assessment);
  const limit = unitLimits(cap, count);
  let total = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    const from = unit * count;
    const gains = gainPerHa.subarray(from, from + count);
    total += assessment.areaHa[unit] * bestFill(gains, cap.subarray(from, from + count), limit[unit], count);
  }
  return total;
}
