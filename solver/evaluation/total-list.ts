import type { Assessment, FigureId } from "#solver/assessment";
import type { Layout } from "#solver/layout";
import type { Bilingual } from "#solver/region";
import type { Total } from "./evaluation.ts";
import { plannedLevel, todayLevel } from "./levels.ts";

interface FigureTotal {
  readonly id: string;
  readonly figure: FigureId;
  readonly title: Bilingual;
  readonly unit: string;
  /** How the summed level is shown: as it is, per hectare, or with today as 100. */
  readonly as: "sum" | "mean" | "index";
}

/** Soil loss in tonnes is an index in disguise until a local calibration is entered: today = 100 stands beside it. */
const FIGURE_TOTALS: readonly FigureTotal[] = [
  {
    id: "net-return",
    figure: "marginCny",
    title: { zh: "年净收益", en: "Net return" },
    unit: "CNY/a",
    as: "sum",
  },
  {
    id: "establishment",
    figure: "establishmentCny",
    title: { zh: "建设投资", en: "Start-up capital" },
    unit: "CNY",
    as: "sum",
  },
  {
    id: "public-capital",
    figure: "publicCny",
    title: { zh: "财政资金", en: "Public capital" },
    unit: "CNY",
    as: "sum",
  },
  { id: "labour", figure: "labourDays", title: { zh: "用工量", en: "Labour" }, unit: "d/a", as: "sum" },
  {
    id: "labour-income",
    figure: "labourIncomeCny",
    title: { zh: "劳务收入", en: "Labour income" },
    unit: "CNY/a",
    as: "sum",
  },
  {
    id: "irrigation",
    figure: "irrigationM3",
    title: { zh: "灌溉用水", en: "Irrigation water" },
    unit: "m3/a",
    as: "sum",
  },
  {
    id: "soil-loss",
    figure: "soilLossT",
    title: { zh: "土壤侵蚀量", en: "Soil loss" },
    unit: "t/a",
    as: "sum",
  },
  {
    id: "soil-loss-index",
    figure: "soilLossT",
    title: { zh: "土壤侵蚀指数（现状 = 100）", en: "Soil loss index (today = 100)" },
    unit: "1",
    as: "index",
  },
  {
    id: "soil-life-loss",
    figure: "soilLife",
    title: { zh: "土层消耗指数（现状 = 100）", en: "Use of soil life (today = 100)" },
    unit: "1",
    as: "index",
  },
  {
    id: "water-conservation",
    figure: "waterM3",
    title: { zh: "水源涵养量", en: "Water conservation" },
    unit: "m3/a",
    as: "sum",
  },
  {
    id: "habitat",
    figure: "habitat",
    title: { zh: "生境质量（面积加权）", en: "Habitat quality (area-weighted)" },
    unit: "1",
    as: "mean",
  },
  {
    id: "desertified-area",
    figure: "desertification",
    title: { zh: "石漠化面积（等级加权）", en: "Desertified area (weighted by grade)" },
    unit: "ha",
    as: "sum",
  },
  {
    id: "nutrient-load",
    figure: "nutrientKg",
    title: { zh: "氮磷投入", en: "Nutrient load" },
    unit: "kg/a",
    as: "sum",
  },
];

/** Every headline figure today, under the layout, and the change. */
export function totalsOf(layout: Layout, assessment: Assessment): readonly Total[] {
  const regionHa = assessment.areaHa.reduce((sum, area) => sum + area, 0);
  return FIGURE_TOTALS.map(({ id, figure, title, unit, as }) => {
    const today = todayLevel(assessment, figure);
    const planned = plannedLevel(assessment, layout, figure);
    const scale = as === "sum" ? 1 : as === "mean" ? 1 / regionHa : 100 / today;
    const shown = { today: today * scale, planned: planned * scale };
    return { id, title, unit, ...shown, change: shown.planned - shown.today };
  });
}
