import type { Objective } from "./objective.ts";

/** Suitability: area weighted by the assessed suitability of what it is turned into; pairs without data count 0. */
export const suitability: Objective = {
  spec: {
    id: "suitability",
    title: { zh: "适宜性", en: "Suitability" },
    unit: "ha",
    formulation: "max sum A S_k x",
    label: "K",
    source: "suitability assessment",
  },
  gainPerHa: (assessment) => {
    const gain = new Float64Array(assessment.suitability.length);
    for (let pair = 0; pair < gain.length; pair++) {
      const score = assessment.suitability[pair];
      if (assessment.gates.cap[pair] > 0 && score > 0) gain[pair] = score;
    }
    return gain;
  },
};
