import type { Bilingual } from "#solver/region";
import { FIGURE_UNITS, type FigureName } from "./industry.ts";

/** What a figure of the industry library is called, with its unit. */
export interface IndustryFigureSpec {
  readonly id: FigureName;
  readonly title: Bilingual;
  readonly unit: string;
}

const TITLES: Readonly<Record<FigureName, Bilingual>> = {
  yieldT: { zh: "产量", en: "Yield" },
  priceCnyPerKg: { zh: "价格", en: "Price" },
  grossCny: { zh: "产值", en: "Gross value" },
  materialsCny: { zh: "物料成本", en: "Materials" },
  labourDays: { zh: "用工", en: "Labour" },
  establishmentCny: { zh: "建园投资", en: "Establishment" },
  firstBearingYear: { zh: "始产年", en: "First bearing year" },
  fullBearingYear: { zh: "盛产年", en: "Full bearing year" },
  replantYear: { zh: "更新年", en: "Year of replanting" },
  replantShare: { zh: "更新费用占比", en: "Cost of replanting, share of establishment" },
  irrigationM3: { zh: "灌溉需水", en: "Irrigation demand" },
  priceCv: { zh: "价格变异系数", en: "Coefficient of variation of the price" },
  nutrientKg: { zh: "氮磷流失", en: "Nitrogen and phosphorus lost" },
  erosionC: { zh: "覆盖因子 C", en: "Cover factor C" },
  erosionP: { zh: "措施因子 P", en: "Practice factor P" },
  cropCoefficient: { zh: "作物系数 Kc", en: "Crop coefficient Kc" },
  rootDepthMm: { zh: "根深", en: "Root depth" },
  erosionFactor: { zh: "现有覆盖的侵蚀系数", en: "Factor on the erosion of the present cover" },
  habitatQuality: { zh: "生境适宜度 H", en: "Habitat suitability H" },
  runoffShare: { zh: "径流系数", en: "Runoff share" },
  coverEffect: { zh: "石漠化治理效果", en: "Effect on rocky desertification" },
  plantableFloor: { zh: "最小可种比例", en: "Least plantable share" },
  slopeMaxDeg: { zh: "坡度上限", en: "Steepest slope" },
  soilDepthMinCm: { zh: "最小土层厚度", en: "Least soil depth" },
  heatSumMinCd: { zh: "最低积温", en: "Least heat sum" },
};

/** Every figure of the library with its title and unit, in the library's order. */
export const INDUSTRY_FIGURE_SPECS: ReadonlyMap<FigureName, IndustryFigureSpec> = new Map(
  (Object.keys(TITLES) as FigureName[]).map((id) => [id, { id, title: TITLES[id], unit: FIGURE_UNITS[id] }]),
);
