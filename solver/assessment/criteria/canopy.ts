import type { SiteCriterion } from "./criterion.ts";
import { trapezoidal } from "./value-functions.ts";

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
  raw: ({ unit, facts }) => facts.coverPct[unit],
  membership: (raw, { industry: { envelope } }) =>
    envelope.canopyPct ? trapezoidal(raw, envelope.canopyPct.corners) : Number.NaN,
};
