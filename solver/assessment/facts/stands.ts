import { LAND_USES, OPTION_IDS, type OptionId } from "#solver/region";
import type { IndustryTable } from "../industries/industries.ts";
import type { Industry } from "../industries/industry.ts";
import { ENVELOPE_RULES } from "../masks/envelope-rules.ts";
import type { UnitFacts } from "./unit-facts.ts";

/** Perennials that an orchard or tea parcel may hold. */
export const STAND_OPTIONS: readonly OptionId[] = ["RR", "ZP", "PT", "LQ", "WN", "GR", "TE", "HS"];

/** The stand written on a unit, if it names one. */
export function statedStand(value: unknown): OptionId | "" {
  const id = OPTION_IDS.find((option) => option === value);
  return id && STAND_OPTIONS.includes(id) ? id : "";
}

/**
 * Stands of the orchard units: as stated, else the perennial that grows best among those whose envelope holds (first of
 * equals), else unknown.
 */
export function inferStands(
  facts: UnitFacts,
  library: IndustryTable,
  growthOf: (unit: number, industry: Industry) => number,
): { stand: readonly (OptionId | "")[]; inferred: number } {
  let inferred = 0;
  const stand = facts.stand.map((stated, unit): OptionId | "" => {
    if (stated !== "" || LAND_USES[facts.landUse[unit]] !== "orchard-tea") return stated;
    let best: OptionId | "" = "";
    let most = 0;
    for (const id of STAND_OPTIONS) {
      const industry = library.get(id);
      if (!industry || ENVELOPE_RULES.some((rule) => rule.closes(industry, id, facts, unit))) continue;
      const growth = growthOf(unit, industry);
      if (growth > most) [best, most] = [id, growth];
    }
    if (best !== "") inferred++;
    return best;
  });
  return { stand, inferred };
}
