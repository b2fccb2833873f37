import {
  ASSESSMENT_IDS,
  type AssessmentId,
  WEIGHT_METHODS,
  type Weighing,
  type WeightMethod,
} from "#solver/region";
import type { AppliedWeights, Assessment } from "../assessment.ts";
import { decisionMatrix } from "./decision-matrix.ts";
import { type WeighingFault, weigh } from "./weigh.ts";

/** What one method makes of a set; `fault` says why `applied` is not that method's answer. */
export interface MethodWeights {
  readonly method: WeightMethod;
  readonly applied: AppliedWeights;
  readonly fault?: WeighingFault;
}

/**
 * The weights of the four assessments, or of the criteria of one, by every method side by side, from the same data.
 *
 * @param stated weights in the order of the set, for the method that takes them as they are.
 * @param judgements of the set; absent: all alike.
 */
export function compareMethods(
  { weighing, criteria, scores, gates }: Pick<Assessment, "weighing" | "criteria" | "scores" | "gates">,
  set: AssessmentId | "assessments",
  stated: readonly number[],
  judgements: Weighing["judgements"],
): readonly MethodWeights[] {
  const { of } = set === "assessments" ? weighing.assessments : weighing.criteria[set];
  const columns =
    set === "assessments"
      ? ASSESSMENT_IDS.map((id) => scores[id])
      : of.map((id) => criteria.find(({ spec }) => spec.id === id)!.membership);
  const open = [...gates.cap.keys()].filter((pair) => gates.cap[pair] > 0);
  const data = decisionMatrix(columns, open);
  const judged = judgements ?? {
    of,
    matrix: of.map(() => of.map(() => 1)),
    label: "user" as const,
    source: "all alike",
  };
  return WEIGHT_METHODS.map((method) => ({
    method,
    ...weigh({ method, judgements: judged }, of, stated, () => data),
  }));
}
