import type { Groups } from "#solver/assessment";
import type { Layout } from "#solver/layout";
import { ASSESSMENT_IDS, LAND_USES, type OptionId } from "#solver/region";
import { AS_IS } from "./columns.ts";
import { orNull, type ReportNode, toDecimals } from "./figure.ts";
import type { ReportSource } from "./report-source.ts";

/** No limiting factor, no land use: the last code of a byte. */
const NO_CODE = 255;

/**
 * The flat properties of one parcel, in the order of `listColumns`. Scores belong to the chosen industry; a parcel
 * that stays as it is has none, which is written as null, as is a score without data. Nothing else is ever null by
 * lack of a number.
 */
export function describeParcel(source: ReportSource, unit: number): Record<string, ReportNode> {
  const { region, assessment, result } = source;
  const chosen = result.layout.leading[unit];
  return {
    parcel: region.units.ids[unit],
    area_ha: toDecimals(region.units.areaHa[unit], 4),
    present_use: assessment.landUse[unit] === NO_CODE ? null : LAND_USES[assessment.landUse[unit]],
    present_stand: assessment.stand[unit] || null,
    ...describeGroup("village", assessment.village, unit),
    ...describeGroup("sub_basin", assessment.subBasin, unit),
    ...describeShares(source, unit, chosen),
    ...describeScores(source, unit, chosen),
    gates: describeGates(source, unit),
    opened: describeOpened(source, unit),
    ...describeMoney(source, unit),
  };
}

function describeGroup(id: string, groups: Groups, unit: number): Record<string, ReportNode> {
  const name = groups.names[groups.of[unit]];
  return { [id]: name?.zh ?? null, [`${id}_en`]: name?.en ?? null };
}

function describeShares(
  { assessment, result }: ReportSource,
  unit: number,
  chosen: number,
): Record<string, ReportNode> {
  const { options } = assessment;
  const shares = listShares(result.layout.share, unit, options.length);
  const asIs = shareAsIs(shares);
  const { whole } = result;
  return {
    industry: nameChoice(options, chosen),
    // Shares are written to the last bit, so that rules and totals follow from them exactly.
    share: chosen < 0 ? asIs : shares[chosen],
    industry_whole: whole.found ? nameChoice(options, whole.layout.leading[unit]) : null,
    uses_whole: whole.found ? describeUses(whole.layout, unit) : null,
    share_as_is: asIs,
    ...Object.fromEntries(options.map((option, k) => [`share_${option}`, shares[k]])),
  };
}

/** Shares of one unit's options, in the order of the options. */
export function listShares(share: Float64Array, unit: number, optionCount: number): readonly number[] {
  return Array.from(share.subarray(unit * optionCount, (unit + 1) * optionCount));
}

/** The rest of a parcel; adding in the order of the options makes the last bit the same everywhere. */
export function shareAsIs(shares: readonly number[]): number {
  return Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));
}

/** `WN:0.6 RF:0.4`: what a parcel is used for in the whole-parcel layout, which divides it along the edge of a mask only. */
function describeUses({ share, options }: Layout, unit: number): string {
  return listShares(share, unit, options.length)
    .map((value, k) => (value > 0 ? `${options[k]}:${value}` : ""))
    .filter(Boolean)
    .join(" ");
}

function nameChoice(options: readonly OptionId[], choice: number): string {
  return choice < 0 ? AS_IS : options[choice];
}

function describeScores(
  { assessment }: ReportSource,
  unit: number,
  chosen: number,
): Record<string, ReportNode> {
  const pair = unit * assessment.options.length + chosen;
  const scoreOf = (scores: Float32Array) => (chosen < 0 ? null : orNull(scores[pair], 4));
  const limiting = chosen < 0 ? NO_CODE : assessment.limiting[pair];
  return {
    ...Object.fromEntries(ASSESSMENT_IDS.map((id) => [`score_${id}`, scoreOf(assessment.scores[id])])),
    suitability: scoreOf(assessment.suitability),
    limiting_factor: limiting === NO_CODE ? null : assessment.criteria[limiting].spec.id,
  };
}

/** `GR:slope+basic-farmland RR<=0.37:redline`: what is closed here and why, by the ids of the legend. */
function describeGates({ assessment }: ReportSource, unit: number): string {
  const { gates, options } = assessment;
  const words: string[] = [];
  options.forEach((option, k) => {
    const pair = unit * options.length + k;
    const reasons = Array.from(gates.reasons.subarray(gates.offsets[pair], gates.offsets[pair + 1]));
    if (reasons.length === 0) return;
    const cap = gates.cap[pair] > 0 ? `<=${Number(gates.cap[pair].toFixed(4))}` : "";
    words.push(`${option}${cap}:${reasons.map((mask) => gates.masks[mask].id).join("+")}`);
  });
  return words.join(" ");
}

function describeOpened({ assessment }: ReportSource, unit: number): string {
  const { options, gates } = assessment;
  return options.filter((_, k) => gates.conditional[unit * options.length + k] === 1).join(" ");
}

function describeMoney({ assessment, result }: ReportSource, unit: number): Record<string, ReportNode> {
  const { option, present } = assessment.figures;
  const optionCount = assessment.options.length;
  const areaHa = assessment.areaHa[unit];
  let changeCny = 0;
  let establishmentCny = 0;
  listShares(result.layout.share, unit, optionCount).forEach((share, k) => {
    if (share === 0) return;
    const pair = unit * optionCount + k;
    changeCny += areaHa * share * (option.marginCny[pair] - present.marginCny[unit]);
    establishmentCny += areaHa * share * option.establishmentCny[pair];
  });
  return {
    margin_cny_a: toDecimals(areaHa * present.marginCny[unit] + changeCny, 2),
    margin_change_cny_a: toDecimals(changeCny, 2),
    establishment_cny: toDecimals(establishmentCny, 2),
  };
}
