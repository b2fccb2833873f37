import type { SiteCriterion } from "./criterion.ts";

/** Share of the yield that rain alone carries where the range of demand starts at nought. [E] */
const RAINFED_SHARE = 0.7;

/** Irrigation water within reach against what the industry needs. On karst the runoff itself does not count. */
export const irrigation: SiteCriterion = {
  spec: {
    id: "irrigation",
    assessment: "resource",
    title: { zh: "可达灌溉水量", en: "Irrigation water within reach" },
    unit: "m3/ha/a",
    range: [0, 100_000],
    direction: "benefit",
    label: "E",
    source:
      "two-step floating catchment of the sources; from what rain alone carries to 1 at the industry's demand",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.waterReachM3[unit],
  curve: ({ cover, figures }) => {
    const { value, range } = figures.irrigationM3;
    if (value <= 0 || cover !== "own") return undefined;
    const rainfed = RAINFED_SHARE * (1 - (range ? range[0] : value) / value);
    return { form: "linear", from: 0, to: value, lowest: rainfed };
  },
};
