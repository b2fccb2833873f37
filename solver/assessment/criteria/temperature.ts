import type { SiteCriterion } from "./criterion.ts";

/** Mean annual temperature, from the layer or by lapse with the warming of a dry-hot valley. */
export const temperature: SiteCriterion = {
  spec: {
    id: "temperature",
    assessment: "resource",
    title: { zh: "年均温", en: "Mean temperature" },
    unit: "degC",
    range: [-20, 35],
    direction: "envelope",
    label: "K",
    source: "growing envelope of the industry",
    limiting: true,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.temperatureC[unit],
  curve: ({ envelope: { temperatureC } }) =>
    temperatureC && { form: "trapezoid", corners: temperatureC.corners },
};
