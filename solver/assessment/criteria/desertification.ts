import { curveOfChange, type EffectCriterion } from "./criterion.ts";

/** Weight of rocky desertification taken off the parcel. */
export const desertification: EffectCriterion = {
  spec: {
    id: "desertification",
    assessment: "ecological",
    title: { zh: "石漠化治理效果", en: "Desertification relieved" },
    unit: "1",
    range: [-1, 1],
    direction: "benefit",
    label: "E",
    source: "grade weight times cover effect of the industry",
    limiting: false,
    perOption: true,
  },
  raw: ({ unit, index, figures: { present, option } }) =>
    present.desertification[unit] - option.desertification[index],
  curve: (_industry, references) => curveOfChange(references.desertification),
};
