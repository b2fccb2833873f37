import type { SiteCriterion } from "./criterion.ts";

/** Travel time to the market, for everything that is carried there or visited. */
export const access: SiteCriterion = {
  spec: {
    id: "access",
    assessment: "resource",
    title: { zh: "交通可达性", en: "Access" },
    unit: "min",
    range: [0, 600],
    direction: "cost",
    label: "E",
    source: "halves every 30 minutes",
    limiting: false,
    perOption: false,
  },
  growth: false,
  raw: (unit, facts) => facts.travelMin[unit],
  curve: ({ cover }) => (cover === "restored" ? undefined : { form: "halving", half: 30 }),
};
