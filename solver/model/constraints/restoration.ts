import { LAND_USES } from "#solver/region";
import { zoneFactor } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

const FOREST = LAND_USES.indexOf("forest");

/**
 * Forest, standing or restored, covers at least a share of the land that is steeper than 25 degrees or severely
 * desertified. What is forest today counts: it need not be restored to hold the slope.
 */
export const restoration: Constraint = {
  spec: {
    family: "restoration",
    title: {
      zh: "陡坡与强度石漠化地林地（含修复）",
      en: "Forest on steep or severe land, restored included",
    },
    unit: "ha",
    formulation: "forest today + sum over other land A phi_steep x_RF >= theta * sum A phi_steep",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment }) => {
    if (problem.restorationMinShare === undefined) return [];
    const factor = zoneFactor(assessment, "steep-or-severe");
    const isForest = (unit: number) => assessment.landUse[unit] === FOREST;
    const areaOf = (share: number, unit: number) => share * assessment.areaHa[unit];
    const landHa = factor.reduce((sum, share, unit) => sum + areaOf(share, unit), 0);
    const forestHa = factor.reduce((sum, share, unit) => sum + (isForest(unit) ? areaOf(share, unit) : 0), 0);
    return [
      {
        id: "restoration",
        lower: problem.restorationMinShare * landHa,
        constant: forestHa,
        terms: [
          {
            factor: factor.map((share, unit) => (isForest(unit) ? 0 : share)),
            byOption: Float64Array.from(assessment.options, (option) => (option === "RF" ? 1 : 0)),
          },
        ],
      },
    ];
  },
};
