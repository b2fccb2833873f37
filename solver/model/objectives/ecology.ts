import type { Assessment, FigureId } from "#solver/assessment";
import { changePerHa, presentSpread } from "../figures.ts";
import type { Objective } from "./objective.ts";

/** Parts of the ecological objective with the direction that is better and their weight (equal weights: E). */
const PARTS: readonly { readonly figure: FigureId; readonly better: 1 | -1; readonly weight: number }[] = [
  { figure: "soilLife", better: -1, weight: 0.25 },
  { figure: "waterM3", better: 1, weight: 0.25 },
  { figure: "habitat", better: 1, weight: 0.25 },
  { figure: "desertification", better: -1, weight: 0.25 },
];

/**
 * Ecological gain: changes of soil life, water conservation, habitat and desertification, each divided by the
 * area-weighted standard deviation of today's level. The yardstick is today's and stays when the layout changes; a
 * figure without spread today has no yardstick and is left out.
 */
export const ecology: Objective = {
  spec: {
    id: "ecology",
    title: { zh: "生态", en: "Ecology" },
    unit: "ha·sd",
    formulation: "max sum A x 1/4 (-dSoilLife/s1 + dWater/s2 + dHabitat/s3 - dDesertification/s4)",
    label: "E",
    source: "equal weights; yardstick: area-weighted standard deviation of the present state",
  },
  gainPerHa: (assessment: Assessment) => {
    const gain = new Float64Array(assessment.unitCount * assessment.options.length);
    for (const part of PARTS) {
      const spread = presentSpread(assessment, part.figure);
      if (!(spread > 0)) continue;
      const change = changePerHa(assessment, part.figure);
      const factor = (part.better * part.weight) / spread;
      for (let pair = 0; pair < gain.length; pair++) gain[pair] += factor * change[pair];
    }
    return gain;
  },
};
