import type { AssessmentOverrides, MethodWeights, PairExplanation } from "#solver/assessment";
import type { SolveProgress } from "#solver/engine";
import type { AssessmentId, CriterionId, OptionId, ProblemDefinition } from "#solver/region";
import type {
  AssessedView,
  CriterionView,
  DrawnImage,
  IndustriesView,
  IndustryPictures,
  LoadProgress,
  OpenedRegion,
  SolvedRegion,
} from "./views.ts";

/** Everything the page may ask of the solve worker. */
export interface SolveCalls {
  /** Reads a region's files and draws what the map needs; forgets the region before. */
  readonly openRegion: {
    readonly params: { readonly regionId: string; readonly regionsUrl: string };
    readonly result: OpenedRegion;
    readonly progress: LoadProgress;
  };
  /** Draws one raster layer in the colours of its legend. */
  readonly drawRaster: {
    readonly params: { readonly layerId: string };
    readonly result: DrawnImage;
    readonly progress: never;
  };
  /** Assesses under the planner's edits; only what they change is computed anew. What is solved is the latest. */
  readonly assessRegion: {
    readonly params: { readonly edits: AssessmentOverrides };
    readonly result: AssessedView;
    readonly progress: never;
  };
  /** One criterion as one industry meets it: values by parcel, their distribution and the curve. */
  readonly describeCriterion: {
    readonly params: { readonly criterion: CriterionId; readonly option: OptionId };
    readonly result: CriterionView;
    readonly progress: never;
  };
  /** Weights of a set by every method, side by side. */
  readonly compareWeights: {
    readonly params: { readonly set: AssessmentId | "assessments" };
    readonly result: readonly MethodWeights[];
    readonly progress: never;
  };
  /** The industry library as used. */
  readonly listIndustries: {
    readonly params: null;
    readonly result: IndustriesView;
    readonly progress: never;
  };
  /** A small picture of every industry's suitability. */
  readonly drawIndustries: {
    readonly params: null;
    readonly result: IndustryPictures;
    readonly progress: never;
  };
  /** The chain from raw cells to suitability of one parcel and industry. */
  readonly explainPair: {
    readonly params: { readonly unit: number; readonly option: OptionId };
    readonly result: PairExplanation;
    readonly progress: never;
  };
  readonly solveRegion: {
    readonly params: { readonly problem: ProblemDefinition; readonly timeLimitS: number };
    readonly result: SolvedRegion;
    readonly progress: SolveProgress;
  };
  /** The GeoJSON report of a run of this session. */
  readonly writeReport: {
    readonly params: { readonly runId: number };
    readonly result: { readonly content: Uint8Array<ArrayBuffer> };
    readonly progress: never;
  };
}
