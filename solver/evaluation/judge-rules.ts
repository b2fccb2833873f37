import type { Assessment, FigureId } from "#solver/assessment";
import type { Layout } from "#solver/layout";
import { isBaseIndustry, labourShareOfMonth, rowDrafts } from "#solver/model";
import { LAND_USES, type OptionId, type ProblemDefinition } from "#solver/region";
import type { RuleResult } from "./evaluation.ts";
import { keptStandHa, newAreaHa, optionLevel, plannedLevel, type Where } from "./levels.ts";

/** A rule counts as met, and as binding, within this part of its size: the agreement promised with the layers. */
const TOLERANCE = 1e-6;

/** Every rule of the problem judged on the layout from the assessed figures, not from the program's coefficients. */
export function judgeRules(
  layout: Layout,
  assessment: Assessment,
  problem: ProblemDefinition,
): readonly RuleResult[] {
  return rowDrafts(problem, assessment).map(({ id, title, lower, upper, spec }) => {
    const activity = activityOf(id, layout, assessment, problem);
    const size = TOLERANCE * sizeOf(spec.family, activity, lower, upper, layout, assessment);
    const below = lower === undefined ? Number.NEGATIVE_INFINITY : lower - activity;
    const above = upper === undefined ? Number.NEGATIVE_INFINITY : activity - upper;
    const worst = Math.max(below, above);
    return {
      id,
      family: spec.family,
      title: title ?? spec.title,
      unit: spec.unit,
      lower: lower ?? null,
      upper: upper ?? null,
      activity,
      met: worst <= size,
      binding: Math.abs(worst) <= size,
      law: spec.law,
    };
  });
}

function sizeOf(
  family: string,
  activity: number,
  lower: number | undefined,
  upper: number | undefined,
  layout: Layout,
  assessment: Assessment,
): number {
  if (family === "leading" || family === "diversity") return Math.max(1, baseAreaHa(layout, assessment));
  return Math.max(1, Math.abs(activity), Math.abs(lower ?? 0), Math.abs(upper ?? 0));
}

function activityOf(id: string, layout: Layout, assessment: Assessment, problem: ProblemDefinition): number {
  const [family, key, option] = id.split(":");
  const planned = (figure: FigureId, where?: Where) => plannedLevel(assessment, layout, figure, where);
  const { options, subBasin, village } = assessment;
  switch (family) {
    case "capital":
      return spent("establishmentCny", layout, assessment);
    case "public-capital":
      return spent("publicCny", layout, assessment);
    case "labour":
      return planned("labourDays");
    case "labour-village":
      return planned("labourDays", { of: village.of, index: Number(key) });
    case "labour-month":
      return monthLabourDays(layout, assessment, Number(key));
    case "water":
      return planned("irrigationM3", key === undefined ? {} : { of: subBasin.of, index: Number(key) });
    case "area":
      return newAreaHa(assessment, layout, options.indexOf(key as OptionId));
    case "leading":
      return shareExcessHa(layout, assessment, key, problem.leading?.minShare ?? 0);
    case "diversity":
      return shareExcessHa(layout, assessment, key, problem.diversityMaxShare ?? 1);
    case "restoration":
      return forestHa(layout, assessment, zoneShare(assessment, "steep-or-severe"));
    case "zone-share":
      return areaInZoneHa(
        layout,
        assessment,
        options.indexOf(option as OptionId),
        zoneShare(assessment, key),
      );
    case "soil":
      return planned("soilLossT", key === undefined ? {} : { of: subBasin.of, index: Number(key) });
    case "habitat":
      return planned("habitat");
    case "water-conservation":
      return planned("waterM3");
    case "nutrient":
      return planned("nutrientKg", { factor: zoneShare(assessment, "zone-2", "zone-quasi") });
    default:
      // A family nobody judges must not pass in silence.
      return Number.NaN;
  }
}

function spent(figure: FigureId, layout: Layout, assessment: Assessment): number {
  return assessment.options.reduce(
    (sum, _, option) => sum + optionLevel(assessment, layout, figure, option),
    0,
  );
}

/** Days worked in a month: of each parcel what it takes up, and of the rest what is there today. */
function monthLabourDays(layout: Layout, assessment: Assessment, month: number): number {
  const { options, stand, areaHa, figures } = assessment;
  let sum = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    let kept = 1;
    let days = 0;
    for (const [index, option] of options.entries()) {
      const pair = unit * options.length + index;
      const share = layout.share[pair];
      if (share === 0) continue;
      kept -= share;
      const calendar = option === "RN" ? stand[unit] : option;
      days += share * figures.option.labourDays[pair] * labourShareOfMonth(calendar, month);
    }
    days += kept * figures.present.labourDays[unit] * labourShareOfMonth(stand[unit], month);
    sum += areaHa[unit] * days;
  }
  return sum;
}

/** Area an industry takes up within a zone, ha. */
function areaInZoneHa(layout: Layout, assessment: Assessment, option: number, zone: Float64Array): number {
  return zone.reduce(
    (sum, share, unit) =>
      sum + assessment.areaHa[unit] * share * layout.share[unit * assessment.options.length + option],
    0,
  );
}

/** Forest within a zone, ha: what stands today and what is restored on other land. */
function forestHa(layout: Layout, assessment: Assessment, zone: Float64Array): number {
  const restored = assessment.options.indexOf("RF");
  let sum = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    const isForest = LAND_USES[assessment.landUse[unit]] === "forest";
    const share = isForest ? 1 : layout.share[unit * assessment.options.length + restored];
    sum += assessment.areaHa[unit] * zone[unit] * share;
  }
  return sum;
}

/** Area of an industry beyond a share of all land industries, existing stands included, ha. */
function shareExcessHa(layout: Layout, assessment: Assessment, industry: string, share: number): number {
  return industryAreaHa(layout, assessment, industry) - share * baseAreaHa(layout, assessment);
}

function baseAreaHa(layout: Layout, assessment: Assessment): number {
  const industries = new Set<OptionId>([
    ...assessment.options,
    ...assessment.stand.filter((stand) => stand !== ""),
  ]);
  let sum = 0;
  for (const option of industries)
    if (isBaseIndustry(option)) sum += industryAreaHa(layout, assessment, option);
  return sum;
}

function industryAreaHa(layout: Layout, assessment: Assessment, industry: string): number {
  const index = assessment.options.indexOf(industry as OptionId);
  return (index < 0 ? 0 : newAreaHa(assessment, layout, index)) + keptStandHa(assessment, layout, industry);
}

function zoneShare(assessment: Assessment, ...zones: readonly string[]): Float64Array {
  return Float64Array.from({ length: assessment.unitCount }, (_, unit) =>
    Math.min(
      1,
      zones.reduce((sum, zone) => sum + (assessment.zoneShare.get(zone)?.[unit] ?? 0), 0),
    ),
  );
}
