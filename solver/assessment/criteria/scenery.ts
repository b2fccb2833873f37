import type { SiteCriterion } from "./criterion.ts";

/** Way to the nearest scenic spot, for tourism only: visitors are its yield. */
export const scenery: SiteCriterion = {
  spec: {
    id: "scenery",
    assessment: "resource",
    title: { zh: "距景点距离", en: "Distance to scenic spot" },
    unit: "m",
    range: [0, 100_000],
    direction: "cost",
    label: "E",
    source: "linear from 500 m to 5 km",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.scenicM[unit],
  curve: ({ id }) => (id === "ET" ? { form: "linear", from: 5000, to: 500 } : undefined),
};
