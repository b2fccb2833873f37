export {
  type AssessedRegion,
  type AssessmentOverrides,
  assessRegion,
  createAssessor,
  DEFAULT_TERMS,
} from "./assess-region.ts";
export * from "./assessment.ts";
export { curveOf } from "./criteria/applied-curves.ts";
export { criterionSpecs } from "./criteria/index.ts";
export { evaluate } from "./criteria/value-functions.ts";
export type { EconomicTerms } from "./figures/figures.ts";
export { catalogueEntries } from "./industries/catalogue.ts";
export { industries } from "./industries/industries.ts";
export { type CatalogueEntry, GRADES, type Grade, type Industry } from "./industries/industry.ts";
export { MARKET_CAPS_T, PRICE_STEPS } from "./industries/market.ts";
export { PRESENT_USES } from "./industries/present-uses.ts";
export { ASSESSMENT_MESSAGES, formatAssessmentIssue } from "./issue-messages.ts";
export { maskSpecs } from "./masks/gate-table.ts";
export { DESERTIFICATION_METHODS, type DesertificationMethod } from "./physics/desertification.ts";
export { FAO_CLASSES, type FaoClass, faoClass } from "./scores/fao-class.ts";
export { type AhpWeights, weighByAhp } from "./weights/ahp.ts";
export { describeConsistency } from "./weights/weigh.ts";
