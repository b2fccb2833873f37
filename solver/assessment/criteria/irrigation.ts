import type { SiteCriterion } from "./criterion.ts";
import { linearRising } from "./value-functions.ts";

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
    source: "two-step floating catchment of the sources; linear from 0 to the industry's demand",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: ({ unit, facts }) => facts.waterReachM3[unit],
  membership: (raw, { industry }) => {
    const demand = industry.figures.irrigationM3.value;
    return demand > 0 && industry.cover !== "kept" ? linearRising(raw, 0, demand) : Number.NaN;
  },
};
