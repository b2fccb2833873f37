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

/** Months whose storms are the warm season's, May to September, counted from 0. */
const WARM_MONTHS = [4, 8] as const;
/** A day with less rain than this erodes nothing, mm. */
const EROSIVE_DAY_MM = 10;

/**
 * Rain erosivity of each half month, MJ mm/(ha h), from the rain of its days: `a` times the sum of p^1.7265 over days of
 * 10 mm and more, with `a` .3937 in the warm season and .3101 in the cold one. [K]
 *
 * @param days rain in mm, with the month from 0 and the day of the month from 1.
 * @returns 24 values, first half of January first; a half month ends with day 15.
 *
 * Source: Xie et al. 2015.
 */
export function rainErosivityOfHalfMonths(
  days: readonly { readonly month: number; readonly day: number; readonly rainMm: number }[],
): Float64Array {
  const halves = new Float64Array(24);
  for (const { month, day, rainMm } of days) {
    if (rainMm < EROSIVE_DAY_MM) continue;
    const isWarm = month >= WARM_MONTHS[0] && month <= WARM_MONTHS[1];
    halves[2 * month + (day > 15 ? 1 : 0)] += (isWarm ? 0.3937 : 0.3101) * rainMm ** 1.7265;
  }
  return halves;
}

/**
 * Rain erosivity by Wischmeier's monthly sum, MJ mm/(ha h a), for comparison with older studies only: its constant .8188
 * belongs to US units (hence 17.02), and a ten times smaller one circulates as SI, which gives a third on the same rain. [K]
 */
export function rainErosivityWischmeier(monthlyRainMm: readonly number[]): number {
  const year = monthlyRainMm.reduce((sum, p) => sum + p, 0);
  const us = monthlyRainMm.reduce(
    (sum, p) => (p > 0 ? sum + 1.735 * 10 ** (1.5 * Math.log10((p * p) / year) - 0.8188) : sum),
    0,
  );
  return 17.02 * us;
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

/**
 * How bare rock lowers soil loss; one way per run, as the ways count the same rock.
 * `area`: rock yields no soil, D = 1 - BE. `cover`: rock shields as ground cover, D = exp(-b 100 BE), only where C does not
 * count rock already. `grades`: the user's own factor for each grade of rocky desertification, none to severe.
 */
export type RockTreatment =
  | { readonly form: "area" }
  | { readonly form: "cover"; readonly coefficient: number }
  | { readonly form: "grades"; readonly factors: readonly number[] };

export const AREA_OF_ROCK: RockTreatment = { form: "area" };
/** Coefficient b of rock as ground cover, .025-.05. [S] RUSLE2. */
export const ROCK_COVER_COEFFICIENT = 0.04;

/** Rock factor D, 1 off carbonate. */
export function rockFactor(
  bedrockShare: number,
  carbonate: boolean,
  treatment: RockTreatment = AREA_OF_ROCK,
  grade = Number.NaN,
): number {
  if (!carbonate) return 1;
  switch (treatment.form) {
    case "area":
      return 1 - bedrockShare;
    case "cover":
      return Math.exp(-treatment.coefficient * 100 * bedrockShare);
    case "grades":
      return treatment.factors[grade] ?? Number.NaN;
  }
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

/** Upper bounds of the classes of soil loss below the last, t/km2 a year. Source: SL190 [S]. */
const INTENSITY_BOUNDS_T_PER_KM2 = [500, 2500, 5000, 8000, 15_000] as const;
/** Tolerable loss of the earth-rock mountains of the south-west, and what carbonate rock forms anew, t/km2 a year. */
const TOLERABLE_T_PER_KM2 = { other: 500, carbonate: 50 } as const;

/** Intensity of soil loss 0-5: slight, light, moderate, strong, very strong, severe. */
export function soilLossIntensity(lossTPerHa: number): number {
  if (Number.isNaN(lossTPerHa)) return lossTPerHa;
  return INTENSITY_BOUNDS_T_PER_KM2.filter((bound) => 100 * lossTPerHa >= bound).length;
}

/**
 * Loss as a multiple of what is tolerable: 500 t/km2 a year [S, SL190]; on carbonate the soil formed, 30-70, taken as 50 [K].
 */
export function toleranceMultiple(lossTPerHa: number, carbonate: boolean): number {
  return (100 * lossTPerHa) / (carbonate ? TOLERABLE_T_PER_KM2.carbonate : TOLERABLE_T_PER_KM2.other);
}
