import type { AlignmentNote, Extent, Issue } from "#gis";
import type { Run } from "#solver";
import type {
  AppliedCurve,
  Assessment,
  AssessmentOverrides,
  CriterionSpec,
  FigureId,
  GateTable,
  Groups,
  Industry,
} from "#solver/assessment";
import type { Certificate, EngineId, Termination } from "#solver/engine";
import type { Evaluation } from "#solver/evaluation";
import type { Explanation } from "#solver/layout";
import type {
  AssessmentId,
  CriterionId,
  OptionId,
  ProblemDefinition,
  RegionDefinition,
} from "#solver/region";
import type { ThemeName } from "../ui/tokens.ts";
import type { LonLat } from "./warp.ts";

/** What the page keeps of a region. The rasters, the geometry and the runs themselves stay in the worker. */
export interface RegionView {
  readonly definition: RegionDefinition;
  readonly unitIds: readonly string[];
  readonly areaHa: Float64Array;
  /** West, south, east, north per unit, degrees. */
  readonly unitBounds: Float64Array;
  /** Of the grid, degrees. */
  readonly bounds: Extent;
  /** Of the planning units, degrees: what the map is fitted to. */
  readonly unitsExtent: Extent;
  readonly parcelsUrl: string;
  readonly edgesUrl: string;
  /** Unit indices `[a, b]` of each edge. */
  readonly edgePairs: Int32Array;
  /** GeoJSON of each vector layer by layer id. */
  readonly vectorUrls: ReadonlyMap<string, string>;
  readonly land: Readonly<Record<ThemeName, DrawnImage>>;
  readonly veil: DrawnImage;
  readonly layers: ReadonlyMap<string, LayerSummary>;
  readonly ground: GroundLookup;
  readonly alignment: readonly AlignmentNote[];
  readonly fileCount: number;
  readonly readS: number;
}

/** A picture for the map: address and the four corners, clockwise from the north-west. */
export interface DrawnImage {
  readonly url: string;
  readonly coordinates: readonly [LonLat, LonLat, LonLat, LonLat];
}

export type LayerSummary =
  | { readonly kind: "vector"; readonly features: number }
  | { readonly kind: "continuous"; readonly low: number; readonly high: number }
  | {
      readonly kind: "class";
      readonly shares: readonly { readonly value: number; readonly share: number }[];
    };

/** Metres and height under the pointer, without asking the worker: a lattice for E/N, the grid for the height. */
export interface GroundLookup {
  readonly size: number;
  /** Easting and northing on a `size x size` lattice over the bounds, interleaved, south-west first. */
  readonly positions: Float64Array;
  readonly cols: number;
  readonly rows: number;
  readonly cellSizeM: number;
  readonly originX: number;
  readonly originY: number;
  readonly elevationM: Float32Array;
}

export type OpenedRegion =
  | { readonly status: "opened"; readonly view: RegionView; readonly issues: readonly Issue[] }
  | { readonly status: "refused"; readonly issues: readonly Issue[] };

/** What the page keeps of an assessment: scores and reasons, not the raw grids. */
export interface AssessmentView {
  readonly options: readonly OptionId[];
  readonly criteria: readonly CriterionSpec[];
  readonly weighing: Assessment["weighing"];
  readonly overlay: Assessment["overlay"];
  /** Stages that were computed anew for this view; the others were kept. */
  readonly recomputed: readonly string[];
  readonly scores: Readonly<Record<AssessmentId, Float32Array>>;
  readonly suitability: Float32Array;
  readonly limiting: Uint8Array;
  readonly gates: GateTable;
  readonly facts: ReadonlyMap<string, Float32Array>;
  readonly landUse: Uint8Array;
  readonly stand: readonly (OptionId | "")[];
  readonly subBasin: Groups;
  readonly village: Groups;
  readonly zoneShare: ReadonlyMap<string, Float32Array>;
  /** Per-hectare figures of each pair the inspector shows. */
  readonly figures: Readonly<Partial<Record<FigureId, Float64Array>>>;
  readonly assessS: number;
}

export type AssessedView =
  | { readonly status: "assessed"; readonly view: AssessmentView; readonly issues: readonly Issue[] }
  | { readonly status: "refused"; readonly issues: readonly Issue[] };

/** One criterion as one industry meets it. */
export interface CriterionView {
  readonly criterion: CriterionId;
  readonly option: OptionId;
  /** Per parcel; NaN is no data or not asked. */
  readonly raw: Float32Array;
  readonly membership: Float32Array;
  /** Absent where nothing is asked of the industry. */
  readonly curve?: AppliedCurve;
  /** Area-weighted; NaN where no parcel has data. */
  readonly statistics: ValueSummary;
}

/** Distribution of a value over the parcels, by area. */
export interface ValueSummary {
  readonly min: number;
  readonly mean: number;
  readonly median: number;
  readonly max: number;
  /** Share 0-1 of the area that has no value. */
  readonly withoutData: number;
  /** Hectares in equal steps from `min` to `max`. */
  readonly histogramHa: Float64Array;
}

export type IndustriesView = readonly Pick<Industry, "id" | "figures" | "envelope" | "cover">[];

/** Equal tiles, one under the other in the order of the options, as RGBA. */
export interface IndustryPictures {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

export type SolvedRegion =
  | { readonly status: "solved"; readonly run: RunView; readonly issues: readonly Issue[] }
  | { readonly status: "refused"; readonly issues: readonly Issue[] };

/** What the page keeps of a run. */
export interface RunView {
  readonly id: number;
  readonly startedAtMs: number;
  readonly problem: ProblemDefinition;
  /** What the planner had changed of the assessment it was solved with. */
  readonly edits: AssessmentOverrides;
  readonly engine: EngineId;
  readonly termination: Termination;
  readonly timings: Run["timings"];
  /** Title and unit of each coupling row, for the rows an infeasible problem names. */
  readonly rows: readonly RowView[];
  readonly result?: RunResultView;
}

export interface RowView {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly law: boolean;
  /** Objective units per unit of the row, >= 0: what one unit more room is worth. */
  readonly price: number;
}

export interface RunResultView {
  readonly certificate: Certificate;
  readonly share: Float64Array;
  readonly leading: Int16Array;
  readonly splitUnits: Int32Array;
  readonly whole:
    | { readonly found: true; readonly gap: number; readonly leading: Int16Array }
    | { readonly found: false };
  readonly evaluation: Evaluation;
  readonly explanation: Explanation;
  /** Points of the codes on the map: GeoJSON text with `code`, `ink`, `areaHa`. */
  readonly codesUrl: string;
}

export interface LoadProgress {
  readonly stage: "files" | "map";
  readonly done: number;
  readonly total: number;
}
