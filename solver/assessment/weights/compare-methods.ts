import {
  ASSESSMENT_IDS,
  type AssessmentId,
  chosenOf,
  type RegionDefinition,
  WEIGHT_METHODS,
  type WeightMethod,
} from "#solver/region";
import type { AppliedWeights, Assessment } from "../assessment.ts";
import { CriterionChoices } from "../scores/criterion-choices.ts";
import { decisionMatrix } from "./decision-matrix.ts";
import { type WeighingFault, weigh } from "./weigh.ts";

/** What one method makes of a set; `fault` says why `applied` is not that method's answer. */
export interface MethodWeights {
  readonly method: WeightMethod;
  readonly applied: AppliedWeights;
  readonly fault?: WeighingFault;
}

/**
 * The weights of the four assessments, or of the criteria of one, by every method side by side, from the same data. Where
 * no judgements are stated, all are taken to be alike.
 */
export function compareMethods(
  { weighing, criteria, scores, gates }: Pick<Assessment, "weighing" | "criteria" | "scores" | "gates">,
  definition: Pick<RegionDefinition, "assessmentWeights" | "criteria" | "weighing" | "criteriaWeighing">,
  set: AssessmentId | "assessments",
): readonly MethodWeights[] {
  const { of } = set === "assessments" ? weighing.assessments : weighing.criteria[set];
  const choices = new CriterionChoices(definition.criteria);
  // An assessment and a criterion may have the same name, so a weight is looked for in the set's own place only.
  const stated =
    set === "assessments"
      ? ASSESSMENT_IDS.map((id) => definition.assessmentWeights[id])
      : chosenOf(set, definition.criteria).map((id) => choices.weightOf(id));
  const { judgements } =
    (set === "assessments" ? definition.weighing : definition.criteriaWeighing?.[set]) ?? {};
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
