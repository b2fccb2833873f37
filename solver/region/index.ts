export * from "./definition.ts";
export { OPTION_TITLES } from "./option-titles.ts";
export type { Region, RegionFiles } from "./region.ts";
