import type { Issue } from "#gis";
import type { AssessmentOverrides, MethodWeights, PairExplanation } from "#solver/assessment";
import type { CriterionId, OptionId, ProblemDefinition } from "#solver/region";
import { host } from "../host/index.ts";
import { translate } from "../ui/dictionary/index.ts";
import type { Locale } from "../ui/format-quantity.ts";
import { startSolveWorker } from "../workers/solve-client.ts";
import type { IndustriesView, IndustryPictures } from "../workers/views.ts";
import {
  type AssessmentDefinition,
  applyEdits,
  pruneEdits,
  sameEdits,
  type WeightSet,
} from "./assessment-edits.ts";
import { startLayers } from "./layer-list.ts";
import { assessmentOf, canSolve, findRun, viewOf } from "./select.ts";
import type { Step } from "./steps.ts";
import { type AppState, NO_REGION, useStore } from "./store.ts";

/**
 * What the window does. Every action reads the store, calls the worker or the host where it must, and writes the
 * store; panels and commands call these and nothing below them.
 */

const worker = startSolveWorker();
const { getState, setState } = useStore;
let stopSolve: AbortController | undefined;

/** A newer opening makes the answers to an older one worthless. */
let opening = 0;

export async function openSampleRegion(id: string): Promise<void> {
  const turn = ++opening;
  stopSolve?.abort();
  setState({ ...NO_REGION, region: { status: "loading", id } });
  try {
    const answer = await worker.call(
      "openRegion",
      { regionId: id, regionsUrl: host.regionsUrl },
      {
        onProgress: (progress) => {
          if (turn === opening) setState({ region: { status: "loading", id, progress } });
        },
      },
    );
    if (turn !== opening) return;
    if (answer.status === "refused") {
      setState({
        region: { status: "refused", id },
        issues: answer.issues,
        dockOpen: true,
        dockTab: "issues",
      });
      return;
    }
    const { definition } = answer.view;
    setState({
      region: { status: "ready", id, view: answer.view },
      issues: answer.issues,
      layers: startLayers(definition.layers),
      problem: definition.problem,
    });
    drawVisibleRasters();
    await assess(turn);
  } catch (error) {
    if (turn === opening) setState({ region: { status: "refused", id, message: messageOf(error) } });
  }
}

async function assess(turn: number): Promise<void> {
  setState({ assessment: { status: "running" } });
  try {
    const answer = await worker.call("assessRegion", { edits: {} });
    if (turn !== opening) return;
    readIssues = getState().issues;
    if (answer.status === "refused") {
      setState({ issues: [...readIssues, ...answer.issues], assessment: { status: "none" } });
      return;
    }
    const { view, issues: found } = answer;
    const leading = getState().problem?.leading?.option;
    setState({
      assessment: { status: "ready", view },
      issues: [...readIssues, ...found],
      option: leading && view.options.includes(leading) ? leading : view.options[0],
    });
  } catch (error) {
    if (turn === opening) setState({ assessment: { status: "failed", message: messageOf(error) } });
  }
}

/** Found while the region was read: an assessment's own findings are put after them, anew each time. */
let readIssues: readonly Issue[] = [];

/**
 * Changes the assessment and has it assessed anew. While an answer is on its way newer edits wait, and only the newest
 * is sent: what lies between is never computed.
 */
export function editAssessment(edit: (definition: AssessmentDefinition) => AssessmentOverrides): void {
  const state = getState();
  const stated = viewOf(state)?.definition;
  if (!stated) return;
  const change = edit(applyEdits(stated, state.edits));
  reassess(pruneEdits({ ...state.edits, ...change }, stated));
}

export function resetAssessment(): void {
  reassess({});
}

function reassess(edits: AssessmentOverrides): void {
  const { assessment, reassessing } = getState();
  if (assessment.status !== "ready") return;
  setState({ edits, reassessing: true });
  if (!reassessing) void sendEdits(opening);
}

