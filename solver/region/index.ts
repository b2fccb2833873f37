export * from "./definition.ts";
export type { Region, RegionFiles } from "./region.ts";
