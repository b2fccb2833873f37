import type { SiteCriterion } from "./criterion.ts";

/** Height above the sea within the industry's growing envelope. */
export const elevation: SiteCriterion = {
  spec: {
    id: "elevation",
    assessment: "resource",
    title: { zh: "海拔", en: "Elevation" },
    unit: "m",
    range: [-200, 6000],
    direction: "envelope",
    label: "K",
    source: "growing envelope of the industry",
    limiting: true,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.elevationM[unit],
  curve: ({ envelope: { elevationM } }) => elevationM && { form: "trapezoid", corners: elevationM.corners },
};
