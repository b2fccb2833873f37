import type { SiteCriterion } from "./criterion.ts";

/** Slope below which nothing is lost, and least slope at which nothing is left, degrees. */
const GENTLE_DEG = 6;
const STEEP_DEG = 25;
/** An industry used to steeper land loses nothing up to 19 degrees below its limit, and the last 5 degrees above it. */
const FALL_DEG = 19;
const BEYOND_LIMIT_DEG = 5;

/** Mean slope: gentle ground is worth most. */
export const slope: SiteCriterion = {
  spec: {
    id: "slope",
    assessment: "resource",
    title: { zh: "坡度", en: "Slope" },
    unit: "deg",
    range: [0, 90],
    direction: "cost",
    label: "E",
    source: "cosine from 6 to 25 degrees, later for industries of steep land",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: (unit, facts) => facts.slopeDeg[unit],
  curve: ({ cover, figures }) => {
    if (cover === "restored") return undefined;
    const limit = figures.slopeMaxDeg.value;
    return {
      form: "cosine",
      full: Math.max(GENTLE_DEG, limit - FALL_DEG),
      none: Math.max(STEEP_DEG, limit + BEYOND_LIMIT_DEG),
    };
  },
};
