import type { EffectCriterion } from "./criterion.ts";

/** How much the price swings from year to year. */
export const priceRisk: EffectCriterion = {
  spec: {
    id: "price-risk",
    assessment: "potential",
    title: { zh: "价格波动（变异系数）", en: "Price risk (coefficient of variation)" },
    unit: "1",
    range: [0, 2],
    direction: "cost",
    label: "E",
    source: "linear from 0 to 0.6",
    limiting: false,
    perOption: true,
  },
  raw: ({ industry }) => industry.figures.priceCv.value,
  curve: () => ({ form: "linear", from: 0.6, to: 0 }),
};
