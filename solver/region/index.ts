export { checkDefinition, checkProblem } from "./check-definition.ts";
export * from "./definition.ts";
export { OPTION_TITLES } from "./option-titles.ts";
export { readRegion } from "./read-region.ts";
export type { Region, RegionFiles } from "./region.ts";
