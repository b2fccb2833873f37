import { zoneFactor } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

/** Restoration takes at least a share of the land that is steeper than 25 degrees or severely desertified. */
export const restoration: Constraint = {
  spec: {
    family: "restoration",
    title: { zh: "陡坡与强度石漠化地修复", en: "Restoration of steep or severe land" },
    unit: "ha",
    formulation: "sum A phi_steep x_RF >= theta * sum A phi_steep",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment }) => {
    if (problem.restorationMinShare === undefined) return [];
    const factor = zoneFactor(assessment, "steep-or-severe");
    const landHa = factor.reduce((sum, share, unit) => sum + share * assessment.areaHa[unit], 0);
    return [
      {
        id: "restoration",
        lower: problem.restorationMinShare * landHa,
        constant: 0,
        terms: [
          { factor, byOption: Float64Array.from(assessment.options, (option) => (option === "RF" ? 1 : 0)) },
        ],
      },
    ];
  },
};
