/** FAO suitability classes, best first. */
export const FAO_CLASSES = ["S1", "S2", "S3", "N"] as const;
export type FaoClass = (typeof FAO_CLASSES)[number];

/** Class of a suitability 0-1: S1 from .75, S2 from .5, S3 from .25. Source: index cuts of Sys et al. 1991 [K]. */
export function faoClass(suitability: number): FaoClass | undefined {
  if (Number.isNaN(suitability)) return undefined;
  if (suitability >= 0.75) return "S1";
  if (suitability >= 0.5) return "S2";
  if (suitability >= 0.25) return "S3";
  return "N";
}
