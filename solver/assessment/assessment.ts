import type {
  AssessmentId,
  Bilingual,
  CriterionId,
  Label,
  OptionId,
  OverlayMethod,
  ValueFunction,
  WeightMethod,
} from "#solver/region";

/** Spec of a criterion: written once, read by panel, CLI, checks, docs and report. */
export interface CriterionSpec {
  readonly id: CriterionId;
  readonly assessment: AssessmentId;
  readonly title: Bilingual;
  readonly unit: string;
  /** Plausible range of the raw value; outside is an issue. */
  readonly range: readonly [low: number, high: number];
  readonly direction: "benefit" | "cost" | "envelope";
  readonly label: Label;
  readonly source: string;
  /** True: a membership of 0 excludes; otherwise memberships are floored at 0.05. */
  readonly limiting: boolean;
  /** Raw values differ by option. */
  readonly perOption: boolean;
}

/** Spec of a gate: a legal rule, a growing envelope bound or the present land use. */
export interface MaskSpec {
  readonly id: string;
  readonly kind: "law" | "envelope" | "present-use" | "no-data";
  readonly title: Bilingual;
  /** Article or table the rule rests on. */
  readonly basis: Bilingual;
  readonly label: Label;
  readonly source: string;
}

/**
 * Criterion values. `raw` and `membership` hold one value per unit, or per unit and option
 * (`unit * optionCount + option`) when `spec.perOption`; membership is always per unit and option. NaN is no data.
 */
export interface CriterionResult {
  readonly spec: CriterionSpec;
  /** Weight within its assessment; the weights of an assessment sum to 1. */
  readonly weight: number;
  /** Curve by industry, absent where the criterion is not asked of it; a renovation has its stand's unless drawn for it. */
  readonly curves: ReadonlyMap<OptionId, AppliedCurve>;
  readonly raw: Float32Array;
  readonly membership: Float32Array;
}

/** The curve a criterion was read by, and where it comes from. */
export interface AppliedCurve {
  readonly function: ValueFunction;
  readonly label: Label;
  readonly source: string;
}

/** A set of weights with how it came about. */
export interface AppliedWeights {
  readonly method: WeightMethod;
  readonly of: readonly string[];
  /** In the order of `of`, sum 1. */
  readonly weights: readonly number[];
  /** The parts that were joined, where the method joins several. */
  readonly parts: readonly {
    readonly method: "ahp" | "entropy" | "critic";
    readonly weights: readonly number[];
  }[];
  /** Of the judgements in pairs, where there are any. */
  readonly consistency?: Consistency;
  /** True where game theory had no sound answer and the average stood in. */
  readonly averagedInstead: boolean;
}

export interface Consistency {
  readonly lambda: number;
  readonly ratio: number;
  readonly acceptable: boolean;
  /** The judgement farthest from what the weights say. */
  readonly worst: {
    readonly row: string;
    readonly column: string;
    readonly given: number;
    readonly fitting: number;
  };
}

/** Why a pair is closed, or closed in part: mask index and, for part cover, the share (0-1] it takes. */
export interface GateTable {
  readonly masks: readonly MaskSpec[];
  /** Compressed rows over pairs `unit * optionCount + option`. */
  readonly offsets: Uint32Array;
  readonly reasons: Uint8Array;
  readonly shares: Float32Array;
  /** Largest share of the unit the option may take, 0 = closed; per pair. */
  readonly cap: Float32Array;
  /** 1 where a condition was opened with a note; per pair. */
  readonly conditional: Uint8Array;
}

/** Names of the per-hectare figures that enter rows and objectives. */
export const FIGURE_IDS = [
  "marginCny",
  "establishmentCny",
  "publicCny",
  "labourDays",
  "irrigationM3",
  "soilLossT",
  "soilLife",
  "waterM3",
  "habitat",
  "desertification",
  "labourIncomeCny",
  "nutrientKg",
  "yieldT",
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

/** Per-hectare figures of today's use (`present`, per unit) and of each option (`option`, per pair), yearly unless capital. */
export interface Figures {
  readonly present: Readonly<Record<FigureId, Float64Array>>;
  readonly option: Readonly<Record<FigureId, Float64Array>>;
}

export interface Assessment {
  readonly unitCount: number;
  /** Ground area per unit, ha: what turns the figures per hectare into rows and totals. */
  readonly areaHa: Float64Array;
  readonly options: readonly OptionId[];
  readonly criteria: readonly CriterionResult[];
  /** How the four assessments were weighed, and the criteria of each. */
  readonly weighing: {
    readonly assessments: AppliedWeights;
    readonly criteria: Readonly<Record<AssessmentId, AppliedWeights>>;
  };
  readonly overlay: OverlayMethod;
  /** Score 0-1 per pair; NaN is no data. */
  readonly scores: Readonly<Record<AssessmentId, Float32Array>>;
  /** Suitability 0-1 per pair: 0 where gated, NaN where no data. */
  readonly suitability: Float32Array;
  /** Index into `criteria` of the limiting factor per pair; 255 = none. */
  readonly limiting: Uint8Array;
  readonly gates: GateTable;
  readonly figures: Figures;
  /** Facts per unit by name (slopeDeg, soilDepthCm, bedrockPct, elevationM, grade, ph ...), for inspector and report. */
  readonly facts: ReadonlyMap<string, Float32Array>;
  /** Present land use per unit: index into LAND_USES, 255 = no data. */
  readonly landUse: Uint8Array;
  /** Option id of an existing stand (orchard-tea units), "" = none; per unit. */
  readonly stand: readonly (OptionId | "")[];
  /** Dense group per unit: sub-basin, village; with the names of the groups. */
  readonly subBasin: Groups;
  readonly village: Groups;
  /** Area share 0-1 per unit of each legal zone and subset (farmland, redline, zone-1, zone-2, zone-quasi, core, steep-or-severe). */
  readonly zoneShare: ReadonlyMap<string, Float32Array>;
}

export interface Groups {
  readonly of: Int32Array;
  readonly names: readonly Bilingual[];
  /** Yearly resource of each group where the layer gives one (irrigation m3, person-days). */
  readonly supply: Float64Array;
}
