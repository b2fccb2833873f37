import type { SiteCriterion } from "./criterion.ts";

/** Share of the ground that is soil and not rock. No growth factor: the plantable share already counts it in the yield. */
export const soilCover: SiteCriterion = {
  spec: {
    id: "soil-cover",
    assessment: "resource",
    title: { zh: "土被覆盖", en: "Soil cover" },
    unit: "1",
    range: [0, 1],
    direction: "benefit",
    label: "E",
    source: "linear from 0.2 to 0.8",
    limiting: false,
    perOption: false,
  },
  growth: false,
  raw: (unit, facts) => 1 - facts.bedrockShare[unit],
  curve: ({ figures }) =>
    figures.soilDepthMinCm.value > 0 ? { form: "linear", from: 0.2, to: 0.8 } : undefined,
};
