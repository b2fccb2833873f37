import type { RegionView, RunResultView, RunView } from "../workers/views.ts";
import { sameEdits } from "./assessment-edits.ts";
import { contradictoryAreas, sameProblem } from "./check-limits.ts";
import type { Step } from "./steps.ts";
import type { AppState, PlanChoice } from "./store.ts";

/** The open region, or undefined. */
export function viewOf(state: AppState): RegionView | undefined {
  return state.region.status === "ready" ? state.region.view : undefined;
}

export function assessmentOf(state: AppState) {
  return state.assessment.status === "ready" ? state.assessment.view : undefined;
}

export function findRun(state: AppState, id: number | undefined): RunView | undefined {
  return state.runs.find((run) => run.id === id);
}

/** The run whose layout is shown, read from everywhere. */
export function shownRunOf(state: AppState): RunView | undefined {
  return findRun(state, state.shownRun);
}

/** True when limits, weights or the assessment differ from those of the run. */
export function isStale(state: AppState, run: RunView): boolean {
  if (state.problem === undefined) return false;
  return !sameProblem(state.problem, run.problem) || !sameEdits(state.edits, run.edits);
}

export function canSolve(state: AppState): boolean {
  return (
    state.assessment.status === "ready" &&
    !state.reassessing &&
    state.solve.status !== "running" &&
    state.problem !== undefined &&
    contradictoryAreas(state.problem).length === 0
  );
}

/** Leading use of each unit in a plan: option index, -1 = as is. */
export function leadingOf(state: AppState, plan: PlanChoice | undefined): Int16Array | undefined {
  if (plan === undefined) return undefined;
  if (plan === "today") {
    const view = viewOf(state);
    return view ? new Int16Array(view.unitIds.length).fill(-1) : undefined;
  }
  return findRun(state, plan)?.result?.leading;
}

export function resultOf(state: AppState, plan: PlanChoice | undefined): RunResultView | undefined {
  return typeof plan === "number" ? findRun(state, plan)?.result : undefined;
}

export type StepMark = "none" | "ok" | "warn" | "bad";

/** The dot of the rail: nothing yet, current, inputs changed since, cannot continue. */
export function markOf(state: AppState, step: Step): StepMark {
  const run = shownRunOf(state);
  switch (step) {
    case "region":
      return state.region.status === "ready" ? "ok" : state.region.status === "refused" ? "bad" : "none";
    case "assess":
      return state.assessment.status === "ready"
        ? "ok"
        : state.assessment.status === "failed"
          ? "bad"
          : "none";
    case "rules":
      if (!state.problem) return "none";
      return contradictoryAreas(state.problem).length > 0 ? "bad" : "ok";
    case "optimise":
    case "report":
      if (state.solve.status === "failed") return step === "optimise" ? "bad" : "none";
      if (!run) return "none";
      if (!run.result || run.result.certificate.state === "refused") return "bad";
      return isStale(state, run) ? "warn" : "ok";
    case "compare":
      return state.planB !== undefined ? "ok" : "none";
  }
}
