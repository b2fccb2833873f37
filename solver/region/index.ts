export { checkDefinition, checkProblem } from "./check-definition.ts";
export * from "./definition.ts";
export { readRegion } from "./read-region.ts";
export type { Region, RegionFiles } from "./region.ts";
