import type { CrsCode, Grid } from "#gis";

/** Where a figure comes from: sourced, general knowledge, estimate, or entered by the user. */
export type Label = "S" | "K" | "E" | "user";

/** Text in both languages of the program. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A figure with its unit, label and source: the only form in which a number enters the model. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly label: Label;
  readonly source: string;
  /** Low and high end where the source gives a range. */
  readonly range?: readonly [low: number, high: number];
}

/** The columns of the program: what a parcel may be turned into. `as is` is the null option and no column. */
export const OPTION_IDS = [
  "RR",
  "ZP",
  "PT",
  "LQ",
  "WN",
  "GR",
  "TE",
  "HS",
  "FG",
  "AF",
  "UF",
  "RF",
  "ET",
  "GV",
  "RN",
] as const;
export type OptionId = (typeof OPTION_IDS)[number];

export const LAND_USES = [
  "paddy",
  "dry",
  "orchard-tea",
  "forest",
  "shrub",
  "grass",
  "water",
  "built",
  "bare",
] as const;
export type LandUse = (typeof LAND_USES)[number];

export interface ClassEntry {
  readonly value: number;
  readonly id: string;
  readonly title: Bilingual;
}

export interface LayerDefinition {
  readonly id: string;
  /** Path below the region's folder, `/` as separator. */
  readonly file: string;
  readonly kind: "raster" | "vector";
  /** Rasters only: how values are carried to parcels and resampled. */
  readonly measure?: "continuous" | "class";
  readonly unit?: string;
  readonly title: Bilingual;
  readonly label: Label;
  readonly source: string;
  readonly classes?: readonly ClassEntry[];
}

export interface Climate {
  readonly stationElevationM: Quantity;
  /** Twelve months, January first. */
  readonly temperatureC: readonly number[];
  readonly precipitationMm: readonly number[];
  readonly lapseCPerM: Quantity;
  readonly precipitationMmPer100M: Quantity;
  readonly minimumTemperatureC: Quantity;
  /** Below this height a dry-hot valley is warmer by `warmingC`. */
  readonly valley?: { readonly belowM: Quantity; readonly warmingC: Quantity };
  readonly label: Label;
  readonly source: string;
}

/** Topsoil figures of one soil type. */
export interface SoilFigures {
  readonly sandPct: number;
  readonly siltPct: number;
  readonly clayPct: number;
  readonly organicCarbonPct: number;
  /** Plant available water capacity, volume share 0-1. */
  readonly pawc: number;
  readonly bulkDensityTPerM3: number;
  readonly label: Label;
  readonly source: string;
}

/** A condition of the rule table that the planner has opened, with the reason that is reported. */
export interface OpenCondition {
  readonly mask: string;
  readonly options: readonly OptionId[];
  readonly note: Bilingual;
}

export interface AreaLimit {
  readonly option: OptionId;
  readonly minHa: number;
  readonly maxHa: number;
}

/** What the planner asks for. Every limit is optional: absent means not limited. */
export interface ProblemDefinition {
  /** Weights of the payoff-normalised objectives; at least one is positive. */
  readonly weights: {
    readonly ecology: number;
    readonly economy: number;
    readonly employment: number;
    readonly suitability: number;
  };
  readonly capitalCny?: number;
  readonly publicCapitalCny?: number;
  /** Region total, today's use included. */
  readonly labourDaysPerYear?: number;
  /** True: labour of each village is limited to its own days (today's use included). */
  readonly labourByVillage: boolean;
  /** Days that can be worked in single months, today's use included; 1 = January. */
  readonly labourByMonth?: readonly { readonly month: number; readonly maxDays: number }[];
  /** Region total, paddy included; split over sub-basins by their sources. */
  readonly irrigationM3PerYear?: number;
  readonly waterBySubBasin: boolean;
  readonly areas: readonly AreaLimit[];
  readonly leading?: { readonly option: OptionId; readonly minShare: number };
  /** Largest share any one land industry may take (restoration not counted). */
  readonly diversityMaxShare?: number;
  /** Restoration takes at least this share of land over 25 degrees or severe. */
  readonly restorationMinShare?: number;
  /** An industry takes at least a share of the land in a zone of the assessment, such as `steep-or-severe`. */
  readonly zoneMinShares?: readonly {
    readonly option: OptionId;
    readonly zone: string;
    readonly minShare: number;
  }[];
  readonly noNetLoss: {
    readonly soil: "off" | "region" | "sub-basin";
    readonly habitat: boolean;
    readonly water: boolean;
  };
  /** N+P load in zone II and quasi-zone not above today. */
  readonly nutrientLoadCap: boolean;
  /** Stored ideal and nadir of each objective, frozen while weights and rules change. */
  readonly payoff?: PayoffRanges;
}

export interface PayoffRanges {
  /** SHA-256 of the inputs they were computed from. */
  readonly inputsHash: string;
  readonly ideal: Readonly<Record<ObjectiveId, number>>;
  readonly nadir: Readonly<Record<ObjectiveId, number>>;
}

export const OBJECTIVE_IDS = ["ecology", "economy", "employment", "suitability"] as const;
export type ObjectiveId = (typeof OBJECTIVE_IDS)[number];

/** One labelled indicator of market, technology or policy for one industry, already on 0-1, 1 = better. */
export interface IndicatorEntry {
  readonly id: string;
  readonly option: OptionId;
  readonly score: number;
  readonly label: Label;
  readonly source: string;
}

