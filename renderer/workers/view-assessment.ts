import type { AssessedRegion, FigureId } from "#solver/assessment";
import type { AssessmentView } from "./views.ts";

/** Figures per hectare the inspector shows; the others stay in the worker. */
const SHOWN_FIGURES: readonly FigureId[] = ["marginCny", "establishmentCny", "labourDays", "irrigationM3"];

/** The page's copy of an assessment: everything it draws or reads out, without the raw criterion values. */
export function viewAssessment({ assessment, recomputed }: AssessedRegion, assessS: number): AssessmentView {
  return {
    options: assessment.options,
    criteria: assessment.criteria.map(({ spec }) => spec),
    weighing: assessment.weighing,
    overlay: assessment.overlay,
    recomputed,
    scores: assessment.scores,
    suitability: assessment.suitability,
    limiting: assessment.limiting,
    gates: assessment.gates,
    facts: assessment.facts,
    landUse: assessment.landUse,
    stand: assessment.stand,
    subBasin: assessment.subBasin,
    village: assessment.village,
    zoneShare: assessment.zoneShare,
    figures: Object.fromEntries(SHOWN_FIGURES.map((id) => [id, assessment.figures.option[id]])),
    assessS,
  };
}
