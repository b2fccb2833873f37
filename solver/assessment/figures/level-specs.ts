import type { Bilingual } from "#solver/region";
import type { FigureId } from "../assessment.ts";

/** What a figure per hectare is called, its unit, and whether more of it is better. */
export interface LevelSpec {
  readonly id: FigureId;
  readonly title: Bilingual;
  readonly unit: string;
  readonly direction: "benefit" | "cost";
}

const SPECS: Readonly<Record<FigureId, Omit<LevelSpec, "id">>> = {
  marginCny: {
    title: { zh: "年均净收益", en: "Yearly equivalent margin" },
    unit: "CNY/ha/a",
    direction: "benefit",
  },
  establishmentCny: {
    title: { zh: "建设投资", en: "Start-up capital" },
    unit: "CNY/ha",
    direction: "cost",
  },
  publicCny: {
    title: { zh: "财政资金", en: "Public capital" },
    unit: "CNY/ha",
    direction: "cost",
  },
  labourDays: {
    title: { zh: "用工", en: "Labour" },
    unit: "d/ha/a",
    direction: "cost",
  },
  irrigationM3: {
    title: { zh: "灌溉用水", en: "Irrigation" },
    unit: "m3/ha/a",
    direction: "cost",
  },
  soilLossT: {
    title: { zh: "土壤侵蚀量", en: "Soil loss" },
    unit: "t/ha/a",
    direction: "cost",
  },
  soilLife: {
    title: { zh: "土壤年损耗", en: "Soil used up" },
    unit: "%/a",
    direction: "cost",
  },
  waterM3: {
    title: { zh: "水源涵养量", en: "Water conserved" },
    unit: "m3/ha/a",
    direction: "benefit",
  },
  habitat: {
    title: { zh: "生境质量", en: "Habitat quality" },
    unit: "1",
    direction: "benefit",
  },
  desertification: {
    title: { zh: "石漠化程度", en: "Rocky desertification" },
    unit: "1",
    direction: "cost",
  },
  labourIncomeCny: {
    title: { zh: "劳动收入", en: "Labour income" },
    unit: "CNY/ha/a",
    direction: "benefit",
  },
  nutrientKg: {
    title: { zh: "氮磷负荷", en: "Nutrient load" },
    unit: "kg/ha/a",
    direction: "cost",
  },
  yieldT: {
    title: { zh: "产量", en: "Yield" },
    unit: "t/ha/a",
    direction: "benefit",
  },
};

export const LEVEL_SPECS: ReadonlyMap<FigureId, LevelSpec> = new Map(
  (Object.keys(SPECS) as FigureId[]).map((id) => [id, { id, ...SPECS[id] }]),
);
