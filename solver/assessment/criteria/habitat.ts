import { curveOfChange, type EffectCriterion } from "./criterion.ts";

/** Habitat quality more than today, with the neighbours as they are. */
export const habitat: EffectCriterion = {
  spec: {
    id: "habitat",
    assessment: "ecological",
    title: { zh: "生境质量变化", en: "Habitat quality (gain)" },
    unit: "1",
    range: [-1, 1],
    direction: "benefit",
    label: "E",
    source: "InVEST habitat quality, neighbours as today",
    limiting: false,
    perOption: true,
  },
  raw: ({ unit, index, figures: { present, option } }) => option.habitat[index] - present.habitat[unit],
  curve: (_industry, references) => curveOfChange(references.habitat),
};
