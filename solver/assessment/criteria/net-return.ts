import type { EffectCriterion } from "./criterion.ts";

/** Yearly equivalent margin of a hectare of the parcel. */
export const netReturn: EffectCriterion = {
  spec: {
    id: "net-return",
    assessment: "potential",
    title: { zh: "年均净收益", en: "Net return" },
    unit: "CNY/ha/a",
    range: [-200_000, 1_000_000],
    direction: "benefit",
    label: "E",
    source: "yearly equivalent of 20 years at 6 % real; linear from -10 000 to 20 000 CNY/ha",
    limiting: false,
    perOption: true,
  },
  raw: ({ index, figures }) => figures.option.marginCny[index],
  curve: () => ({ form: "linear", from: -10_000, to: 20_000 }),
};
