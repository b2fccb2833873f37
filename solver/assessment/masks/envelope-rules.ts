import type { Bilingual, OptionId } from "#solver/region";
import type { MaskSpec } from "../assessment.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import { GRADES, type Industry } from "../industries/industry.ts";

/** Tourism is served within this way of a scenic spot or village. [E] */
export const SERVICE_REACH_M = 2000;
/** Buildings for visitors stand on no steeper ground. [E] */
const BUILT_SLOPE_MAX_DEG = 15;
/** Least share of soil on severely desertified land. [E] */
const SEVERE_SOIL_MIN = 0.2;
const SEVERE_GRADE = 4;
const BUILT = 7;

/** A bound of the growing envelope: closed where the plant cannot live or the use cannot be served. */
export interface EnvelopeRule {
  readonly spec: MaskSpec;
  closes(industry: Industry, option: OptionId, facts: UnitFacts, unit: number): boolean;
}

function spec(id: string, title: Bilingual, basis: Bilingual, label: MaskSpec["label"] = "K"): MaskSpec {
  return { id, kind: "envelope", title, basis, label, source: "growing envelope in the industry library" };
}

function isOutside(value: number, corners: readonly [number, number, number, number] | undefined): boolean {
  return corners !== undefined && (value < corners[0] || value > corners[3]);
}

export const ENVELOPE_RULES: readonly EnvelopeRule[] = [
  {
    spec: spec(
      "elevation-bound",
      { zh: "海拔界限", en: "Elevation bound" },
      { zh: "超出生长海拔", en: "Beyond the heights it grows at" },
    ),
    closes: ({ envelope }, _option, facts, unit) =>
      isOutside(facts.elevationM[unit], envelope.elevationM?.corners),
  },
  {
    spec: spec(
      "temperature-bound",
      { zh: "年均温界限", en: "Temperature bound" },
      { zh: "超出生长温度", en: "Beyond the temperatures it grows at" },
    ),
    closes: ({ envelope }, _option, facts, unit) =>
      isOutside(facts.temperatureC[unit], envelope.temperatureC?.corners),
  },
  {
    spec: spec(
      "frost",
      { zh: "低温冻害", en: "Frost" },
      { zh: "极端低温达到致害温度", en: "The coldest nights kill it" },
    ),
    closes: ({ envelope }, _option, facts, unit) =>
      envelope.minimumTemperatureC !== undefined &&
      facts.minimumTemperatureC[unit] <= envelope.minimumTemperatureC.value,
  },
  {
    spec: spec(
      "heat-bound",
      { zh: "积温不足", en: "Too little heat" },
      { zh: "≥10 ℃积温低于下限", en: "Heat sum above 10 C below its least" },
    ),
    closes: ({ figures }, _option, facts, unit) => facts.heatSumCd[unit] < figures.heatSumMinCd.value,
  },
  {
    spec: spec(
      "slope-bound",
      { zh: "坡度界限", en: "Slope bound" },
      { zh: "平均坡度超过产业上限", en: "Mean slope above the industry's limit" },
    ),
    closes: ({ figures }, option, facts, unit) => {
      const limit =
        option === "ET" && facts.landUse[unit] === BUILT ? BUILT_SLOPE_MAX_DEG : figures.slopeMaxDeg.value;
      return facts.slopeDeg[unit] > limit;
    },
  },
  {
    spec: spec(
      "soil-depth-bound",
      { zh: "土层过薄", en: "Soil too shallow" },
      { zh: "土窝厚度低于下限", en: "Soil pockets shallower than its least depth" },
    ),
    closes: ({ figures }, _option, facts, unit) => facts.soilDepthCm[unit] < figures.soilDepthMinCm.value,
  },
  {
    spec: spec(
      "soil-type",
      { zh: "土壤类型不宜", en: "Unfit soil" },
      { zh: "该土壤上不能生长", en: "It fails on this soil" },
    ),
    closes: ({ envelope }, _option, facts, unit) => envelope.excludedSoils.includes(facts.soilType[unit]),
  },
  {
    spec: spec(
      "ph-bound",
      { zh: "酸碱度界限", en: "pH bound" },
      { zh: "超出适宜酸碱度", en: "Beyond the acidity it tolerates" },
    ),
    closes: ({ envelope }, _option, facts, unit) => isOutside(facts.ph[unit], envelope.ph?.corners),
  },
  {
    spec: spec(
      "grade-bound",
      { zh: "石漠化等级过重", en: "Too desertified" },
      { zh: "超过产业可接受的石漠化等级", en: "Grade worse than the industry bears" },
      "S",
    ),
    closes: ({ envelope }, _option, facts, unit) => facts.grade[unit] > GRADES.indexOf(envelope.worstGrade),
  },
  {
    spec: spec(
      "soil-share-bound",
      { zh: "土被不足", en: "Too little soil" },
      { zh: "强度石漠化土地土被低于20%", en: "Less than a fifth soil on severe land" },
      "E",
    ),
    closes: ({ cover }, _option, facts, unit) =>
      cover === "own" && facts.grade[unit] === SEVERE_GRADE && 1 - facts.bedrockShare[unit] < SEVERE_SOIL_MIN,
  },
  {
    spec: spec(
      "road-bound",
      { zh: "距道路过远", en: "Too far from a road" },
      { zh: "超出产业的道路距离", en: "Further from a road than it can be served" },
    ),
    closes: ({ envelope }, _option, facts, unit) =>
      envelope.roadMaxM !== undefined && facts.roadM[unit] > envelope.roadMaxM.value,
  },
  {
    spec: spec(
      "canopy-bound",
      { zh: "郁闭度不宜", en: "Canopy unfit" },
      { zh: "郁闭度不足或过密", en: "Too open or too dense overhead" },
    ),
    closes: ({ envelope }, _option, facts, unit) =>
      isOutside(facts.coverPct[unit], envelope.canopyPct?.corners),
  },
  {
    spec: spec(
      "service-reach",
      { zh: "服务半径外", en: "Out of service" },
      { zh: "距景点、村寨超过2千米", en: "More than 2 km from a scenic spot or village" },
      "E",
    ),
    closes: (_industry, option, facts, unit) => option === "ET" && facts.serviceM[unit] > SERVICE_REACH_M,
  },
];
