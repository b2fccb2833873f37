import type {
  AssessmentId,
  Bilingual,
  CriterionId,
  IndicatorEntry,
  Label,
  LandUse,
  OptionId,
  OverlayMethod,
  Quantity,
  ValueFunction,
} from "#solver/region";
import type { AppliedWeights, CriterionSpec, FigureId, MaskSpec } from "../assessment.ts";
import type { FaoClass } from "../scores/fao-class.ts";

/**
 * The whole chain of one pair of parcel and industry, from raw cells to suitability. Plain data: it crosses a thread and
 * becomes JSON as it is. NaN is no data.
 *
 * Everything needed to compute the suitability anew is in it: `evaluate(curve, raw)`, not below the floor, is a membership;
 * memberships and weights give the scores; scores and weights the suitability, 0 where the largest share is 0.
 */
export interface PairExplanation {
  readonly parcel: {
    readonly unit: number;
    readonly id: string;
    readonly areaHa: number;
    readonly landUse: LandUse | null;
    readonly stand: OptionId | null;
    readonly village: Bilingual | null;
    /** Essential layers that cover less than half of the parcel; it is then not scored. */
    readonly lacking: readonly string[];
  };
  readonly option: OptionId;
  readonly title: Bilingual;
  /** The industry whose figures and curves are used: of a renovation the stand's; null where that is unknown. */
  readonly judgedAs: OptionId | null;
  readonly layers: readonly LayerEvidence[];
  readonly facts: readonly FactEvidence[];
  readonly figures: readonly FigureEvidence[];
  readonly criteria: readonly CriterionEvidence[];
  readonly assessments: readonly AssessmentEvidence[];
  readonly suitability: {
    readonly value: number;
    readonly overlay: OverlayMethod;
    /** How the weights of the four assessments were found. */
    readonly weighing: AppliedWeights;
    readonly faoClass: FaoClass | null;
    readonly limiting: CriterionId | null;
  };
  readonly gates: {
    /** Largest share of the parcel the industry may take; 0 closes it. */
    readonly largestShare: number;
    readonly reasons: readonly GateEvidence[];
    /** Conditions that the region opened for this industry, with the reason. */
    readonly opened: readonly {
      readonly mask: string;
      readonly title: Bilingual;
      readonly note: Bilingual;
    }[];
  };
  readonly parameters: readonly ParameterEvidence[];
  readonly indicators: readonly IndicatorEntry[];
}

/** Cells of a raster, or features of a vector layer, that the parcel's facts were read from. */
export type LayerEvidence = RasterEvidence | VectorEvidence;

interface LayerOrigin {
  readonly id: string;
  readonly title: Bilingual;
  readonly file: string;
  readonly unit: string;
  readonly label: Label;
  readonly source: string;
  /** What was done to bring it onto the region's grid. */
  readonly alignment: string;
}

export interface RasterEvidence extends LayerOrigin {
  readonly kind: "raster";
  readonly band: 1;
  /** Cells the parcel touches, and those with data. */
  readonly cells: number;
  readonly validCells: number;
  /** Area weights: sum of the shares of cells inside the parcel, in cells, and the part of it with data, 0-1. */
  readonly weight: number;
  readonly validShare: number;
  /** Of the valid cells, the mean weighted by area; NaN for a class layer and where nothing is valid. */
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  /** Class layers: share of the valid area by class, largest first. */
  readonly classes: readonly {
    readonly value: number;
    readonly id: string;
    readonly title: Bilingual;
    readonly share: number;
  }[];
  readonly samples: readonly CellSample[];
}

/** One cell: column from the west and row from the north of the region's grid, its value and its share in the parcel. */
export interface CellSample {
  readonly column: number;
  readonly row: number;
  readonly value: number;
  readonly share: number;
}

export interface VectorEvidence extends LayerOrigin {
  readonly kind: "vector";
  readonly features: number;
}

export interface FactEvidence {
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly value: number;
  /** How cells or features became one value. */
  readonly rule: Bilingual;
  /** Layers of this region it was read from; empty where only the station's normals were used. */
  readonly layers: readonly string[];
  readonly label: Label;
  readonly source: string;
}

/** A figure per hectare, today and under the industry. */
export interface FigureEvidence {
  readonly id: FigureId;
  readonly title: Bilingual;
  readonly unit: string;
  readonly today: number;
  readonly option: number;
}

export interface CriterionEvidence
  extends Pick<
    CriterionSpec,
    "id" | "assessment" | "title" | "unit" | "range" | "direction" | "label" | "source"
  > {
  readonly facts: readonly string[];
  readonly figures: readonly FigureId[];
  readonly raw: number;
  /** Null where nothing is asked of this industry. */
  readonly curve: {
    readonly function: ValueFunction;
    readonly formula: string;
    readonly label: Label;
    readonly source: string;
  } | null;
  /** Lowest membership the criterion can have: 0 where it may exclude. */
  readonly floor: number;
  readonly membership: number;
  /** Among the criteria of its assessment. */
  readonly weight: number;
  /** The same after the weight of criteria without data or not asked was shared; 0 for those. */
  readonly effectiveWeight: number;
}

export interface AssessmentEvidence {
  readonly id: AssessmentId;
  readonly title: Bilingual;
  readonly join: "fit" | "overlay";
  readonly score: number;
  readonly weight: number;
  readonly effectiveWeight: number;
  /** How the weights of its criteria were found. */
  readonly weighing: AppliedWeights;
}

export interface GateEvidence extends MaskSpec {
  /** Share of the parcel it takes, 0-1. */
  readonly share: number;
  /** A condition forbids until the region opens it with a note. */
  readonly effect: "forbid" | "condition";
}

/** A figure or bound of the industry library, as used. */
export interface ParameterEvidence extends Omit<Quantity, "value"> {
  readonly id: string;
  readonly title: Bilingual;
  /** A number, or the four corners of an envelope. */
  readonly value: number | readonly number[];
}
