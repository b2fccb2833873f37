import type { LandUse, Quantity } from "#solver/region";
import { between, type FigureInput, toQuantity } from "./industry.ts";

/** Names of the figures of a present use; money, days, water and nutrients are per hectare of soil in a usual year. */
export const PRESENT_FIGURE_NAMES = [
  "grossCny",
  "materialsCny",
  "netCny",
  "labourDays",
  "irrigationM3",
  "nutrientKg",
  "erosionC",
  "erosionP",
  "cropCoefficient",
  "rootDepthMm",
  "habitatQuality",
  "runoffShare",
] as const;
export type PresentFigureName = (typeof PRESENT_FIGURE_NAMES)[number];

/**
 * What a land-use class yields, costs and does today. Dry land is slope maize and potato (MZ); a flatter dry field is the
 * same row. Orchard and tea are rows only for stands whose industry is unknown.
 */
export interface PresentUse {
  /** False: no soil cover that transpires (InVEST's non-vegetated case). */
  readonly vegetated: boolean;
  readonly figures: Readonly<Record<PresentFigureName, Quantity>>;
}

const UNITS: Readonly<Record<PresentFigureName, string>> = {
  grossCny: "CNY/ha",
  materialsCny: "CNY/ha",
  netCny: "CNY/ha",
  labourDays: "d/ha",
  irrigationM3: "m3/ha",
  nutrientKg: "kg/ha",
  erosionC: "1",
  erosionP: "1",
  cropCoefficient: "1",
  rootDepthMm: "mm",
  habitatQuality: "1",
  runoffShare: "1",
};

const RED_LINE_GUIDE = "runoff shares of the 2017 red-line guide";
const FAMILY_LABOUR =
  "after family labour at what the field pays for it, not at the wage: nobody is hired to grow slope maize";

function presentUse(
  vegetated: boolean,
  inputs: Readonly<Record<PresentFigureName, FigureInput>>,
): PresentUse {
  const figures = {} as Record<PresentFigureName, Quantity>;
  for (const name of PRESENT_FIGURE_NAMES) figures[name] = toQuantity(inputs[name], UNITS[name]);
  return { vegetated, figures };
}

const NO_MONEY = { grossCny: 0, materialsCny: 0, netCny: 0, labourDays: 0, irrigationM3: 0 } as const;

export const PRESENT_USES: Readonly<Record<LandUse, PresentUse>> = {
  paddy: presentUse(true, {
    grossCny: 21_000,
    materialsCny: 6_000,
    netCny: { value: 3_000, source: "gross less materials and 150 days at 80 CNY" },
    labourDays: 150,
    irrigationM3: between(3_600, 4_500, 6_000),
    nutrientKg: 25,
    erosionC: { value: 0.18, label: "S", source: "ChinaXiv 202112.00068" },
    erosionP: { ...{ value: 0.08, range: [0.01, 0.15] }, label: "K", source: "Guizhou papers" },
    cropCoefficient: 1.05,
    rootDepthMm: 600,
    habitatQuality: 0.3,
    runoffShare: 0.3,
  }),
  dry: presentUse(true, {
    grossCny: between(9_000, 12_000, 15_000),
    materialsCny: 4_000,
    netCny: between(0, 2_000, 5_000, FAMILY_LABOUR),
    labourDays: between(150, 200, 250),
    irrigationM3: 0,
    nutrientKg: between(15, 22.5, 30),
    erosionC: between(0.28, 0.315, 0.35),
    erosionP: between(0.6, 0.7, 0.8),
    cropCoefficient: 0.85,
    rootDepthMm: 500,
    habitatQuality: 0.3,
    runoffShare: 0.3,
  }),
  "orchard-tea": presentUse(true, {
    grossCny: 35_000,
    materialsCny: 8_000,
    netCny: 8_000,
    labourDays: 210,
    irrigationM3: 300,
    nutrientKg: 12,
    erosionC: 0.1,
    erosionP: 0.6,
    cropCoefficient: 0.85,
    rootDepthMm: 1000,
    habitatQuality: 0.45,
    runoffShare: 0.09,
  }),
  forest: presentUse(true, {
    ...NO_MONEY,
    grossCny: { value: 240, label: "K", source: "public-welfare forest compensation, 16 CNY/mu" },
    netCny: { value: 240, label: "K", source: "public-welfare forest compensation, 16 CNY/mu" },
    nutrientKg: 1.5,
    erosionC: between(0.006, 0.018, 0.03),
    erosionP: 1,
    cropCoefficient: 1,
    rootDepthMm: 2000,
    habitatQuality: 1,
    runoffShare: { value: 0.0267, label: "K", source: RED_LINE_GUIDE },
  }),
  shrub: presentUse(true, {
    ...NO_MONEY,
    nutrientKg: 2,
    erosionC: 0.03,
    erosionP: 1,
    cropCoefficient: 0.85,
    rootDepthMm: 1000,
    habitatQuality: 0.8,
    runoffShare: { value: 0.042, label: "K", source: RED_LINE_GUIDE },
  }),
  grass: presentUse(true, {
    ...NO_MONEY,
    grossCny: 600,
    netCny: { value: 600, source: "rough grazing" },
    nutrientKg: 3,
    erosionC: between(0.02, 0.05, 0.08),
    erosionP: 1,
    cropCoefficient: 0.8,
    rootDepthMm: 500,
    habitatQuality: 0.6,
    runoffShare: { value: 0.0937, label: "K", source: RED_LINE_GUIDE },
  }),
  water: presentUse(false, {
    ...NO_MONEY,
    nutrientKg: 0,
    erosionC: 0,
    erosionP: 1,
    cropCoefficient: 1.05,
    rootDepthMm: 0,
    habitatQuality: 0.7,
    runoffShare: { value: 0, label: "K", source: RED_LINE_GUIDE },
  }),
  built: presentUse(false, {
    ...NO_MONEY,
    nutrientKg: 15,
    erosionC: 0,
    erosionP: 1,
    cropCoefficient: 0.3,
    rootDepthMm: 0,
    habitatQuality: 0,
    runoffShare: 0.8,
  }),
  bare: presentUse(false, {
    ...NO_MONEY,
    nutrientKg: 1,
    erosionC: 0.45,
    erosionP: 1,
    cropCoefficient: 0.3,
    rootDepthMm: 200,
    habitatQuality: 0.2,
    runoffShare: { value: 0.1827, label: "K", source: `${RED_LINE_GUIDE}: sparse grass` },
  }),
};

/** An existing stand earns, works and drinks this share of a mature one. */
export const STAND_SHARE = toQuantity(0.7, "1");
/** Renewing a stand costs this share of planting it. */
export const RENOVATION_COST_SHARE = toQuantity(0.35, "1");
/** Year after renovation in which the stand bears fully. */
export const RENOVATION_FULL_YEAR = toQuantity(3, "a");
/** A stand that lives on a site proves at least this yield share there. */
export const STAND_YIELD_FLOOR = toQuantity(0.6, "1");
/** Grain, rape and vegetables earn this share of their paddy gross on dry land. */
export const DRY_GRAIN_SHARE = toQuantity(0.7, "1");
/** Closing forest or shrub for natural regrowth, public money. */
export const CLOSURE_CNY = toQuantity(between(1_500, 2_000, 3_000), "CNY/ha");
