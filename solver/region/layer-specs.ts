import { type Bilingual, LAND_USES, type Label } from "./definition.ts";
import type { RegionIssueCode } from "./issue-messages.ts";

/** A usual mistake of unit or coding: what it is called, and what the values become when it is set right. */
export interface UnitMistake {
  readonly code: RegionIssueCode;
  convert(value: number): number;
  /** Named in the remedy; absent where the sentence says it all. */
  readonly factor?: number;
  /** It is only thought of when the largest value lies in here. */
  readonly most?: readonly [low: number, high: number];
  /** `error` unless the values could also be sound. */
  readonly severity?: "error" | "warning";
}

/** What the values of a quantity must and usually do look like. */
export interface ValueSpec {
  readonly title: Bilingual;
  readonly unit: string;
  /** Impossible outside. */
  readonly range: readonly [low: number, high: number];
  /** Where nearly all values of a sound layer of this part of the world lie. */
  readonly usual: readonly [low: number, high: number];
  /** The largest value of a sound layer lies above this, unless all are 0. */
  readonly top?: number;
  readonly mistakes: readonly UnitMistake[];
  readonly label: Label;
  readonly source: string;
}

/** A raster the program knows by its id. */
export interface LayerSpec extends ValueSpec {
  readonly id: string;
  /** Further spellings of the unit that a definition may state. */
  readonly spellings: readonly string[];
  readonly direction: "benefit" | "cost" | "envelope";
}

const scaled = (code: RegionIssueCode, factor: number, more: Partial<UnitMistake> = {}): UnitMistake => ({
  code,
  factor,
  convert: (value) => value * factor,
  ...more,
});

const KELVIN: UnitMistake = { code: "values-in-kelvin", convert: (value) => value - 273.15 };
const FAHRENHEIT: UnitMistake = { code: "values-in-fahrenheit", convert: (value) => (value - 32) / 1.8 };
const TENTHS = scaled("values-in-tenths", 0.1);
const FRACTIONS = scaled("values-are-fractions", 100, { most: [0, 1] });
const HUNDREDFOLD = scaled("values-hundredfold", 0.01, { most: [1000, 10_000] });

const PERCENT = {
  unit: "%",
  spellings: ["percent", "pct", "％"],
  range: [0, 100],
  usual: [0, 100],
  top: 1,
  mistakes: [FRACTIONS, HUNDREDFOLD],
} as const;

/** Continuous rasters by id: the one place where their unit, range and usual mistakes are written. */
export const LAYER_SPECS: ReadonlyMap<string, LayerSpec> = new Map(
  (
    [
      {
        id: "elevation",
        title: { zh: "高程", en: "Elevation" },
        unit: "m",
        spellings: ["metre", "metres", "meter", "meters", "米"],
        range: [-160, 8850],
        usual: [-160, 8850],
        direction: "envelope",
        mistakes: [
          scaled("values-in-tenths", 0.1),
          scaled("values-in-centimetres", 0.01),
          scaled("values-in-feet", 0.3048, { severity: "warning" }),
        ],
        label: "K",
        source: "lowest and highest land of China, rounded",
      },
      {
        id: "slope",
        title: { zh: "坡度", en: "Slope" },
        unit: "deg",
        spellings: ["°", "degree", "degrees", "度"],
        range: [0, 90],
        usual: [0, 70],
        direction: "cost",
        mistakes: [
          {
            code: "values-in-percent-slope",
            convert: (percent) => (Math.atan(percent / 100) * 180) / Math.PI,
          },
        ],
        label: "K",
        source: "by definition",
      },
      {
        id: "bedrock-exposure",
        title: { zh: "基岩裸露率", en: "Bedrock exposure" },
        direction: "cost",
        ...PERCENT,
        label: "K",
        source: "by definition",
      },
      {
        id: "vegetation-cover",
        title: { zh: "植被覆盖度", en: "Vegetation cover" },
        direction: "benefit",
        ...PERCENT,
        label: "K",
        source: "by definition",
      },
      {
        id: "ndvi",
        title: { zh: "归一化植被指数", en: "NDVI" },
        unit: "1",
        spellings: [""],
        range: [-1, 1],
        usual: [-1, 1],
        direction: "benefit",
        mistakes: [
          { code: "values-byte-coded", convert: (value) => value / 100 - 1, most: [1, 255] },
          scaled("values-scaled", 0.0001, { most: [255, 10_000] }),
        ],
        label: "K",
        source: "by definition",
      },
      {
        id: "soil-depth",
        title: { zh: "土层厚度", en: "Soil depth" },
        unit: "cm",
        spellings: ["centimetre", "centimetres", "厘米"],
        range: [0, 1000],
        usual: [0, 200],
        top: 3,
        direction: "benefit",
        mistakes: [scaled("values-in-metres", 100, { most: [0, 3] }), scaled("values-in-millimetres", 0.1)],
        label: "K",
        source: "soils of karst slopes and depressions",
      },
      {
        id: "soil-ph",
        title: { zh: "土壤 pH", en: "Soil pH" },
        unit: "pH",
        spellings: ["1", ""],
        range: [3, 10],
        usual: [3, 10],
        direction: "envelope",
        mistakes: [TENTHS],
        label: "K",
        source: "range of soils",
      },
      {
        id: "soil-erodibility",
        title: { zh: "土壤可蚀性 K", en: "Soil erodibility K" },
        unit: "t ha h/(ha MJ mm)",
        spellings: ["t·ha·h/(ha·MJ·mm)", "t h/(MJ mm)"],
        range: [0, 0.1],
        usual: [0.001, 0.1],
        direction: "cost",
        mistakes: [scaled("values-in-us-units", 0.1317, { most: [0.1, 0.75] })],
        label: "K",
        source: "SI values lie between .005 and .07; US values between .02 and .7",
      },
      {
        id: "rainfall-erosivity",
        title: { zh: "降雨侵蚀力 R", en: "Rain erosivity R" },
        unit: "MJ mm/(ha h a)",
        spellings: ["MJ·mm/(ha·h·a)"],
        range: [0, 50_000],
        usual: [1000, 12_000],
        direction: "cost",
        mistakes: [],
        label: "K",
        source: "plausible for Guizhou 2500 to 8000",
      },
      {
        id: "mean-temperature",
        title: { zh: "年均温", en: "Mean annual temperature" },
        unit: "degC",
        spellings: ["°C", "℃", "C", "celsius"],
        range: [-20, 35],
        usual: [-10, 30],
        direction: "envelope",
        mistakes: [KELVIN, FAHRENHEIT, TENTHS],
        label: "K",
        source: "yearly means of China, rounded",
      },
      {
        id: "annual-precipitation",
        title: { zh: "年降水量", en: "Annual precipitation" },
        unit: "mm",
        spellings: ["mm/a", "毫米"],
        range: [0, 6000],
        usual: [300, 4000],
        direction: "envelope",
        mistakes: [
          scaled("values-in-centimetres", 10),
          scaled("values-monthly", 12),
          scaled("values-in-metres", 1000),
          scaled("values-in-tenths", 0.1),
        ],
        label: "K",
        source: "yearly sums of south-west China, rounded",
      },
      {
        id: "travel-time",
        title: { zh: "到集镇时间", en: "Travel time to market" },
        unit: "min",
        spellings: ["minute", "minutes", "分钟"],
        range: [0, 20_000],
        usual: [0, 1440],
        top: 6,
        direction: "cost",
        mistakes: [
          scaled("values-in-hours", 60, { most: [0, 6], severity: "warning" }),
          scaled("values-in-seconds", 1 / 60, { severity: "warning" }),
        ],
        label: "E",
        source: "a day's walk at most",
      },
    ] satisfies LayerSpec[]
  ).map((spec) => [spec.id, spec]),
);

