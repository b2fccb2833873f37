import { type Bilingual, type Label, OPTION_TITLES, type OptionId, type Quantity } from "#solver/region";

/** Entries of the catalogue that are no columns: beekeeping (overlay), processing plant (site), slope maize (baseline). */
export const CATALOGUE_ONLY_IDS = ["BE", "PR", "MZ"] as const;

/** Four corners of a growing envelope: outside `a..d` nothing grows, inside `b..c` nothing is lost. */
export interface Trapezoid {
  readonly corners: readonly [a: number, b: number, c: number, d: number];
  readonly unit: string;
  readonly label: Label;
  readonly source: string;
}

/** Rocky desertification, best to worst; the index is the grade. */
export const GRADES = ["none", "potential", "light", "moderate", "severe"] as const;
export type Grade = (typeof GRADES)[number];

/**
 * Names of the figures of a land industry. Money, days, water and nutrients are per *planted* hectare and mature year;
 * the plantable share of the parcel is applied later.
 */
export const FIGURE_NAMES = [
  "yieldT",
  "priceCnyPerKg",
  "grossCny",
  "materialsCny",
  "labourDays",
  "establishmentCny",
  "firstBearingYear",
  "fullBearingYear",
  "replantYear",
  "replantShare",
  "irrigationM3",
  "priceCv",
  "nutrientKg",
  "erosionC",
  "erosionP",
  "cropCoefficient",
  "rootDepthMm",
  "erosionFactor",
  "habitatQuality",
  "runoffShare",
  "coverEffect",
  "plantableFloor",
  "slopeMaxDeg",
  "soilDepthMinCm",
  "heatSumMinCd",
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** Bounds a plant lives within; an absent one does not bind. */
export interface Envelope {
  readonly elevationM?: Trapezoid;
  readonly temperatureC?: Trapezoid;
  readonly rainMm?: Trapezoid;
  readonly ph?: Trapezoid;
  /** Vegetation cover needed overhead, %. */
  readonly canopyPct?: Trapezoid;
  /** Coldest night survived, C. */
  readonly minimumTemperatureC?: Quantity;
  /** Furthest road, m. */
  readonly roadMaxM?: Quantity;
  /** Worst grade of rocky desertification it may be planted on. */
  readonly worstGrade: Grade;
  /** Soil types it fails on. */
  readonly excludedSoils: readonly string[];
}

/**
 * What an industry does to the present cover.
 * `own`: replaces it; C, P, Kc, roots, H and runoff are its own.
 * `field`: stays a field; C and P are the lesser of its own and the present ones, so that terraces are kept.
 * `kept`: works under or within it; C and P are the lesser ones times `erosionFactor`, Kc, H and runoff are factors on the
 * present ones, roots are the present ones.
 * `restored`: never worse than the present cover in any ecological figure.
 */
export type CoverMode = "own" | "field" | "kept" | "restored";

/** A record of the industry library: every number with unit, label and source. */
export interface Industry {
  readonly id: OptionId;
  readonly kind: "land";
  readonly title: Bilingual;
  readonly cover: CoverMode;
  /** Sold through a processing plant, so that the way to it counts. */
  readonly processed: boolean;
  readonly envelope: Envelope;
  readonly figures: Readonly<Record<FigureName, Quantity>>;
}

/** An industry of the catalogue that is no land column; only the figures it has. */
export interface CatalogueEntry {
  readonly id: (typeof CATALOGUE_ONLY_IDS)[number];
  readonly kind: "overlay" | "site" | "baseline";
  readonly title: Bilingual;
  readonly figures: Readonly<Record<string, Quantity>>;
}

/** Units of the figures, once for all industries. */
export const FIGURE_UNITS: Readonly<Record<FigureName, string>> = {
  yieldT: "t/ha",
  priceCnyPerKg: "CNY/kg",
  grossCny: "CNY/ha",
  materialsCny: "CNY/ha",
  labourDays: "d/ha",
  establishmentCny: "CNY/ha",
  firstBearingYear: "a",
  fullBearingYear: "a",
  replantYear: "a",
  replantShare: "1",
  irrigationM3: "m3/ha",
  priceCv: "1",
  nutrientKg: "kg/ha",
  erosionC: "1",
  erosionP: "1",
  erosionFactor: "1",
  cropCoefficient: "1",
  rootDepthMm: "mm",
  habitatQuality: "1",
  runoffShare: "1",
  coverEffect: "1",
  plantableFloor: "1",
  slopeMaxDeg: "deg",
  soilDepthMinCm: "cm",
  heatSumMinCd: "degC d",
};

/** A figure as the tables below write it: a number is a project estimate, else value, label, source and range. */
export type FigureInput =
  | number
  | {
      readonly value: number;
      readonly label?: Label;
      readonly source?: string;
      readonly range?: readonly [number, number];
    };

export const PROJECT_ESTIMATE = "project estimate";

/** A figure with its unit, labelled [E] and "project estimate" unless the input says more. */
export function toQuantity(input: FigureInput, unit: string): Quantity {
  const given = typeof input === "number" ? { value: input } : input;
  return {
    value: given.value,
    unit,
    label: given.label ?? "E",
    source: given.source ?? PROJECT_ESTIMATE,
    ...(given.range ? { range: given.range } : {}),
  };
}

/** An estimate with its range. */
export function between(
  low: number,
  value: number,
  high: number,
  source?: string,
  label?: Label,
): FigureInput {
  return { value, range: [low, high], ...(source ? { source } : {}), ...(label ? { label } : {}) };
}

/** A growing envelope; general knowledge [K] unless a source is named. */
export function trapezoid(
  corners: readonly [number, number, number, number],
  unit: string,
  label: Label = "K",
  source = "general agronomic knowledge, unchecked",
): Trapezoid {
  return { corners, unit, label, source };
}

type OptionalFigure =
  | "erosionFactor"
  | "yieldT"
  | "priceCnyPerKg"
  | "grossCny"
  | "replantYear"
  | "replantShare"
  | "plantableFloor"
  | "heatSumMinCd";

const DEFAULTS: Readonly<Partial<Record<FigureName, number>>> = { erosionFactor: 1 };

/** What an industry file writes down; absent optional figures are 0, the gross value is yield x price unless given. */
export interface IndustryInput {
  readonly id: OptionId;
  readonly cover: CoverMode;
  readonly processed: boolean;
  readonly envelope: Envelope;
  readonly figures: Readonly<Record<Exclude<FigureName, OptionalFigure>, FigureInput>> &
    Readonly<Partial<Record<OptionalFigure, FigureInput>>>;
}

/** A land industry record from its written form. */
export function landIndustry(input: IndustryInput): Industry {
  const figures = {} as Record<FigureName, Quantity>;
  for (const name of FIGURE_NAMES)
    figures[name] = toQuantity(input.figures[name] ?? DEFAULTS[name] ?? 0, FIGURE_UNITS[name]);
  return { ...input, kind: "land", title: OPTION_TITLES[input.id], figures: withGross(figures) };
}

/**
 * The figures with the gross value of a mature year: yield x price where the product is sold by weight, else as entered.
 * A price or yield that is replaced carries through.
 */
export function withGross(figures: Readonly<Record<FigureName, Quantity>>): Record<FigureName, Quantity> {
  const { yieldT, priceCnyPerKg } = figures;
  if (yieldT.value <= 0 || priceCnyPerKg.value <= 0) return { ...figures };
  const grossCny: Quantity = {
    value: yieldT.value * priceCnyPerKg.value * 1000,
    unit: FIGURE_UNITS.grossCny,
    label: yieldT.label === "user" || priceCnyPerKg.label === "user" ? "user" : "E",
    source: "yield x price",
  };
  return { ...figures, grossCny };
}
