import {
  ASSESSMENT_IDS,
  type AssessmentId,
  chosenOf,
  type OverlayMethod,
  type RegionDefinition,
} from "#solver/region";
import type { AppliedWeights, Assessment, CriterionResult, GateTable } from "../assessment.ts";
import { decisionMatrix } from "../weights/decision-matrix.ts";
import { type WeighingFault, weigh } from "../weights/weigh.ts";
import { CriterionChoices } from "./criterion-choices.ts";
import { ecologicalFit } from "./ecological-fit.ts";
import { type CriterionValues, joinMemberships } from "./join-memberships.ts";

/** Position that says: no criterion limits. */
export const NO_LIMIT = 255;

export interface PairScores
  extends Pick<Assessment, "criteria" | "weighing" | "overlay" | "scores" | "suitability" | "limiting"> {
  /** Sets of weights that are not the ones asked for: the field of the region and why. */
  readonly faults: readonly { readonly field: string; readonly fault: WeighingFault }[];
}

type Weights = Pick<
  RegionDefinition,
  "criteria" | "assessmentWeights" | "weighing" | "criteriaWeighing" | "overlay"
>;

/**
 * Scores of the four assessments and the suitability of every pair.
 *
 * Ecological function is the ecological fit of its changes; the other three join their memberships. Suitability joins the
 * four where a gate leaves room, is 0 where none does, NaN for units without data. A score without data is left out and
 * its weight shared. The limiting factor is the criterion of lowest membership among those that count.
 */
export function scorePairs(
  values: readonly CriterionValues[],
  gates: GateTable,
  usable: Uint8Array,
  weights: Weights,
): PairScores {
  const overlay = weights.overlay ?? "geometric";
  const open = gates.cap.reduce<number[]>((pairs, cap, pair) => {
    if (cap > 0) pairs.push(pair);
    return pairs;
  }, []);
  const faults: PairScores["faults"][number][] = [];
  const keep = (field: string, { applied, fault }: ReturnType<typeof weigh>): AppliedWeights => {
    if (fault) faults.push({ field, fault });
    return applied;
  };

  const choices = new CriterionChoices(weights.criteria);
  const weightOf = new Map<string, number>();
  const byAssessment = (assessment: AssessmentId): { score: Float32Array; applied: AppliedWeights } => {
    const counted = chosenOf(assessment, weights.criteria);
    const columns = counted.map((id) => values.find(({ spec }) => spec.id === id)!.membership);
    const applied = keep(
      `criteriaWeighing.${assessment}`,
      weigh(weights.criteriaWeighing?.[assessment], counted, counted.map(choices.weightOf, choices), () =>
        decisionMatrix(columns, open),
      ),
    );
    counted.forEach((id, i) => {
      weightOf.set(id, applied.weights[i]);
    });
    const score =
      columns.length === 0
        ? new Float32Array(gates.cap.length).fill(Number.NaN)
        : assessment === "ecological"
          ? fits(columns, applied.weights)
          : joinMemberships(columns, applied.weights, overlay);
    return { score: withoutGaps(score, usable), applied };
  };
  const [ecological, resource, potential, policy] = ASSESSMENT_IDS.map(byAssessment);
  const scores = {
    ecological: ecological.score,
    resource: resource.score,
    potential: potential.score,
    policy: policy.score,
  };

  const stated = ASSESSMENT_IDS.map((id) => weights.assessmentWeights[id]);
  const columns = ASSESSMENT_IDS.map((id) => scores[id]);
  const assessments = keep(
    "weighing",
    weigh(weights.weighing, ASSESSMENT_IDS, stated, () => decisionMatrix(columns, open)),
  );
  const criteria = values.map(
    (value): CriterionResult => ({ ...value, weight: weightOf.get(value.spec.id) ?? 0 }),
  );
  return {
    criteria,
    weighing: {
      assessments,
      criteria: {
        ecological: ecological.applied,
        resource: resource.applied,
        potential: potential.applied,
        policy: policy.applied,
      },
    },
    overlay,
    scores,
    suitability: suitabilityOf(columns, assessments.weights, overlay, gates.cap, usable),
    limiting: limitingFactors(criteria, gates.cap.length, usable),
    faults,
  };
}

/** Scores with NaN on every pair of a unit without data: what is known of it in part is no score. */
function withoutGaps(score: Float32Array, usable: Uint8Array): Float32Array {
  const width = score.length / Math.max(1, usable.length);
  usable.forEach((isUsable, unit) => {
    if (isUsable === 0) score.fill(Number.NaN, unit * width, (unit + 1) * width);
  });
  return score;
}

function suitabilityOf(
  columns: readonly Float32Array[],
  weights: readonly number[],
  overlay: OverlayMethod,
  cap: Float32Array,
  usable: Uint8Array,
): Float32Array {
  const width = usable.length === 0 ? 1 : cap.length / usable.length;
  return joinMemberships(columns, weights, overlay).map((joined, pair) => {
    if (usable[Math.trunc(pair / width)] === 0) return Number.NaN;
    return cap[pair] === 0 ? 0 : joined;
  });
}

/** A membership of change is .5 + .5 steps: read the steps back and join them. */
function fits(memberships: readonly Float32Array[], weights: readonly number[]): Float32Array {
  const steps = new Array<number>(memberships.length);
  return Float32Array.from(memberships[0], (_, pair) => {
    for (let c = 0; c < memberships.length; c++) steps[c] = 2 * memberships[c][pair] - 1;
    return ecologicalFit(steps, weights);
  });
}

function limitingFactors(
  criteria: readonly CriterionResult[],
  pairs: number,
  usable: Uint8Array,
): Uint8Array {
  const lowest = new Float32Array(pairs).fill(Number.POSITIVE_INFINITY);
  const limiting = new Uint8Array(pairs).fill(NO_LIMIT);
  criteria.forEach(({ membership, weight }, c) => {
    if (weight === 0) return;
    for (let pair = 0; pair < pairs; pair++) {
      if (membership[pair] < lowest[pair]) {
        lowest[pair] = membership[pair];
        limiting[pair] = c;
      }
    }
  });
  const width = pairs / Math.max(1, usable.length);
  usable.forEach((isUsable, unit) => {
    if (isUsable === 0) limiting.fill(NO_LIMIT, unit * width, (unit + 1) * width);
  });
  return limiting;
}
