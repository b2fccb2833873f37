import { LAND_USES } from "#solver/region";
import type { TextKey } from "../../ui/dictionary/index.ts";

/** Name of a present land use by its index; 255 = no data. */
export function landUseKey(index: number): TextKey {
  const keys = {
    paddy: "usePaddy",
    dry: "useDry",
    "orchard-tea": "useOrchard",
    forest: "useForest",
    shrub: "useShrub",
    grass: "useGrass",
    water: "useWater",
    built: "useBuilt",
    bare: "useBare",
  } as const;
  const use = LAND_USES[index];
  return use ? keys[use] : "noData";
}

const GRADES = ["gradeNone", "gradePotential", "gradeLight", "gradeModerate", "gradeSevere"] as const;

/** Name of a desertification grade 0-4. */
export function gradeKey(grade: number): TextKey {
  return GRADES[Math.round(grade)] ?? "noData";
}

export const ASSESSMENT_TITLES = {
  ecological: "assessmentEcological",
  resource: "assessmentResource",
  potential: "assessmentPotential",
  policy: "assessmentPolicy",
} as const;
