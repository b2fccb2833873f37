import type { SiteCriterion } from "./criterion.ts";

/** Membership starts at this share of the least depth and is full at this multiple of it. */
const START = 0.5;
const FULL = 1.25;

/**
 * Depth of the soil pockets (75th percentile). Bare rock is not subtracted here: it already scales the plantable share,
 * and lowers soil cover.
 */
export const soilDepth: SiteCriterion = {
  spec: {
    id: "soil-depth",
    assessment: "resource",
    title: { zh: "土层厚度", en: "Soil depth" },
    unit: "cm",
    range: [0, 300],
    direction: "benefit",
    label: "E",
    source: "linear from half the industry's least depth to 1.25 times it",
    limiting: true,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.soilDepthCm[unit],
  curve: ({ figures }) => {
    const least = figures.soilDepthMinCm.value;
    return least > 0 ? { form: "linear", from: START * least, to: FULL * least } : undefined;
  },
};
