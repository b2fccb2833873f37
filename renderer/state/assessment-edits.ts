import type { AppliedWeights, AssessmentOverrides } from "#solver/assessment";
import {
  ASSESSMENT_IDS,
  type AssessmentId,
  CRITERION_IDS,
  type CriterionChoice,
  type CriterionId,
  chosenOf,
  type OptionId,
  type RegionDefinition,
  type ValueFunction,
  type Weighing,
  type WeightMethod,
} from "#solver/region";
import { sortKeys } from "./check-limits.ts";

/** A set of things that are weighed against each other. */
export type WeightSet = AssessmentId | "assessments";

/** What a planner may change of an assessment, as the region's file or an edit of it states it. */
export type AssessmentDefinition = Pick<
  RegionDefinition,
  "criteria" | "assessmentWeights" | "weighing" | "criteriaWeighing" | "overlay" | "industries" | "indicators"
>;

/** Where an edited figure comes from. */
const PLANNER = { label: "user", source: "planner" } as const;

/** The region's definition as edited. */
export function applyEdits<Definition extends AssessmentDefinition>(
  stated: Definition,
  edits: AssessmentOverrides,
): Definition {
  const { desertificationMethod: _, terms: __, ...members } = edits;
  return { ...stated, ...members };
}

/** Edits without those that say what the region's file says. */
export function pruneEdits(edits: AssessmentOverrides, stated: AssessmentDefinition): AssessmentOverrides {
  const own: Readonly<Record<string, unknown>> = { ...stated };
  return Object.fromEntries(
    Object.entries(edits).filter(([name, value]) => value !== undefined && differs(value, own[name])),
  );
}

/** Every criterion with its choice; one that the region leaves out has no weight. */
function choicesOf({ criteria }: AssessmentDefinition): readonly CriterionChoice[] {
  const ids: readonly CriterionId[] = ASSESSMENT_IDS.flatMap(
    (id): readonly CriterionId[] => CRITERION_IDS[id],
  );
  if (!criteria) return ids.map((id) => ({ id, weight: 1 }));
  return [
    ...criteria,
    ...ids.filter((id) => !criteria.some((choice) => choice.id === id)).map((id) => ({ id, weight: 0 })),
  ];
}

function editChoice(
  definition: AssessmentDefinition,
  criterion: CriterionId,
  edit: (choice: CriterionChoice) => CriterionChoice,
): AssessmentOverrides {
  return {
    criteria: stateChoices(
      definition,
      choicesOf(definition).map((choice) => (choice.id === criterion ? edit(choice) : choice)),
    ),
  };
}

/** Choices as a file would state them: one it left out, and that has neither weight nor curve, stays out. */
function stateChoices(
  { criteria }: AssessmentDefinition,
  choices: readonly CriterionChoice[],
): readonly CriterionChoice[] {
  return choices.filter(
    ({ id, weight, curves }) => weight > 0 || curves || criteria?.some((choice) => choice.id === id),
  );
}

/** A curve of its own for one industry, or for all where none is named; `undefined` gives the criterion's own back. */
export function setCurve(
  definition: AssessmentDefinition,
  criterion: CriterionId,
  option: OptionId | undefined,
  curve: ValueFunction | undefined,
): AssessmentOverrides {
  return editChoice(definition, criterion, ({ curves = [], ...choice }) => {
    // Drawn for all, it holds for all: what was drawn for single industries goes.
    const others = curve && option === undefined ? [] : curves.filter((drawn) => drawn.option !== option);
    const drawn = curve ? [...others, { ...(option && { option }), function: curve, ...PLANNER }] : others;
    return drawn.length > 0 ? { ...choice, curves: drawn } : choice;
  });
}

/** Curves of a criterion as another definition states them. */
export function restoreCurves(
  definition: AssessmentDefinition,
  stated: AssessmentDefinition,
  criterion: CriterionId,
): AssessmentOverrides {
  const own = stated.criteria?.find(({ id }) => id === criterion)?.curves;
  return editChoice(definition, criterion, ({ curves: _, ...choice }) => ({
    ...choice,
    ...(own && { curves: own }),
  }));
}

