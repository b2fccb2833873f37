import type { Assessment, FigureId } from "#solver/assessment";
import type { Layout } from "#solver/layout";

/** Which units a sum runs over, and with which weight besides their area. */
export interface Where {
  readonly of?: Int32Array;
  readonly index?: number;
  readonly factor?: Float64Array;
}

/** Level of a figure under today's use: what is, not what changes. */
export function todayLevel(
  { figures, areaHa, unitCount }: Assessment,
  figure: FigureId,
  where: Where = {},
): number {
  let sum = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    sum += weightOf(areaHa, where, unit) * figures.present[figure][unit];
  }
  return sum;
}

/** Level of a figure under a layout: each parcel's options by their shares and today's use on the rest. */
export function plannedLevel(
  { figures, areaHa, unitCount, options }: Assessment,
  layout: Layout,
  figure: FigureId,
  where: Where = {},
): number {
  const option = figures.option[figure];
  const present = figures.present[figure];
  let sum = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const weight = weightOf(areaHa, where, unit);
    if (weight === 0) continue;
    let level = 0;
    let used = 0;
    for (let pair = unit * options.length; pair < (unit + 1) * options.length; pair++) {
      const share = layout.share[pair];
      if (share === 0) continue;
      level += share * option[pair];
      used += share;
    }
    sum += weight * (level + (1 - used) * present[unit]);
  }
  return sum;
}

/** Sum of an option's own figure over the area it is given, without today's use. */
export function optionLevel(
  { figures, areaHa, options }: Assessment,
  layout: Layout,
  figure: FigureId,
  optionIndex: number,
): number {
  let sum = 0;
  for (let unit = 0; unit < areaHa.length; unit++) {
    const pair = unit * options.length + optionIndex;
    if (layout.share[pair] !== 0) sum += areaHa[unit] * layout.share[pair] * figures.option[figure][pair];
  }
  return sum;
}

/** New area of an option, ha. */
export function newAreaHa(
  { areaHa, options }: Assessment,
  layout: Layout,
  optionIndex: number,
  where: Where = {},
): number {
  let sum = 0;
  for (let unit = 0; unit < areaHa.length; unit++) {
    sum += weightOf(areaHa, where, unit) * layout.share[unit * options.length + optionIndex];
  }
  return sum;
}

/** Area of existing stands of an option that stay, renovated ones included, ha. */
export function keptStandHa({ areaHa, options, stand }: Assessment, layout: Layout, option: string): number {
  let sum = 0;
  for (let unit = 0; unit < areaHa.length; unit++) {
    if (stand[unit] !== option) continue;
    let kept = 1;
    options.forEach((other, index) => {
      if (other !== "RN") kept -= layout.share[unit * options.length + index];
    });
    sum += areaHa[unit] * kept;
  }
  return sum;
}

function weightOf(areaHa: Float64Array, { of, index, factor }: Where, unit: number): number {
  if (of && of[unit] !== index) return 0;
  return factor ? areaHa[unit] * factor[unit] : areaHa[unit];
}
