import { curveOfChange, type EffectCriterion } from "./criterion.ts";

/** Water conserved more than today. */
export const waterConservation: EffectCriterion = {
  spec: {
    id: "water-conservation",
    assessment: "ecological",
    title: { zh: "水源涵养变化", en: "Water conservation (gain)" },
    unit: "m3/ha/a",
    range: [-20000, 20000],
    direction: "benefit",
    label: "E",
    source:
      "yearly water balance, difference from today; its sign on carbonate hangs on the runoff share assumed",
    limiting: false,
    perOption: true,
  },
  raw: ({ unit, index, figures: { present, option } }) => option.waterM3[index] - present.waterM3[unit],
  curve: (_industry, references) => curveOfChange(references.waterM3),
};
