import type { SiteCriterion } from "./criterion.ts";

/** Full membership this far above the least heat sum. */
const FULL = 1.15;

/** Sum of temperatures of 10 C and more. */
export const heatSum: SiteCriterion = {
  spec: {
    id: "heat-sum",
    assessment: "resource",
    title: { zh: "≥10 ℃积温", en: "Heat sum above 10 C" },
    unit: "degC d",
    range: [0, 11_000],
    direction: "benefit",
    label: "E",
    source: "linear from the industry's least heat sum to 1.15 times it; monthly normals shifted to the unit",
    limiting: true,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.heatSumCd[unit],
  curve: ({ figures }) => {
    const least = figures.heatSumMinCd.value;
    return least > 0 ? { form: "linear", from: least, to: FULL * least } : undefined;
  },
};
