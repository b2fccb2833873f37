import type { SiteCriterion } from "./criterion.ts";
import { halving } from "./value-functions.ts";

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
  raw: ({ unit, facts }) => facts.travelMin[unit],
  membership: (raw, { industry }) => (industry.cover === "restored" ? Number.NaN : halving(raw, 30)),
};
