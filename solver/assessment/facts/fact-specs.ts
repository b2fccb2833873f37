import type { Bilingual, Label } from "#solver/region";

/** What is known of every unit under a name, where it comes from, and by which rule cells became one value. */
export interface FactSpec {
  readonly id: FactId;
  readonly title: Bilingual;
  readonly unit: string;
  /** Layers it is read from, as far as the region has them. */
  readonly layers: readonly string[];
  /** Layers that stand in where the region has none of these. */
  readonly otherwise?: readonly string[];
  readonly rule: Bilingual;
  readonly label: Label;
  readonly source: string;
  /** Label and source where the layers of `otherwise` stand in. */
  readonly computedBy?: { readonly label: Label; readonly source: string };
}

const MEAN: Bilingual = { zh: "像元按面积加权平均", en: "mean of the cells, weighted by area" };
const NEAREST: Bilingual = {
  zh: "图斑内点至最近要素的直线距离",
  en: "from a point inside the parcel to the nearest feature, as the crow flies",
};
/** Label and source are those of the layer, or of the climate where a station stands in. */
const OWN = { label: "user", source: "" } as const;

const SPECS = {
  elevationM: {
    title: { zh: "高程", en: "Elevation" },
    unit: "m",
    layers: ["elevation"],
    rule: MEAN,
    ...OWN,
  },
  slopeDeg: {
    title: { zh: "坡度", en: "Slope" },
    unit: "deg",
    layers: ["elevation"],
    rule: {
      zh: "逐像元 Horn 3×3 坡度，按面积加权平均",
      en: "slope of every cell by Horn's 3x3 window, mean weighted by area",
    },
    label: "S",
    source: "Horn 1981",
  },
  slopeLength: {
    title: { zh: "坡长坡度因子 LS", en: "Slope length and steepness LS" },
    unit: "1",
    layers: ["elevation"],
    rule: {
      zh: "逐像元 LS，按面积加权平均",
      en: "LS of every cell from slope, aspect and flow, mean weighted by area",
    },
    label: "S",
    source: "Desmet and Govers 1996; Liu et al. 1994",
  },
  bedrockPct: {
    title: { zh: "基岩裸露率", en: "Bedrock exposure" },
    unit: "%",
    layers: ["bedrock-exposure"],
    rule: MEAN,
    ...OWN,
  },
  coverPct: {
    title: { zh: "植被覆盖度", en: "Vegetation cover" },
    unit: "%",
    layers: ["vegetation-cover"],
    rule: MEAN,
    ...OWN,
  },
  soilDepthCm: {
    title: { zh: "土层厚度（第 75 百分位）", en: "Soil depth (75th percentile)" },
    unit: "cm",
    layers: ["soil-depth"],
    rule: {
      zh: "像元按面积加权的第 75 百分位：栽植于土穴之中",
      en: "75th percentile of the cells by area: planting goes into the pockets",
    },
    label: "E",
    source: "project rule on soil among rock",
  },
  soilMeanDepthCm: {
    title: { zh: "平均土层厚度", en: "Mean soil depth" },
    unit: "cm",
    layers: ["soil-depth"],
    rule: MEAN,
    ...OWN,
  },
  ph: { title: { zh: "土壤 pH", en: "Soil pH" }, unit: "pH", layers: ["soil-ph"], rule: MEAN, ...OWN },
  grade: {
    title: { zh: "石漠化等级", en: "Grade of rocky desertification" },
    unit: "0-4",
    layers: ["rocky-desertification"],
    otherwise: ["bedrock-exposure", "lithology"],
    rule: {
      zh: "图层中面积最大的等级；无图层时按基岩裸露率阈值",
      en: "class of the layer that covers most; without the layer by thresholds of bare rock",
    },
    label: "S",
    source: "Xiong 2002",
  },
  temperatureC: {
    title: { zh: "年均温", en: "Mean annual temperature" },
    unit: "degC",
    layers: ["mean-temperature"],
    otherwise: ["elevation"],
    rule: {
      zh: "图层像元平均；无图层时由气象站常年值按递减率推算",
      en: "mean of the layer's cells; without the layer from the station's normals and the lapse rate",
    },
    ...OWN,
  },
  minimumTemperatureC: {
    title: { zh: "极端最低气温", en: "Coldest night" },
    unit: "degC",
    layers: ["elevation"],
    rule: {
      zh: "气象站极端最低气温按递减率推算",
      en: "the station's least temperature, carried to the height by the lapse rate",
    },
    ...OWN,
  },
  heatSumCd: {
    title: { zh: "≥10 ℃积温", en: "Heat sum above 10 C" },
    unit: "degC d",
    layers: ["mean-temperature"],
    otherwise: ["elevation"],
    rule: {
      zh: "月均温随图斑年均温平移后，累加不低于 10 ℃ 的月份",
      en: "monthly normals shifted to the parcel's mean; months of 10 C and more are added up",
    },
    label: "K",
    source: "monthly fallback of the daily sum",
  },
  rainMm: {
    title: { zh: "年降水量", en: "Annual rain" },
    unit: "mm",
    layers: ["annual-precipitation"],
    otherwise: ["elevation"],
    rule: {
      zh: "图层像元平均；无图层时由气象站常年值按高度推算",
      en: "mean of the layer's cells; without the layer from the station's normals by height",
    },
    ...OWN,
  },
  erosivity: {
    title: { zh: "降雨侵蚀力 R", en: "Rain erosivity R" },
    unit: "MJ mm/(ha h a)",
    layers: ["annual-precipitation"],
    otherwise: ["elevation"],
    rule: {
      zh: "由月降水量的修正 Fournier 指数计算",
      en: "modified Fournier index of the monthly rain, scaled to the parcel's year",
    },
    label: "K",
    source: "0.1833 F^1.9957",
  },
  potentialEvapotranspirationMm: {
    title: { zh: "潜在蒸散量", en: "Potential evapotranspiration" },
    unit: "mm",
    layers: ["mean-temperature"],
    otherwise: ["elevation"],
    rule: { zh: "Thornthwaite 法，逐月", en: "Thornthwaite, month by month" },
    label: "S",
    source: "Thornthwaite 1948",
  },
  travelMin: {
    title: { zh: "到集镇时间", en: "Travel time to market" },
    unit: "min",
    layers: ["travel-time"],
    otherwise: ["elevation", "roads", "land-use", "villages"],
    rule: {
      zh: "图层像元平均；无图层时按坡度步行、沿路按道路等级车速的最小费用路径",
      en: "mean of the layer's cells; without the layer the least-cost path, on foot by slope and along roads by class",
    },
    ...OWN,
    computedBy: { label: "E", source: "Tobler 1993; speeds by class of road" },
  },
  roadM: { title: { zh: "距道路", en: "To a road" }, unit: "m", layers: ["roads"], rule: NEAREST, ...OWN },
  plantM: {
    title: { zh: "距加工厂", en: "To a processing plant" },
    unit: "m",
    layers: ["plants"],
    rule: NEAREST,
    ...OWN,
  },
  scenicM: {
    title: { zh: "距景点", en: "To a scenic spot" },
    unit: "m",
    layers: ["scenic-spots"],
    rule: NEAREST,
    ...OWN,
  },
  serviceM: {
    title: { zh: "距景点或村庄", en: "To a scenic spot or village" },
    unit: "m",
    layers: ["scenic-spots", "villages"],
    rule: NEAREST,
    ...OWN,
  },
  waterReachM3: {
    title: { zh: "可达灌溉水量", en: "Irrigation water within reach" },
    unit: "m3/ha/a",
    layers: ["water-sources", "elevation", "land-use"],
    rule: {
      zh: "两步移动搜索：水源按距离与扬程分给可灌溉图斑",
      en: "two-step floating catchment: sources shared among irrigable parcels by distance and lift",
    },
    label: "E",
    source: "project rule on reach and lift",
  },
  labourReachDays: {
    title: { zh: "可达劳动力", en: "Labour within reach" },
    unit: "d/ha/a",
    layers: ["village-areas"],
    rule: {
      zh: "所属村的可用工日除以其图斑面积",
      en: "person-days of the village over the area of its parcels",
    },
    label: "E",
    source: "project rule on labour",
  },
  degradation: {
    title: { zh: "生境威胁", en: "Threat to habitat" },
    unit: "1",
    layers: ["land-use", "roads"],
    rule: {
      zh: "居民点、道路、旱地的威胁按距离衰减后累加，按面积加权平均",
      en: "settlements, roads and dry land with their decay, added up, mean weighted by area",
    },
    label: "S",
    source: "InVEST habitat quality; reach and weights are priors",
  },
  soilConservedT: {
    title: { zh: "土壤保持量", en: "Soil conserved" },
    unit: "t/ha/a",
    layers: ["elevation", "soil-type", "bedrock-exposure", "land-use"],
    rule: {
      zh: "R·K·LS·(1 − C·P)·D，仅计地表流失，指数性质",
      en: "R K LS (1 - C P) D of today's cover; surface loss only, an index",
    },
    label: "S",
    source: "RUSLE with a rock factor",
  },
  soilLossIntensity: {
    title: { zh: "土壤侵蚀强度", en: "Intensity of soil loss" },
    unit: "0-5",
    layers: ["elevation", "soil-type", "bedrock-exposure", "land-use"],
    rule: {
      zh: "微度、轻度、中度、强烈、极强烈、剧烈：以 500、2500、5000、8000、15000 t/(km²·a) 为界",
      en: "slight to severe, bounds 500, 2500, 5000, 8000 and 15000 t/km2 a year",
    },
    label: "S",
    source: "SL190",
  },
  toleranceMultiple: {
    title: { zh: "侵蚀量与容许量之比", en: "Soil loss over the tolerable loss" },
    unit: "1",
    layers: ["elevation", "soil-type", "bedrock-exposure", "land-use", "lithology"],
    rule: {
      zh: "容许量：碳酸盐岩按成土速率 50 t/(km²·a)，其他为 500",
      en: "tolerable: 50 t/km2 a year on carbonate, which is what forms anew; 500 elsewhere",
    },
    label: "K",
    source: "SL190; soil formation on carbonate rock 30-70 t/km2 a year",
  },
  waterYieldM3: {
    title: { zh: "产水量", en: "Water yield" },
    unit: "m3/ha/a",
    layers: ["annual-precipitation", "mean-temperature", "soil-depth", "land-use"],
    otherwise: ["elevation"],
    rule: {
      zh: "降水减 Budyko 实际蒸散；仅供参考，不代表水源涵养",
      en: "rain less evapotranspiration by Budyko; reported only, more is not better kept",
    },
    label: "S",
    source: "InVEST annual water yield",
  },
  desertificationSensitivity: {
    title: { zh: "石漠化敏感性", en: "Sensitivity to rocky desertification" },
    unit: "1-5",
    layers: ["bedrock-exposure", "lithology", "elevation", "vegetation-cover"],
    rule: {
      zh: "岩石裸露、坡度、植被三项分级（1、3、5）的几何平均；≤2 一般，≤4 敏感，>4 极敏感",
      en: "geometric mean of ratings 1, 3 or 5 of rock, slope and cover; to 2 general, to 4 sensitive, above extreme",
    },
    label: "K",
    source: "ecological red-line guide 2017",
  },
  importance: {
    title: { zh: "生态功能指数", en: "Ecological function" },
    unit: "0-1",
    layers: ["elevation", "soil-type", "bedrock-exposure", "land-use"],
    rule: {
      zh: "现状土壤保持、水源涵养、生境质量极差标准化后的均值",
      en: "mean of soil conserved, water conserved and habitat of today, each scaled to its range",
    },
    label: "E",
    source: "project rule on importance",
  },
  importanceGrade: {
    title: { zh: "生态保护重要性", en: "Grade of ecological importance" },
    unit: "0-2",
    layers: ["elevation", "soil-type", "bedrock-exposure", "land-use", "vegetation-cover"],
    rule: {
      zh: "0 一般、1 重要、2 极重要：各项服务按累积占比（50 %、80 %）、石漠化敏感性、坡度与植被规则取最高；仅作参考，不作限制",
      en: "0 general, 1 important, 2 extremely: the gravest of services by cumulative share (50 and 80 %), sensitivity, and slope with cover; advice, never a gate",
    },
    label: "K",
    source: "double-evaluation guide 2020",
  },
  farmingGrade: {
    title: { zh: "农业生产条件等级", en: "Grade of land for farming" },
    unit: "1-5",
    layers: ["elevation", "annual-precipitation", "mean-temperature"],
    rule: {
      zh: "坡度（2、6、15、25°）、年降水（1200、800、400、200 mm）、≥0 ℃积温（7600、5800、4000、1500）三项取最差，1 为最好",
      en: "the worst of slope (2, 6, 15, 25 degrees), rain (1200, 800, 400, 200 mm) and heat above 0 C (7600, 5800, 4000, 1500); 1 is best",
    },
    label: "K",
    source: "double-evaluation guide 2020",
  },
} as const satisfies Readonly<Record<string, Omit<FactSpec, "id">>>;

export type FactId = keyof typeof SPECS;

/** Every fact that is listed, in the order in which a parcel is described. */
export const FACT_SPECS: ReadonlyMap<string, FactSpec> = new Map(
  (Object.keys(SPECS) as FactId[]).map((id) => [id, { id, ...SPECS[id] }]),
);