export const ASSESSMENT_IDS = ["ecological", "resource", "potential", "policy"] as const;
export type AssessmentId = (typeof ASSESSMENT_IDS)[number];

/** The criteria of each assessment, in the order in which they are shown. */
export const CRITERION_IDS = {
  ecological: ["soil-conservation", "water-conservation", "habitat", "desertification"],
  resource: [
    "slope",
    "soil-depth",
    "soil-cover",
    "elevation",
    "temperature",
    "heat-sum",
    "rain",
    "soil-ph",
    "canopy",
    "irrigation",
    "scenery",
    "labour",
    "access",
  ],
  potential: ["net-return", "price-risk", "processing-distance", "market", "technology"],
  policy: ["policy"],
} as const satisfies Readonly<Record<AssessmentId, readonly string[]>>;
export type CriterionId = (typeof CRITERION_IDS)[AssessmentId][number];

/**
 * How a raw value becomes a membership 0-1, as data, so that it can be shown, drawn anew and reported. Values outside the
 * stated points keep the membership of the nearest one.
 */
export type ValueFunction =
  /** Straight from `lowest` (0 when absent) at `from` to 1 at `to`; falls where `to` is below `from`. */
  | { readonly form: "linear"; readonly from: number; readonly to: number; readonly lowest?: number }
  /** 0 outside the outer corners, 1 between the inner ones; two equal corners are a shoulder. */
  | { readonly form: "trapezoid"; readonly corners: readonly [number, number, number, number] }
  /** S-shaped, .5 at `centre`; a negative steepness falls. */
  | { readonly form: "logistic"; readonly steepness: number; readonly centre: number }
  /** Half a cosine wave from 1 at `full` to 0 at `none`. */
  | { readonly form: "cosine"; readonly full: number; readonly none: number }
  | { readonly form: "bell"; readonly mean: number; readonly spread: number }
  /** 1 at `middle`, falling as the inverse square of the distance. */
  | { readonly form: "near"; readonly steepness: number; readonly middle: number }
  /** 1 at nought, half with every `half`. */
  | { readonly form: "halving"; readonly half: number }
  /** Straight lines between points of rising value. */
  | { readonly form: "points"; readonly points: readonly (readonly [value: number, membership: number])[] };

export const VALUE_FORMS = [
  "linear",
  "trapezoid",
  "logistic",
  "cosine",
  "bell",
  "near",
  "halving",
  "points",
] as const satisfies readonly ValueFunction["form"][];

/** A value function that takes the place of the criterion's own, for one industry or for all. */
export interface CriterionCurve {
  readonly option?: OptionId;
  readonly function: ValueFunction;
  readonly label: Label;
  readonly source: string;
}

/** A criterion that counts in this region. */
export interface CriterionChoice {
  readonly id: CriterionId;
  /** Weight among the criteria of its assessment; they need not sum to 1. */
  readonly weight: number;
  readonly curves?: readonly CriterionCurve[];
}

/** Where weights come from: stated, judged in pairs, told by the spread of the data, or two of these joined. */
export const WEIGHT_METHODS = ["stated", "ahp", "entropy", "critic", "ahp-entropy", "game-theory"] as const;
export type WeightMethod = (typeof WEIGHT_METHODS)[number];

/** How a set of weights is found. */
export interface Weighing {
  readonly method: WeightMethod;
  /** Judgements in pairs, for the methods that use AHP: `matrix[i][j]` says how much more `of[i]` matters than `of[j]`. */
  readonly judgements?: {
    readonly of: readonly string[];
    readonly matrix: readonly (readonly number[])[];
    readonly label: Label;
    readonly source: string;
  };
}

/** Ways to join memberships into one score. */
export const OVERLAY_METHODS = ["geometric", "linear", "least", "storie", "square-root"] as const;
export type OverlayMethod = (typeof OVERLAY_METHODS)[number];

/** `region.json`: a runnable file. */
export interface RegionDefinition {
  readonly schema: 1;
  readonly id: string;
  readonly name: Bilingual;
  readonly summary: Bilingual;
  readonly synthetic: boolean;
  readonly crs: CrsCode;
  readonly grid: Omit<Grid, "crs">;
  readonly layers: readonly LayerDefinition[];
  readonly climate: Climate;
  readonly soils: Readonly<Record<string, SoilFigures>>;
  /** Options considered here; an entry may replace figures of the industry library. */
  readonly industries: readonly {
    readonly id: OptionId;
    readonly figures?: Readonly<Record<string, Quantity>>;
  }[];
  readonly indicators: readonly IndicatorEntry[];
  /** The criteria that count, with their weights; absent: every criterion the program knows, all alike. */
  readonly criteria?: readonly CriterionChoice[];
  /** Weights of the four assessments; sum 1. Used where `weighing` says so or is absent. */
  readonly assessmentWeights: Readonly<Record<AssessmentId, number>>;
  /** How the weights of the four assessments are found; absent: as stated. */
  readonly weighing?: Weighing;
  /** The same for the criteria within an assessment; absent: as stated in `criteria`. */
  readonly criteriaWeighing?: Readonly<Partial<Record<AssessmentId, Weighing>>>;
  /** How memberships become scores and scores suitability; absent: weighted geometric mean. */
  readonly overlay?: OverlayMethod;
  readonly masks: readonly { readonly id: string; readonly layer?: string }[];
  readonly openConditions: readonly OpenCondition[];
  readonly problem: ProblemDefinition;
}
