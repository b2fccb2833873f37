import type { SiteCriterion } from "./criterion.ts";

/** Acidity of the soil, for the industries that mind it. */
export const soilPh: SiteCriterion = {
  spec: {
    id: "soil-ph",
    assessment: "resource",
    title: { zh: "土壤酸碱度", en: "Soil pH" },
    unit: "pH",
    range: [3, 10],
    direction: "envelope",
    label: "K",
    source: "growing envelope of the industry",
    limiting: true,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.ph[unit],
  curve: ({ envelope: { ph } }) => ph && { form: "trapezoid", corners: ph.corners },
};