async function sendEdits(turn: number): Promise<void> {
  const { edits } = getState();
  try {
    const answer = await worker.call("assessRegion", { edits });
    if (turn !== opening) return;
    const isLatest = getState().edits === edits;
    if (answer.status === "assessed") {
      setState({
        assessment: { status: "ready", view: answer.view },
        issues: [...readIssues, ...answer.issues],
        editIssues: [],
        reassessing: !isLatest,
      });
    } else if (isLatest) setState({ editIssues: answer.issues, reassessing: false });
    if (!isLatest) await sendEdits(turn);
  } catch (error) {
    if (turn === opening)
      setState({ assessment: { status: "failed", message: messageOf(error) }, reassessing: false });
  }
}

/** Brings the chosen criterion's values for the chosen industry onto the page. */
export async function loadCriterion(criterion: CriterionId, option: OptionId): Promise<void> {
  const turn = opening;
  const criterionView = await worker.call("describeCriterion", { criterion, option });
  const state = getState();
  if (turn === opening && state.criterion === criterion && state.option === option)
    setState({ criterionView });
}

export function compareWeights(set: WeightSet): Promise<readonly MethodWeights[]> {
  return worker.call("compareWeights", { set });
}

export function listIndustries(): Promise<IndustriesView> {
  return worker.call("listIndustries", null);
}

export function drawIndustries(): Promise<IndustryPictures> {
  return worker.call("drawIndustries", null);
}

export function explainPair(unit: number, option: OptionId): Promise<PairExplanation> {
  return worker.call("explainPair", { unit, option });
}

/** Asks for the picture of every visible raster that is not drawn yet. */
export function drawVisibleRasters(): void {
  const state = getState();
  const view = viewOf(state);
  if (!view) return;
  const turn = opening;
  for (const { id, visible } of state.layers) {
    if (!visible || state.drawnRasters.has(id) || view.layers.get(id)?.kind === "vector") continue;
    void worker.call("drawRaster", { layerId: id }).then((image) => {
      if (turn === opening)
        setState(({ drawnRasters }) => ({ drawnRasters: new Map(drawnRasters).set(id, image) }));
    });
  }
}

export async function solve(): Promise<void> {
  const state = getState();
  if (!canSolve(state) || !state.problem) return;
  const turn = opening;
  const controller = new AbortController();
  stopSolve = controller;
  const startedAtMs = Date.now();
  setState({ solve: { status: "running", stopping: false, startedAtMs } });
  try {
    const answer = await worker.call(
      "solveRegion",
      { problem: state.problem, timeLimitS: state.timeLimitS },
      {
        signal: controller.signal,
        onProgress: (progress) =>
          setState(({ solve: now }) => (now.status === "running" ? { solve: { ...now, progress } } : {})),
      },
    );
    if (turn !== opening) return;
    if (answer.status === "refused") {
      setState({ solve: { status: "refused", issues: answer.issues } });
      return;
    }
    const { run } = answer;
    setState(({ runs, planA, planB, inspectorTab }) => ({
      solve: { status: "idle" },
      runs: [...runs, run],
      shownRun: run.id,
      planMode: "layout",
      // The plan before stays in view as A, so that Compare answers at once what the change did.
      ...(run.result ? { planA: planB ?? planA, planB: run.id } : {}),
      inspectorTab: run.result ? inspectorTab : "layout",
    }));
  } catch (error) {
    if (turn === opening) setState({ solve: { status: "failed", message: messageOf(error) } });
  }
}

export function stop(): void {
  stopSolve?.abort();
  setState(({ solve: now }) => (now.status === "running" ? { solve: { ...now, stopping: true } } : {}));
}