/** Whether the planner drew curves for a criterion that the region's file does not have. */
export function hasEditedCurves(
  definition: AssessmentDefinition,
  stated: AssessmentDefinition,
  criterion: CriterionId,
): boolean {
  const curvesOf = ({ criteria }: AssessmentDefinition) =>
    criteria?.find(({ id }) => id === criterion)?.curves ?? [];
  return differs(curvesOf(definition), curvesOf(stated));
}

/** The shares with one of them set and the others scaled to leave the sum at 1. */
export function setShare(shares: readonly number[], at: number, share: number): readonly number[] {
  const before = 1 - shares[at];
  const rest = 1 - share;
  return shares.map((other, i) => {
    if (i === at) return share;
    return before > 1e-9 ? (other / before) * rest : rest / (shares.length - 1);
  });
}

/** One weight of a set stated by the planner: the set is then taken as stated, starting from what applies now. */
export function setWeight(
  definition: AssessmentDefinition,
  set: WeightSet,
  { of, weights }: Pick<AppliedWeights, "of" | "weights">,
  id: string,
  weight: number,
): AssessmentOverrides {
  const shares = setShare(weights, of.indexOf(id), weight);
  if (set === "assessments") {
    const assessmentWeights = Object.fromEntries(
      ASSESSMENT_IDS.map((assessment) => [assessment, shares[of.indexOf(assessment)]]),
    ) as Record<AssessmentId, number>;
    return { assessmentWeights, ...setMethod(definition, set, of, "stated") };
  }
  const criteria = stateChoices(
    definition,
    choicesOf(definition).map((choice) => {
      const at = of.indexOf(choice.id);
      return at < 0 ? choice : { ...choice, weight: shares[at] };
    }),
  );
  const chosen = chosenOf(set, criteria);
  return { criteria, ...setMethod({ ...definition, criteria }, set, chosen, "stated") };
}

/** The weights of a set, and how they are found, as the region's file states them. */
export function restoreWeights(
  definition: AssessmentDefinition,
  stated: AssessmentDefinition,
  set: WeightSet,
): AssessmentOverrides {
  if (set === "assessments")
    return { assessmentWeights: stated.assessmentWeights, weighing: stated.weighing };
  const { [set]: _, ...others } = definition.criteriaWeighing ?? {};
  const own = stated.criteriaWeighing?.[set];
  const criteriaWeighing = { ...others, ...(own && { [set]: own }) };
  const ids: readonly CriterionId[] = CRITERION_IDS[set];
  const weights = new Map(choicesOf(stated).map(({ id, weight }) => [id, weight]));
  return {
    criteria: stateChoices(
      stated,
      choicesOf(definition).map((choice) =>
        ids.includes(choice.id) ? { ...choice, weight: weights.get(choice.id) ?? 0 } : choice,
      ),
    ),
    criteriaWeighing: Object.keys(criteriaWeighing).length > 0 ? criteriaWeighing : stated.criteriaWeighing,
  };
}

export function weighingOf(definition: AssessmentDefinition, set: WeightSet): Weighing | undefined {
  return set === "assessments" ? definition.weighing : definition.criteriaWeighing?.[set];
}

function putWeighing(
  { criteriaWeighing }: AssessmentDefinition,
  set: WeightSet,
  weighing: Weighing,
): AssessmentOverrides {
  return set === "assessments"
    ? { weighing }
    : { criteriaWeighing: { ...criteriaWeighing, [set]: weighing } };
}

export function setMethod(
  definition: AssessmentDefinition,
  set: WeightSet,
  of: readonly string[],
  method: WeightMethod,
): AssessmentOverrides {
  return putWeighing(definition, set, {
    method,
    judgements: judgementsOf(weighingOf(definition, set)?.judgements, of),
  });
}

type Judgements = NonNullable<Weighing["judgements"]>;

