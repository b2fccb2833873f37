import type { SiteCriterion } from "./criterion.ts";

/** Person-days of the village per hectare against what the industry needs; the hard limit is a row of the program. */
export const labour: SiteCriterion = {
  spec: {
    id: "labour",
    assessment: "resource",
    title: { zh: "劳动力", en: "Labour within reach" },
    unit: "d/ha/a",
    range: [0, 10_000],
    direction: "benefit",
    label: "E",
    source: "person-days of the village over its area; linear from 0 to the industry's need",
    limiting: false,
    perOption: false,
  },
  growth: false,
  raw: (unit, facts) => facts.labourReachDays[unit],
  curve: ({ figures }) => ({ form: "linear", from: 0, to: figures.labourDays.value }),
};
