/** Half-saturation exponent of InVEST's habitat quality. */
const EXPONENT = 2.5;

/** Influence of a threat at a distance, 1 at the source, 0 from `reachM` on. Source: InVEST habitat quality. */
export function threatDecay(distanceM: number, reachM: number, form: "exponential" | "linear"): number {
  if (distanceM > reachM) return 0;
  return form === "linear" ? 1 - distanceM / reachM : Math.exp((-2.99 * distanceM) / reachM);
}

/** Quality 0-1 of habitat `suitability` under total threat `degradation`. Source: InVEST habitat quality. */
export function habitatQuality(suitability: number, degradation: number, halfSaturation: number): number {
  return suitability * (1 - degradedShare(degradation, halfSaturation));
}

/** Share of the quality that threats take. */
export function degradedShare(degradation: number, halfSaturation: number): number {
  const d = degradation ** EXPONENT;
  return d / (d + halfSaturation ** EXPONENT);
}

/**
 * Biodiversity service from net primary production: its mean times the shares for rain and temperature and for low ground,
 * each scaled 0-1 over the region. An index for regions without a land-use map of threats. [K]
 */
export function biodiversityIndex(
  productionMean: number,
  rainShare: number,
  temperatureShare: number,
  altitudeShare: number,
): number {
  return productionMean * rainShare * temperatureShare * (1 - altitudeShare);
}
