import type { SiteCriterion } from "./criterion.ts";
import { cosineFalling } from "./value-functions.ts";

/** Slope below which nothing is lost, and least slope at which nothing is left, degrees. */
const GENTLE_DEG = 6;
const STEEP_DEG = 25;
/** An industry that may stand on steeper land loses its last membership this far above its own limit. */
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
    source: "cosine from 6 degrees to the industry's limit",
    limiting: false,
    perOption: false,
  },
  growth: true,
  raw: ({ unit, facts }) => facts.slopeDeg[unit],
  membership: (raw, { industry }) => {
    if (industry.cover === "restored") return Number.NaN;
    return cosineFalling(
      raw,
      GENTLE_DEG,
      Math.max(STEEP_DEG, industry.figures.slopeMaxDeg.value + BEYOND_LIMIT_DEG),
    );
  },
};
