import type { Issue } from "#gis";
import { findReciprocityFaults } from "./comparison-matrix.ts";
import {
  ASSESSMENT_IDS,
  type AssessmentId,
  CRITERION_IDS,
  type CriterionChoice,
  type RegionDefinition,
  type ValueFunction,
  type Weighing,
} from "./definition.ts";
import { type RegionIssueCode, regionIssue } from "./issue-messages.ts";

/** What an assessment is made of, as far as a region states it. */
export type AssessmentChoices = Pick<
  RegionDefinition,
  "criteria" | "assessmentWeights" | "weighing" | "criteriaWeighing" | "industries"
>;

/**
 * What the criteria, curves and weights of a region say against themselves or each other, each with its field.
 *
 * An assessment that weighs something must have a criterion that weighs something.
 */
export function checkCriteria(choices: AssessmentChoices, file: string): Issue[] {
  const fault = (code: RegionIssueCode, field: string, context: Issue["context"] = {}) =>
    regionIssue(code, "error", { file, field }, context);
  const { criteria, assessmentWeights, weighing, criteriaWeighing } = choices;
  const issues: Issue[] = [];
  if (criteria) issues.push(...checkChoices(criteria, choices, fault));
  const sum = Object.values(assessmentWeights).reduce((total, weight) => total + weight, 0);
  if (sum === 0) issues.push(fault("weights-all-zero", "assessmentWeights"));
  else if (Math.abs(sum - 1) > 1e-6)
    issues.push(fault("weights-not-one", "assessmentWeights", { sum: Number(sum.toPrecision(6)) }));
  if (weighing) issues.push(...checkWeighing(weighing, ASSESSMENT_IDS, "weighing", fault));
  for (const assessment of ASSESSMENT_IDS) {
    const stated = criteriaWeighing?.[assessment];
    if (stated)
      issues.push(
        ...checkWeighing(stated, chosenOf(assessment, criteria), `criteriaWeighing.${assessment}`, fault),
      );
  }
  return issues;
}

type Fault = (code: RegionIssueCode, field: string, context?: Issue["context"]) => Issue;

/** Criteria of an assessment that count: stated with a weight, or all where nothing is stated. */
export function chosenOf(
  assessment: AssessmentId,
  criteria: RegionDefinition["criteria"],
): readonly CriterionChoice["id"][] {
  const all: readonly CriterionChoice["id"][] = CRITERION_IDS[assessment];
  if (!criteria) return all;
  const weighed = new Set(criteria.filter(({ weight }) => weight > 0).map(({ id }) => id));
  return all.filter((id) => weighed.has(id));
}

function checkChoices(
  criteria: readonly CriterionChoice[],
  { assessmentWeights, industries }: AssessmentChoices,
  fault: Fault,
): Issue[] {
  const issues: Issue[] = [];
  const options = new Set(industries.map(({ id }) => id));
  const seen = new Map<string, number>();
  criteria.forEach(({ id, curves }, i) => {
    const first = seen.get(id);
    if (first !== undefined)
      issues.push(fault("name-twice", `criteria[${i}].id`, { name: id, first: `criteria[${first}]` }));
    seen.set(id, i);
    const drawn = new Set<string>();
    curves?.forEach((curve, c) => {
      const field = `criteria[${i}].curves[${c}]`;
      const whose = curve.option ?? "*";
      if (drawn.has(whose)) issues.push(fault("curve-twice", field, { option: whose }));
      drawn.add(whose);
      if (curve.option !== undefined && !options.has(curve.option))
        issues.push(fault("option-not-considered", `${field}.option`, { option: curve.option }));
      if (!isRising(curve.function)) issues.push(fault("curve-not-rising", `${field}.function`));
    });
  });
  for (const assessment of ASSESSMENT_IDS) {
    if (assessmentWeights[assessment] > 0 && chosenOf(assessment, criteria).length === 0)
      issues.push(
        fault("assessment-without-criteria", "criteria", {
          assessment,
          known: CRITERION_IDS[assessment].join(", "),
        }),
      );
  }
  return issues;
}

/** True when corners and points stand in order and two bounds that must differ do. */
function isRising(curve: ValueFunction): boolean {
  switch (curve.form) {
    case "linear":
      return curve.from !== curve.to;
    case "trapezoid":
      return curve.corners.every((corner, i) => i === 0 || corner >= curve.corners[i - 1]);
    case "cosine":
      return curve.full !== curve.none;
    case "logistic":
      return curve.steepness !== 0;
    case "points":
      return curve.points.every(([value], i) => i === 0 || value > curve.points[i - 1][0]);
    default:
      return true;
  }
}

function checkWeighing(
  { method, judgements }: Weighing,
  names: readonly string[],
  field: string,
  fault: Fault,
): Issue[] {
  const needs = method === "ahp" || method === "ahp-entropy" || method === "game-theory";
  if (!judgements)
    return needs
      ? [fault("field-missing", `${field}.judgements`, { expected: "{ of, matrix, label, source }" })]
      : [];
  const { of, matrix } = judgements;
  const at = `${field}.judgements`;
  const unknown = of.filter((name) => !names.includes(name));
  const absent = names.filter((name) => !of.includes(name));
  if (unknown.length > 0 || absent.length > 0 || new Set(of).size !== of.length)
    return [fault("judgements-of-others", `${at}.of`, { expected: names.join(", "), found: of.join(", ") })];
  if (matrix.length !== of.length || matrix.some((row) => row.length !== of.length))
    return [
      fault("judgements-not-square", `${at}.matrix`, {
        size: of.length,
        found: `${matrix.length} x ${[...new Set(matrix.map((row) => row.length))].join("/")}`,
      }),
    ];
  return findReciprocityFaults({ names: of, judgements: Float64Array.from(matrix.flat()) }).map(
    ({ row, column, given, expected }) =>
      fault("judgement-not-reciprocal", `${at}.matrix[${row}][${column}]`, {
        row: of[row],
        column: of[column],
        given,
        expected: Number.isNaN(expected) ? "> 0" : Number(expected.toPrecision(4)),
      }),
  );
}