/** Writes the report of the shown run and hands it to the host. */
export async function exportGeojson(): Promise<void> {
  const state = getState();
  const run = findRun(state, state.shownRun);
  if (!run?.result || run.result.certificate.state === "refused" || state.region.status !== "ready") return;
  try {
    const { content } = await worker.call("writeReport", { runId: run.id });
    const saved = await host.saveFile({ suggestedName: reportName(state.region.id, run.id), content });
    if (saved.saved) notify("ok", translate(state.locale, "exported", { name: saved.name }));
    else {
      const failures = {
        cancelled: "exportCancelled",
        "disk-full": "exportDiskFull",
        "not-permitted": "exportNotPermitted",
        "write-failed": "exportFailed",
      } as const;
      notify(saved.reason === "cancelled" ? "ok" : "bad", translate(state.locale, failures[saved.reason]));
    }
  } catch (error) {
    notify("bad", translate(state.locale, "errorUnexpected", { message: messageOf(error) }));
  }
}

export function reportName(regionId: string, runId: number): string {
  return `${regionId}-run${runId}.geojson`;
}

export function goTo(step: Step): void {
  const inspectorTab = {
    region: "layer",
    assess: "parcel",
    rules: "parcel",
    optimise: "layout",
    compare: "parcel",
    report: "certificate",
  } as const;
  const keepParcel = getState().selectedUnit !== undefined;
  setState({
    step,
    ...(step === "compare" ? { dockTab: "metrics" as const } : {}),
    inspectorTab: keepParcel && step !== "report" ? "parcel" : inspectorTab[step],
  });
}

/** Selects a parcel by unit index and shows it in the inspector; `fly` brings it into view. */
export function selectUnit(unit: number | undefined, fly = false): void {
  setState(({ flights, inspectorOpen }) => ({
    selectedUnit: unit,
    ...(unit === undefined ? {} : { inspectorTab: "parcel" as const, inspectorOpen: true }),
    inspectorOpen: unit === undefined ? inspectorOpen : true,
    flights: fly ? flights + 1 : flights,
  }));
}

/** The parcel after or before the selected one, in the order of their numbers. */
export function selectNeighbour(steps: number): void {
  const state = getState();
  const count = viewOf(state)?.unitIds.length ?? 0;
  if (count === 0) return;
  const from = state.selectedUnit ?? (steps > 0 ? -1 : 0);
  selectUnit((from + steps + count) % count, true);
}

/** Finds a parcel by its number, without regard to case; false when there is none. */
export function selectUnitById(id: string): boolean {
  const wanted = id.trim().toLowerCase();
  const unit = viewOf(getState())?.unitIds.findIndex((known) => known.toLowerCase() === wanted) ?? -1;
  if (unit >= 0) selectUnit(unit, true);
  return unit >= 0;
}

export function editProblem(edit: (problem: ProblemDefinition) => ProblemDefinition): void {
  setState(({ problem }) => (problem ? { problem: edit(problem) } : {}));
}

export function showSuitabilityOf(option: OptionId): void {
  if (assessmentOf(getState())) setState({ option, assessMode: "suitability", step: "assess" });
}

export function showRun(id: number): void {
  const run = findRun(getState(), id);
  if (!run) return;
  setState({ shownRun: id, problem: run.problem });
  if (!sameEdits(run.edits, getState().edits)) reassess(run.edits);
}

const LOCALE_KEY = "fenglin.locale";

/** The language chosen earlier, else the system's. */
export async function restoreLocale(localeOf: (tag: string) => Locale): Promise<void> {
  const stored = localStorage.getItem(LOCALE_KEY);
  applyLocale(stored === "en" || stored === "zh" ? stored : localeOf(await host.locale()));
}

export function setLocale(locale: Locale): void {
  localStorage.setItem(LOCALE_KEY, locale);
  applyLocale(locale);
}

function applyLocale(locale: Locale): void {
  document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
  setState({ locale });
}

export function update(change: Partial<AppState> | ((state: AppState) => Partial<AppState>)): void {
  setState(change);
}

function notify(kind: "ok" | "bad", text: string): void {
  setState({ notice: { kind, text } });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
