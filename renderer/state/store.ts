import { create } from "zustand";
import type { Issue } from "#gis";
import type { AssessmentOverrides } from "#solver/assessment";
import type { SolveProgress } from "#solver/engine";
import type { AssessmentId, CriterionId, OptionId, ProblemDefinition } from "#solver/region";
import type { Locale } from "../ui/format-quantity.ts";
import type {
  AssessmentView,
  CriterionView,
  DrawnImage,
  LoadProgress,
  RegionView,
  RunView,
} from "../workers/views.ts";
import type { LayerState } from "./layer-list.ts";
import type { Step } from "./steps.ts";

export type RegionState =
  | { readonly status: "none" }
  | { readonly status: "loading"; readonly id: string; readonly progress?: LoadProgress }
  | { readonly status: "refused"; readonly id: string; readonly message?: string }
  | { readonly status: "ready"; readonly id: string; readonly view: RegionView };

export type AssessmentState =
  | { readonly status: "none" }
  | { readonly status: "running" }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "ready"; readonly view: AssessmentView };

export type SolveState =
  | { readonly status: "idle" }
  | {
      readonly status: "running";
      readonly stopping: boolean;
      readonly startedAtMs: number;
      readonly progress?: SolveProgress;
    }
  | { readonly status: "refused"; readonly issues: readonly Issue[] }
  | { readonly status: "failed"; readonly message: string };

export type AssessMode = "suitability" | "best" | "raw" | "membership" | "limiting" | "gates";
export type PlanMode = "layout" | "whole" | "second";
export type CompareMode = "a" | "b" | "difference";
export type DockTab = "runs" | "parcels" | "issues" | "metrics";
export type InspectorTab = "parcel" | "layer" | "prices" | "layout" | "certificate";

/** Plan of a comparison: a run, or the region as it is today. */
export type PlanChoice = number | "today";

export interface AppState {
  readonly locale: Locale;
  readonly step: Step;
  readonly region: RegionState;
  readonly issues: readonly Issue[];
  readonly layers: readonly LayerState[];
  readonly drawnRasters: ReadonlyMap<string, DrawnImage>;
  readonly selectedLayer?: string;
  readonly assessment: AssessmentState;
  /** What the planner changed of the region's assessment. */
  readonly edits: AssessmentOverrides;
  /** True while `assessment` is of older edits than `edits`. */
  readonly reassessing: boolean;
  /** Why the latest edits could not be assessed; `assessment` is then of the edits before. */
  readonly editIssues: readonly Issue[];
  readonly assessTab: AssessmentId;
  readonly criterion?: CriterionId;
  readonly criterionView?: CriterionView;
  readonly option?: OptionId;
  readonly assessMode: AssessMode;
  readonly problem?: ProblemDefinition;
  readonly timeLimitS: number;
  readonly solve: SolveState;
  readonly runs: readonly RunView[];
  readonly shownRun?: number;
  readonly planMode: PlanMode;
  readonly planA: PlanChoice;
  readonly planB?: PlanChoice;
  readonly compareMode: CompareMode;
  readonly fadeUnchanged: boolean;
  readonly selectedUnit?: number;
  /** Grows with every request to bring the selected parcel into view. */
  readonly flights: number;
  readonly hoveredUnit?: number;
  readonly sideOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly dockOpen: boolean;
  readonly dockTab: DockTab;
  readonly inspectorTab: InspectorTab;
  readonly legendOpen: boolean;
  readonly helpOpen: boolean;
  readonly notice?: { readonly kind: "ok" | "bad"; readonly text: string };
}

/** What a region brings with it; opening another one starts from here. */
export const NO_REGION = {
  region: { status: "none" },
  issues: [],
  layers: [],
  drawnRasters: new Map(),
  selectedLayer: undefined,
  assessment: { status: "none" },
  edits: {},
  reassessing: false,
  editIssues: [],
  criterion: undefined,
  criterionView: undefined,
  option: undefined,
  problem: undefined,
  solve: { status: "idle" },
  runs: [],
  shownRun: undefined,
  planMode: "layout",
  planA: "today",
  planB: undefined,
  compareMode: "difference",
  selectedUnit: undefined,
  hoveredUnit: undefined,
} as const satisfies Partial<AppState>;

export const useStore = create<AppState>()(() => ({
  ...NO_REGION,
  locale: "en",
  step: "region",
  assessMode: "suitability",
  assessTab: "ecological",
  timeLimitS: 60,
  fadeUnchanged: true,
  flights: 0,
  sideOpen: true,
  inspectorOpen: true,
  dockOpen: false,
  dockTab: "runs",
  inspectorTab: "parcel",
  legendOpen: true,
  helpOpen: false,
}));
