import type { AssessmentId, Bilingual, CriterionId } from "#solver/region";
import type { EffectCriterion, EffectPair } from "./criterion.ts";

function indicator(id: CriterionId, assessment: AssessmentId, title: Bilingual): EffectCriterion {
  return {
    spec: {
      id,
      assessment,
      title,
      unit: "1",
      range: [0, 1],
      direction: "benefit",
      label: "E",
      source: "table of indicators of the region",
      limiting: false,
      perOption: true,
    },
    raw: (pair) => meanScore(id, pair),
    curve: () => ({ form: "linear", from: 0, to: 1 }),
  };
}

/** Mean of the region's entries of one indicator for the industry; NaN where the region has none. */
function meanScore(id: string, { industry, indicators }: EffectPair): number {
  const entries = (indicators.get(id) ?? []).filter((entry) => entry.option === industry.id);
  return entries.length === 0
    ? Number.NaN
    : entries.reduce((sum, entry) => sum + entry.score, 0) / entries.length;
}

/** Demand, buyers and contracts for the industry's product here. */
export const market = indicator("market", "potential", { zh: "市场", en: "Market" });
/** Skills, varieties, technicians, processing at hand. */
export const technology = indicator("technology", "potential", { zh: "技术", en: "Technology" });
/** Priority lists, insurance, land transfer; money is in the margin, not here. */
export const policy = indicator("policy", "policy", { zh: "政策支持", en: "Policy support" });
