import type { AssessmentId } from "#solver/region";
import type { CriterionResult, GateTable } from "../assessment.ts";
import { overlay } from "../criteria/overlay.ts";
import { ecologicalFit } from "./ecological-fit.ts";
import { geometricMeans } from "./site-memberships.ts";

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
 * Ecological function is the ecological fit of its changes; the other three are geometric means of their memberships.
 * Suitability is the weighted geometric mean of the four where a gate leaves room, 0 where none does, NaN for units
 * without data. A score without data is left out and its weight shared. The limiting factor is the criterion of lowest
 * membership.
 */
export function scorePairs(
  criteria: readonly CriterionResult[],
  gates: GateTable,
  usable: Uint8Array,
  weights: Readonly<Record<AssessmentId, number>>,
): PairScores {
  const membershipsOf = (assessment: AssessmentId) =>
    criteria.filter(({ spec }) => spec.assessment === assessment).map(({ membership }) => membership);
  const scores = {
    ecological: fits(membershipsOf("ecological")),
    resource: geometricMeans(membershipsOf("resource")),
    potential: geometricMeans(membershipsOf("potential")),
    policy: geometricMeans(membershipsOf("policy")),
  };
  const order = [weights.ecological, weights.resource, weights.potential, weights.policy];
  const width = usable.length === 0 ? 1 : gates.cap.length / usable.length;
  const suitability = Float32Array.from(gates.cap, (cap, pair) => {
    if (usable[Math.trunc(pair / width)] === 0) return Number.NaN;
    if (cap === 0) return 0;
    return overlay(
      [scores.ecological[pair], scores.resource[pair], scores.potential[pair], scores.policy[pair]],
      order,
    );
  });
  return { scores, suitability, limiting: limitingFactors(criteria, gates.cap.length) };
}

/** A membership of change is .5 + .5 steps: read the steps back and join them with equal weights. */
function fits(memberships: readonly Float32Array[]): Float32Array {
  const weights = memberships.map(() => 1);
  const steps = new Array<number>(memberships.length);
  return Float32Array.from(memberships[0] ?? [], (_, pair) => {
    for (let c = 0; c < memberships.length; c++) steps[c] = 2 * memberships[c][pair] - 1;
    return ecologicalFit(steps, weights);
  });
}

function limitingFactors(criteria: readonly CriterionResult[], pairs: number): Uint8Array {
  const lowest = new Float32Array(pairs).fill(Number.POSITIVE_INFINITY);
  const limiting = new Uint8Array(pairs).fill(NO_LIMIT);
  criteria.forEach(({ membership }, c) => {
    for (let pair = 0; pair < pairs; pair++) {
      if (membership[pair] < lowest[pair]) {
        lowest[pair] = membership[pair];
        limiting[pair] = c;
      }
    }
  });
  return limiting;
}
