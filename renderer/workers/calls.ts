import type { SolveProgress } from "#solver/engine";
import type { ProblemDefinition } from "#solver/region";
import type { AssessedView, DrawnImage, LoadProgress, OpenedRegion, SolvedRegion } from "./views.ts";

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
  readonly assessRegion: {
    readonly params: null;
    readonly result: AssessedView;
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
