import type { EffectCriterion } from "./criterion.ts";

/** Way to the nearest processing plant, for what is sold through one. */
export const processingDistance: EffectCriterion = {
  spec: {
    id: "processing-distance",
    assessment: "potential",
    title: { zh: "距加工厂距离", en: "Distance to processing" },
    unit: "m",
    range: [0, 200_000],
    direction: "cost",
    label: "E",
    source: "halves every 5 km as the crow flies",
    limiting: false,
    perOption: false,
  },
  raw: ({ unit, facts }) => facts.plantM[unit],
  curve: ({ processed }) => (processed ? { form: "halving", half: 5000 } : undefined),
};
