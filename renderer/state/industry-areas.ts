import type { OptionId } from "#solver/region";
import type { IndustryId } from "../ui/industries.ts";
import type { AssessmentView, RunResultView } from "../workers/views.ts";

/** Land of one industry in a plan, ha. Every hectare is in one part of one industry, so sums count nothing twice. */
export interface IndustryAreas {
  readonly option: IndustryId;
  readonly newHa: number;
  /** Existing stands of this industry that are renovated. */
  readonly renovatedHa: number;
  /** Existing stands that stay as they are. */
  readonly keptHa: number;
  readonly totalHa: number;
}

/** Below this an area is round-off of the layout, ha. */
const SMALLEST_HA = 0.05;

/** Industries with land in the plan, the largest first. Renovation is a part of the industry whose stand it renews. */
export function industryAreas(
  { evaluation, share }: Pick<RunResultView, "evaluation" | "share">,
  { options, stand }: Pick<AssessmentView, "options" | "stand">,
  areaHa: Float64Array,
): readonly IndustryAreas[] {
  const renovated = renovatedByStand(share, options, stand, areaHa);
  const rows: IndustryAreas[] = [];
  for (const { option, areaHa: newHa, standHa } of evaluation.industries) {
    if (option === "RN") continue;
    const renovatedHa = renovated.get(option) ?? 0;
    const totalHa = newHa + standHa;
    if (totalHa > SMALLEST_HA)
      rows.push({ option, newHa, renovatedHa, keptHa: Math.max(0, standHa - renovatedHa), totalHa });
  }
  return rows.sort((a, b) => b.totalHa - a.totalHa);
}

function renovatedByStand(
  share: Float64Array,
  options: readonly OptionId[],
  stand: readonly (OptionId | "")[],
  areaHa: Float64Array,
): ReadonlyMap<OptionId | "", number> {
  const sums = new Map<OptionId | "", number>();
  const renovation = options.indexOf("RN");
  if (renovation < 0) return sums;
  for (let unit = 0; unit < areaHa.length; unit++) {
    const hectares = areaHa[unit] * share[unit * options.length + renovation];
    if (hectares > 0) sums.set(stand[unit], (sums.get(stand[unit]) ?? 0) + hectares);
  }
  return sums;
}
