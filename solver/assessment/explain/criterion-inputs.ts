import type { CriterionId } from "#solver/region";
import type { FigureId } from "../assessment.ts";
import type { FactId } from "../facts/fact-specs.ts";

/** What a criterion's raw value is formed from. */
export interface CriterionInputs {
  readonly facts: readonly FactId[];
  readonly figures: readonly FigureId[];
}

const SITE_OF_LOSS: readonly FactId[] = ["erosivity", "slopeLength", "bedrockPct"];
const SITE_OF_WATER: readonly FactId[] = [
  "rainMm",
  "potentialEvapotranspirationMm",
  "soilMeanDepthCm",
  "bedrockPct",
];
/** The yield follows the site, materials the yield, transport the way to the market. */
const SITE_OF_MONEY: readonly FactId[] = [
  "slopeDeg",
  "soilDepthCm",
  "bedrockPct",
  "elevationM",
  "temperatureC",
  "heatSumCd",
  "rainMm",
  "ph",
  "coverPct",
  "waterReachM3",
  "travelMin",
];

export const CRITERION_INPUTS: Readonly<Record<CriterionId, CriterionInputs>> = {
  slope: { facts: ["slopeDeg"], figures: [] },
  "soil-depth": { facts: ["soilDepthCm"], figures: [] },
  "soil-cover": { facts: ["bedrockPct"], figures: [] },
  elevation: { facts: ["elevationM"], figures: [] },
  temperature: { facts: ["temperatureC"], figures: [] },
  "heat-sum": { facts: ["heatSumCd"], figures: [] },
  rain: { facts: ["rainMm"], figures: [] },
  "soil-ph": { facts: ["ph"], figures: [] },
  canopy: { facts: ["coverPct"], figures: [] },
  irrigation: { facts: ["waterReachM3"], figures: [] },
  scenery: { facts: ["scenicM"], figures: [] },
  labour: { facts: ["labourReachDays"], figures: [] },
  access: { facts: ["travelMin"], figures: [] },
  "soil-conservation": { facts: SITE_OF_LOSS, figures: ["soilLossT"] },
  "water-conservation": { facts: SITE_OF_WATER, figures: ["waterM3"] },
  habitat: { facts: ["degradation"], figures: ["habitat"] },
  desertification: { facts: ["grade"], figures: ["desertification"] },
  "net-return": { facts: SITE_OF_MONEY, figures: ["marginCny", "yieldT", "establishmentCny"] },
  "price-risk": { facts: [], figures: [] },
  "processing-distance": { facts: ["plantM"], figures: [] },
  market: { facts: [], figures: [] },
  technology: { facts: [], figures: [] },
  policy: { facts: [], figures: [] },
};
