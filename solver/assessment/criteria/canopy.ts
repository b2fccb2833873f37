import type { SiteCriterion } from "./criterion.ts";

/** Vegetation cover overhead, for what is grown in the shade. */
export const canopy: SiteCriterion = {
  spec: {
    id: "canopy",
    assessment: "resource",
    title: { zh: "郁闭度", en: "Canopy" },
    unit: "%",
    range: [0, 100],
    direction: "envelope",
    label: "K",
    source: "growing envelope of the industry",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.coverPct[unit],
  curve: ({ envelope: { canopyPct } }) => canopyPct && { form: "trapezoid", corners: canopyPct.corners },
};
