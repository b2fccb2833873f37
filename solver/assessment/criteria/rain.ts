import type { SiteCriterion } from "./criterion.ts";
import { trapezoidal } from "./value-functions.ts";

/** Yearly rain within the industry's growing envelope. */
export const rain: SiteCriterion = {
  spec: {
    id: "rain",
    assessment: "resource",
    title: { zh: "年降水量", en: "Rain" },
    unit: "mm",
    range: [0, 6000],
    direction: "envelope",
    label: "K",
    source: "growing envelope of the industry",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: ({ unit, facts }) => facts.rainMm[unit],
  membership: (raw, { industry: { envelope } }) =>
    envelope.rainMm ? trapezoidal(raw, envelope.rainMm.corners) : Number.NaN,
};
