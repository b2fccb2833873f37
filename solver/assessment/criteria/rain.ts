import type { SiteCriterion } from "./criterion.ts";

/** Yearly rain within the industry's growing envelope. */
export const rain: SiteCriterion = {
  spec: {
    id: "rain",
    assessment: "resource",
    title: { zh: "年降水量", en: "Rain" },
    unit: "mm",
    range: [0, 6000],
    direction: "envelope",
    label: "K",
    source: "growing envelope of the industry",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.rainMm[unit],
  curve: ({ envelope: { rainMm } }) => rainMm && { form: "trapezoid", corners: rainMm.corners },
};