const CELSIUS = { unit: "degC", label: "K", source: "monthly and extreme temperatures of China" } as const;

/** Fields of `climate` that are checked like layers. */
export const CLIMATE_SPECS = {
  temperatureC: {
    ...CELSIUS,
    title: { zh: "月均温", en: "Monthly temperature" },
    range: [-40, 45],
    usual: [-30, 38],
    mistakes: [KELVIN, FAHRENHEIT, TENTHS],
  },
  minimumTemperatureC: {
    ...CELSIUS,
    title: { zh: "极端最低气温", en: "Coldest night" },
    range: [-60, 25],
    usual: [-50, 20],
    mistakes: [KELVIN, TENTHS],
  },
  /** Of the twelve months together. */
  precipitationMm: {
    title: { zh: "年降水量", en: "Rain of the year" },
    unit: "mm",
    range: [0, 12_000],
    usual: [200, 5000],
    mistakes: [
      scaled("values-in-centimetres", 10),
      scaled("values-in-metres", 1000),
      scaled("values-in-tenths", 0.1),
    ],
    label: "K",
    source: "yearly sums of China, rounded",
  },
  lapseCPerM: {
    title: { zh: "气温递减率", en: "Lapse rate" },
    unit: "degC/m",
    range: [0, 0.012],
    usual: [0.002, 0.01],
    mistakes: [
      scaled("values-per-hundred-metres", 0.01),
      scaled("values-per-kilometre", 0.001),
      scaled("values-of-other-sign", -1),
    ],
    label: "K",
    source: "0.0065 in the standard atmosphere",
  },
  stationElevationM: {
    title: { zh: "气象站高程", en: "Elevation of the station" },
    unit: "m",
    range: [-160, 8850],
    usual: [-160, 8850],
    mistakes: [scaled("values-in-centimetres", 0.01)],
    label: "K",
    source: "lowest and highest land of China, rounded",
  },
} as const satisfies Readonly<Record<string, ValueSpec>>;

/** A share of a soil's figures in percent that is usually mistaken for another unit. */
export const ORGANIC_CARBON_SPEC: ValueSpec = {
  title: { zh: "有机碳", en: "Organic carbon" },
  unit: "%",
  range: [0, 60],
  usual: [0.05, 12],
  mistakes: [scaled("values-in-grams-per-kilogram", 0.1)],
  label: "K",
  source: "mineral topsoils",
};

/** Names that the classes of a raster must have to be understood; others would count as no data. */
export const CLASS_NAMES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["land-use", LAND_USES],
  ["rocky-desertification", ["none", "potential", "light", "moderate", "severe"]],
]);

/** A property of features that the program computes with. */
export interface FieldSpec {
  readonly layer: string;
  readonly field: string;
  readonly unit: string;
  /** Numbers within; absent for words. */
  readonly range?: readonly [low: number, high: number];
  readonly words?: readonly string[];
  /** True: a feature without it counts for nothing. */
  readonly needed: boolean;
}

export const FIELD_SPECS: readonly FieldSpec[] = [
  { layer: "water-sources", field: "m3PerYear", unit: "m3/a", range: [0, 1e10], needed: true },
  { layer: "village-areas", field: "personDays", unit: "d/a", range: [0, 1e8], needed: true },
  { layer: "drinking-water-zones", field: "zone", unit: "", words: ["I", "II", "quasi"], needed: true },
];
