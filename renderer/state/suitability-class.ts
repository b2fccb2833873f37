/** Class cuts of suitability: below .25 not suitable, then marginal, moderate, high. */
export const CLASS_CUTS = [0.25, 0.5, 0.75] as const;

export const CLASS_IDS = ["N", "S3", "S2", "S1"] as const;
export type SuitabilityClass = (typeof CLASS_IDS)[number];

/** Class of a score 0-1; a cut belongs to the class above it. */
export function classOf(score: number): SuitabilityClass {
  return CLASS_IDS[CLASS_CUTS.filter((cut) => score >= cut).length];
}

/** Area in `bins` equal steps of 0-1; gated (0) and missing values are left out. */
export function histogramOf(scores: Float32Array, areaHa: Float64Array, bins: number): Float64Array {
  const heights = new Float64Array(bins);
  scores.forEach((score, unit) => {
    if (score > 0) heights[Math.min(bins - 1, Math.floor(score * bins))] += areaHa[unit];
  });
  return heights;
}
