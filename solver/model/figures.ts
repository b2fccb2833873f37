import type { Assessment, FigureId } from "#solver/assessment";

/** Change per hectare against today, per pair: `option - present`; closed pairs hold 0. */
export function changePerHa(assessment: Assessment, figure: FigureId): Float64Array {
  const optionCount = assessment.options.length;
  const option = assessment.figures.option[figure];
  const present = assessment.figures.present[figure];
  const change = new Float64Array(option.length);
  for (let pair = 0; pair < change.length; pair++) {
    if (assessment.gates.cap[pair] > 0) change[pair] = option[pair] - present[Math.floor(pair / optionCount)];
  }
  return change;
}

/** Today's level summed over area, optionally over one group of units and weighted by a factor per unit. */
export function todayTotal(
  assessment: Assessment,
  figure: FigureId,
  where: { readonly of?: Int32Array; readonly index?: number; readonly factor?: Float64Array } = {},
): number {
  const present = assessment.figures.present[figure];
  let total = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    if (where.of && where.of[unit] !== where.index) continue;
    total += assessment.areaHa[unit] * (where.factor ? where.factor[unit] : 1) * present[unit];
  }
  return total;
}

/** Area-weighted standard deviation of today's level over all units, the yardstick of a change. */
export function presentSpread(assessment: Assessment, figure: FigureId): number {
  const present = assessment.figures.present[figure];
  let area = 0;
  let sum = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    area += assessment.areaHa[unit];
    sum += assessment.areaHa[unit] * present[unit];
  }
  const mean = sum / area;
  let squares = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    squares += assessment.areaHa[unit] * (present[unit] - mean) ** 2;
  }
  return Math.sqrt(squares / area);
}

/** Area share per unit of a zone as float64; zeros when the region has no such zone. */
export function zoneFactor(assessment: Assessment, ...zones: readonly string[]): Float64Array {
  const factor = new Float64Array(assessment.unitCount);
  for (const zone of zones) {
    const share = assessment.zoneShare.get(zone);
    if (!share) continue;
    for (let unit = 0; unit < factor.length; unit++) factor[unit] = Math.min(1, factor[unit] + share[unit]);
  }
  return factor;
}
