export {
  type AssessedRegion,
  type AssessmentOverrides,
  assessRegion,
  createAssessor,
  DEFAULT_TERMS,
} from "./assess-region.ts";
export * from "./assessment.ts";
export { ASSESSMENT_SPECS, type AssessmentSpec } from "./assessment-specs.ts";
export { curveOf } from "./criteria/applied-curves.ts";
export { criterionSpecs } from "./criteria/index.ts";
export { OVERLAY_SPECS, type OverlaySpec } from "./criteria/overlay-specs.ts";
export { describeCurve, VALUE_FORM_SPECS, type ValueFormSpec } from "./criteria/value-form-specs.ts";
export { evaluate } from "./criteria/value-functions.ts";
export { CRITERION_INPUTS } from "./explain/criterion-inputs.ts";
export { explainPair } from "./explain/explain-pair.ts";
export type * from "./explain/explanation.ts";
export type { UnitWithoutData } from "./facts/essential-layers.ts";
export { FACT_SPECS, type FactSpec } from "./facts/fact-specs.ts";
export type { EconomicTerms } from "./figures/figures.ts";
export { LEVEL_SPECS, type LevelSpec } from "./figures/level-specs.ts";
export { catalogueEntries } from "./industries/catalogue.ts";
export { INDUSTRY_FIGURE_SPECS, type IndustryFigureSpec } from "./industries/figure-specs.ts";
export { industries } from "./industries/industries.ts";
export { type CatalogueEntry, GRADES, type Grade, type Industry } from "./industries/industry.ts";
export { MARKET_CAPS_T, PRICE_STEPS } from "./industries/market.ts";
export { PRESENT_USES } from "./industries/present-uses.ts";
export { ASSESSMENT_MESSAGES, formatAssessmentIssue } from "./issue-messages.ts";
export { maskSpecs } from "./masks/gate-table.ts";
export { DESERTIFICATION_METHODS, type DesertificationMethod } from "./physics/desertification.ts";
export { computeSlopeLength, LONGEST_SLOPE_M } from "./physics/slope-length.ts";
export { FAO_CLASSES, type FaoClass, faoClass } from "./scores/fao-class.ts";
export { type ReviewRanking, rankForReview } from "./scores/rank-for-review.ts";
export { type AhpWeights, RANDOM_INDEX, weighByAhp } from "./weights/ahp.ts";
export { compareMethods, type MethodWeights } from "./weights/compare-methods.ts";
export { describeConsistency, type WeighingFault } from "./weights/weigh.ts";
export { WEIGHT_METHOD_SPECS, type WeightMethodSpec } from "./weights/weight-method-specs.ts";
