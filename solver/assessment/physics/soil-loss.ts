/**
 * Soil loss by the revised universal soil loss equation with a rock factor:
 * `A = R K LS C P D`, t/ha/a, with R in MJ mm/(ha h a) and K in t ha h/(ha MJ mm).
 *
 * Surface loss only: what the underground drains away is not modelled. Absolute values exceed measured karst hillslopes
 * by one to two orders; ranks and differences are what they are used for.
 */

/**
 * Rain erosivity R from twelve monthly rain sums, MJ mm/(ha h a): modified Fournier index F = sum p^2 / P, then
 * 0.1833 F^1.9957.
 */
export function rainErosivity(monthlyRainMm: readonly number[]): number {
  const year = monthlyRainMm.reduce((sum, p) => sum + p, 0);
  if (!(year > 0)) return year === 0 ? 0 : Number.NaN;
  return 0.1833 * fournierIndex(monthlyRainMm) ** 1.9957;
}

/** Modified Fournier index, mm. Source: Arnoldus 1980. */
export function fournierIndex(monthlyRainMm: readonly number[]): number {
  const year = monthlyRainMm.reduce((sum, p) => sum + p, 0);
  return monthlyRainMm.reduce((sum, p) => sum + p * p, 0) / year;
}

/** Rain erosivity from the yearly sum only, MJ mm/(ha h a). Source: Zhang and Fu 2003. */
export function rainErosivityFromYear(yearRainMm: number): number {
  return 0.0534 * yearRainMm ** 1.6548;
}

/** Soil erodibility in US units by the EPIC formula; texture and organic carbon in percent. Source: Williams 1990. */
export function erodibilityEpic(
  sandPct: number,
  siltPct: number,
  clayPct: number,
  organicCarbonPct: number,
): number {
  const rest = 1 - sandPct / 100;
  return (
    (0.2 + 0.3 * Math.exp(-0.0256 * sandPct * (1 - siltPct / 100))) *
    (siltPct / (clayPct + siltPct)) ** 0.3 *
    (1 - (0.25 * organicCarbonPct) / (organicCarbonPct + Math.exp(3.72 - 2.95 * organicCarbonPct))) *
    (1 - (0.7 * rest) / (rest + Math.exp(-5.51 + 22.9 * rest)))
  );
}

/** EPIC erodibility in SI units with the correction for Chinese soils. Source: Zhang et al. 2008. */
export function erodibility(
  sandPct: number,
  siltPct: number,
  clayPct: number,
  organicCarbonPct: number,
): number {
  return 0.1317 * (-0.01383 + 0.51575 * erodibilityEpic(sandPct, siltPct, clayPct, organicCarbonPct));
}

/** Cover factor C of vegetation covering `coverPct` of the soil. Source: Cai et al. 2000. */
export function coverFactor(coverPct: number): number {
  if (Number.isNaN(coverPct)) return coverPct;
  if (coverPct <= 0) return 1;
  if (coverPct > 78.3) return 0;
  return Math.min(1, Math.max(0, 0.6508 - 0.3436 * Math.log10(coverPct)));
}

/** Share of the area that can lose soil at all: rock loses none. 1 off carbonate. */
export function rockFactor(bedrockShare: number, carbonate: boolean): number {
  return carbonate ? 1 - bedrockShare : 1;
}

/** Rock as ground cover (RUSLE2 relation); only where C does not already count rock. Never together with `rockFactor`. */
export function rockFactorExponential(bedrockShare: number, coefficient = 0.04): number {
  return Math.exp(-coefficient * 100 * bedrockShare);
}

/** Soil loss per year as percent of the soil that is left: depth x density x soil share. */
export function soilLifeLossPct(
  lossTPerHa: number,
  soilDepthCm: number,
  bulkDensityTPerM3: number,
  soilShare: number,
): number {
  const stockTPerHa = (soilDepthCm / 100) * bulkDensityTPerM3 * 10_000 * soilShare;
  return stockTPerHa > 0 ? (100 * lossTPerHa) / stockTPerHa : 0;
}
