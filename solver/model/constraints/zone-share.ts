import { OPTION_TITLES } from "#solver/region";
import { zoneFactor } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

/** An industry takes at least a share of the land in a zone. Stands that are kept do not count: they are no decision. */
export const zoneShare: Constraint = {
  spec: {
    family: "zone-share",
    title: { zh: "分区产业占比", en: "Industry within a zone" },
    unit: "ha",
    formulation: "for each zone z and industry k: sum A phi_z x_k >= theta * sum A phi_z",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment }) =>
    (problem.zoneMinShares ?? [])
      .filter(({ option }) => assessment.options.includes(option))
      .map(({ option, zone, minShare }) => {
        const factor = zoneFactor(assessment, zone);
        const landHa = factor.reduce((sum, share, unit) => sum + share * assessment.areaHa[unit], 0);
        const title = OPTION_TITLES[option];
        return {
          id: `zone-share:${zone}:${option}`,
          title: { zh: `${zone} 内${title.zh}占比`, en: `${title.en} within ${zone}` },
          lower: minShare * landHa,
          constant: 0,
          terms: [
            { factor, byOption: Float64Array.from(assessment.options, (each) => (each === option ? 1 : 0)) },
          ],
        };
      }),
};
