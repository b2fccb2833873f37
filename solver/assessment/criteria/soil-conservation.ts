import { curveOfChange, type EffectCriterion } from "./criterion.ts";

/** Soil loss avoided against today. Surface loss only; ranks and differences are meant, not tonnes. */
export const soilConservation: EffectCriterion = {
  spec: {
    id: "soil-conservation",
    assessment: "ecological",
    title: { zh: "土壤保持（侵蚀量减少）", en: "Soil conservation (loss avoided)" },
    unit: "t/ha/a",
    range: [-1000, 1000],
    direction: "benefit",
    label: "E",
    source: "RUSLE with rock factor, difference from today over the spread of today",
    limiting: false,
    perOption: true,
  },
  raw: ({ unit, index, figures: { present, option } }) => present.soilLossT[unit] - option.soilLossT[index],
  curve: (_industry, references) => curveOfChange(references.soilLossT),
};
