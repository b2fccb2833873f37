import type { AssessmentId, OptionId } from "#solver/region";
import type { CriterionResult, GateTable } from "../assessment.ts";
import { limitingFactor, overlay } from "../criteria/overlay.ts";
import { ecologicalFit } from "./ecological-fit.ts";

/** Position that says: no criterion limits. */
export const NO_LIMIT = 255;

export interface PairScores {
  readonly scores: Readonly<Record<AssessmentId, Float32Array>>;
  readonly suitability: Float32Array;
  readonly limiting: Uint8Array;
}

/**
 * Scores of the four assessments and the suitability of every pair.
 *
 * Ecological function is the ecological fit of its changes; the other three are weighted geometric means of their
 * memberships. Suitability is the weighted geometric mean of the four where a gate leaves room, 0 where none does. A
 * score without data is left out and its weight shared. The limiting factor is the criterion of lowest membership.
 */
export function scorePairs(
  criteria: readonly CriterionResult[],
  gates: GateTable,
  usable: Uint8Array,
  options: readonly OptionId[],
  weights: Readonly<Record<AssessmentId, number>>,
): PairScores {
  const pairs = gates.cap.length;
  const scores = {
    ecological: new Float32Array(pairs),
    resource: new Float32Array(pairs),
    potential: new Float32Array(pairs),
    policy: new Float32Array(pairs),
  };
  const suitability = new Float32Array(pairs);
  const limiting = new Uint8Array(pairs).fill(NO_LIMIT);
  const members = {
    ecological: positionsOf(criteria, "ecological"),
    resource: positionsOf(criteria, "resource"),
    potential: positionsOf(criteria, "potential"),
    policy: positionsOf(criteria, "policy"),
  };
  const order = [weights.ecological, weights.resource, weights.potential, weights.policy];
  const all = new Array<number>(criteria.length);
  for (let pair = 0; pair < pairs; pair++) {
    criteria.forEach(({ membership }, c) => {
      all[c] = membership[pair];
    });
    const ecological = fitOf(all, members.ecological);
    const resource = meanOf(all, members.resource);
    const potential = meanOf(all, members.potential);
    const policy = meanOf(all, members.policy);
    scores.ecological[pair] = ecological;
    scores.resource[pair] = resource;
    scores.potential[pair] = potential;
    scores.policy[pair] = policy;
    if (usable[Math.trunc(pair / options.length)] === 0) suitability[pair] = Number.NaN;
    else if (gates.cap[pair] > 0)
      suitability[pair] = overlay([ecological, resource, potential, policy], order);
    const lowest = limitingFactor(all);
    if (lowest >= 0) limiting[pair] = lowest;
  }
  return { scores, suitability, limiting };
}

function positionsOf(criteria: readonly CriterionResult[], assessment: AssessmentId): readonly number[] {
  return criteria.flatMap(({ spec }, i) => (spec.assessment === assessment ? [i] : []));
}

/** A membership of change is .5 + .5 steps: read the steps back and join them. */
function fitOf(memberships: readonly number[], positions: readonly number[]): number {
  const steps = positions.map((i) => 2 * memberships[i] - 1);
  return ecologicalFit(
    steps,
    positions.map(() => 1),
  );
}

function meanOf(memberships: readonly number[], positions: readonly number[]): number {
  const chosen = positions.map((i) => memberships[i]);
  return overlay(
    chosen,
    chosen.map(() => 1),
  );
}
