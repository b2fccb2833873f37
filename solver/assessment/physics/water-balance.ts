/** Water a parcel holds back, by a yearly balance: rain less surface runoff less evapotranspiration. */

/** Plant-available water of the rooted soil, mm: depth of soil or roots, whichever is less, times the capacity. */
export function availableWaterMm(soilDepthMm: number, rootDepthMm: number, pawc: number): number {
  return Math.min(soilDepthMm, rootDepthMm) * pawc;
}

/** Rain events scaled: .2 x events a year, 1-30. The value used where the events are not known. */
export const SEASONALITY_DEFAULT = 12;

/**
 * Actual evapotranspiration of a vegetated parcel, mm a year.
 *
 * Source: Fu 1981 and Zhang 2004 in the form of InVEST's annual water yield, `w = Z AWC / P + 1.25`, at most 5.
 */
export function budykoEvapotranspirationMm(
  rainMm: number,
  potentialMm: number,
  availableMm: number,
  seasonality: number = SEASONALITY_DEFAULT,
): number {
  const shape = Math.min(5, (seasonality * availableMm) / rainMm + 1.25);
  const dryness = potentialMm / rainMm;
  return rainMm * (1 + dryness - (1 + dryness ** shape) ** (1 / shape));
}

/** Evapotranspiration of rock, water and buildings, mm a year. Source: InVEST, non-vegetated classes. */
export function bareEvapotranspirationMm(rainMm: number, potentialMm: number): number {
  return Math.min(potentialMm, rainMm);
}

/**
 * Water conserved, m3/ha a year: `10 (P - alpha P - ET)`. Its sign on carbonate depends on the assumed runoff share.
 *
 * Source: balance of the ecological red-line guide 2017.
 */
export function waterConservedM3(rainMm: number, runoffShare: number, evapotranspirationMm: number): number {
  return 10 * (rainMm - runoffShare * rainMm - evapotranspirationMm);
}

/** Water that leaves a parcel, m3/ha a year: rain less evapotranspiration. A supply, not a service: thin soil yields more. */
export function waterYieldM3(rainMm: number, evapotranspirationMm: number): number {
  return 10 * (rainMm - evapotranspirationMm);
}

/**
 * Retained part of a water yield, in the yield's unit: shares for flow velocity, wetness and saturated conductivity, each
 * at most 1 and at least 0 (the wetness index is mostly negative on a fine grid). Reported nowhere by default. [K]
 */
export function retainedYield(
  waterYield: number,
  velocityCoefficient: number,
  topographicIndex: number,
  conductivityCmPerD: number,
): number {
  return (
    Math.min(1, 249 / velocityCoefficient) *
    Math.min(1, Math.max(0, (0.9 * topographicIndex) / 3)) *
    Math.min(1, conductivityCmPerD / 300) *
    waterYield
  );
}