/** Judgements over a set in its order: those that were made, and "alike" for the others. */
export function judgementsOf(made: Judgements | undefined, of: readonly string[]): Judgements {
  if (made && made.of.length === of.length && of.every((id, at) => made.of[at] === id)) return made;
  const at = of.map((id) => made?.of.indexOf(id) ?? -1);
  return {
    of,
    matrix: at.map((row, i) =>
      at.map((column, j) => (i === j || row < 0 || column < 0 ? 1 : (made?.matrix[row][column] ?? 1))),
    ),
    ...PLANNER,
  };
}

/** One judgement, with its reciprocal on the other side. A method that asks for none gives way to AHP. */
export function setJudgement(
  definition: AssessmentDefinition,
  set: WeightSet,
  of: readonly string[],
  [row, column]: readonly [number, number],
  value: number,
): AssessmentOverrides {
  const weighing = weighingOf(definition, set);
  const { matrix } = judgementsOf(weighing?.judgements, of);
  const judged = matrix.map((line, i) =>
    line.map((before, j) => {
      if (i === row && j === column) return value;
      return i === column && j === row ? 1 / value : before;
    }),
  );
  const uses = weighing?.method === "ahp-entropy" || weighing?.method === "game-theory";
  return putWeighing(definition, set, {
    method: uses ? weighing.method : "ahp",
    judgements: { of, matrix: judged, ...PLANNER },
  });
}

/** Whether the planner changed the weights of a set or how they are found. */
export function hasEditedWeights(
  definition: AssessmentDefinition,
  stated: AssessmentDefinition,
  set: WeightSet,
): boolean {
  const weighs = (of: AssessmentDefinition) =>
    set === "assessments" ? of.assessmentWeights : weightsIn(of, set);
  return (
    differs(weighingOf(definition, set), weighingOf(stated, set)) ||
    differs(weighs(definition), weighs(stated))
  );
}

/** One figure of an industry as the planner knows it; `undefined` gives back what the region's file says, if anything. */
export function setFigure(
  definition: AssessmentDefinition,
  stated: AssessmentDefinition,
  { option, figure, unit }: { readonly option: OptionId; readonly figure: string; readonly unit: string },
  value: number | undefined,
): AssessmentOverrides {
  const own = stated.industries.find(({ id }) => id === option)?.figures?.[figure];
  const quantity = value === undefined ? own : { value, unit, ...PLANNER };
  return {
    industries: definition.industries.map(({ id, figures }) => {
      if (id !== option) return { id, ...(figures && { figures }) };
      const { [figure]: _, ...others } = figures ?? {};
      const next = quantity ? { ...others, [figure]: quantity } : others;
      return { id, ...(Object.keys(next).length > 0 && { figures: next }) };
    }),
  };
}

/** True when both would give the same assessment. */
export function sameEdits(a: AssessmentOverrides, b: AssessmentOverrides): boolean {
  return !differs(a, b);
}

/** How many members of the assessment the planner changed. */
export function countEdits(edits: AssessmentOverrides, stated: AssessmentDefinition): number {
  const definition = applyEdits(stated, edits);
  const curves = choicesOf(definition).filter(({ id }) => hasEditedCurves(definition, stated, id)).length;
  const sets = (["assessments", ...ASSESSMENT_IDS] as const).filter((set) =>
    hasEditedWeights(definition, stated, set),
  ).length;
  const overlay = (definition.overlay ?? "geometric") === (stated.overlay ?? "geometric") ? 0 : 1;
  const figures = definition.industries.reduce((sum, { id, figures = {} }) => {
    const own = stated.industries.find((industry) => industry.id === id)?.figures ?? {};
    const names = new Set([...Object.keys(figures), ...Object.keys(own)]);
    return sum + [...names].filter((name) => differs(figures[name], own[name])).length;
  }, 0);
  return curves + sets + overlay + figures;
}

function weightsIn(definition: AssessmentDefinition, assessment: AssessmentId): readonly number[] {
  const ids: readonly CriterionId[] = CRITERION_IDS[assessment];
  const choices = choicesOf(definition);
  return ids.map((id) => choices.find((choice) => choice.id === id)?.weight ?? 0);
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortKeys(a)) !== JSON.stringify(sortKeys(b));
}
