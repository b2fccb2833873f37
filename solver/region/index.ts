export { chosenOf } from "./check-criteria.ts";
export { checkDefinition, REGION_FILE, readProblem, UNITS_LAYER } from "./check-definition.ts";
export { type ComparisonMatrix, findReciprocityFaults, type ReciprocityFault } from "./comparison-matrix.ts";
export * from "./definition.ts";
export { formatIssue } from "./issue-messages.ts";
export { CLIMATE_SPECS, LAYER_SPECS, type LayerSpec, type ValueSpec } from "./layer-specs.ts";
export { OPTION_TITLES } from "./option-titles.ts";
export { readRegion } from "./read-region.ts";
export type { Region, RegionFiles } from "./region.ts";
