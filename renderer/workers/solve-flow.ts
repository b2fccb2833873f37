import highsWasmUrl from "highs/runtime?url";
import { writeGeojsonReport } from "#report";
import { type Run, solveAssessedRegion } from "#solver";
import { type Assessment, assessRegion } from "#solver/assessment";
import { createHighsEngine } from "#solver/engine";
import type { SolveCalls } from "./calls.ts";
import { type OpenRegion, openRegion } from "./open-region.ts";
import { paintClasses, paintContinuous, rangeOf } from "./paint-raster.ts";
import { drawPixels, forgetPublished } from "./publish.ts";
import { classColours, rampOf } from "./raster-legend.ts";
import type { Handlers } from "./rpc.ts";
import { VERSIONS } from "./versions.ts";
import { viewAssessment } from "./view-assessment.ts";
import { viewRun } from "./view-run.ts";

interface Assessed {
  readonly assessment: Assessment;
  readonly assessS: number;
}

/** The flow of one region, kept in this thread's memory from file to report. */
export function createSolveFlow(): Handlers<SolveCalls> {
  const engines = [createHighsEngine({ wasmUrl: highsWasmUrl })];
  let open: OpenRegion | undefined;
  let readS = 0;
  let assessed: Assessed | undefined;
  const runs = new Map<number, Run>();

  function opened(): OpenRegion {
    if (!open) throw Object.assign(new Error("no region is open"), { code: "no-region" });
    return open;
  }

  function assess(): Assessed & { readonly issues: ReturnType<typeof assessRegion>["issues"] } {
    const startedMs = performance.now();
    const { assessment, issues } = assessRegion(opened().region);
    assessed = { assessment, assessS: (performance.now() - startedMs) / 1000 };
    return { ...assessed, issues };
  }

  return {
    async openRegion({ regionId, regionsUrl }, { report }) {
      open = undefined;
      assessed = undefined;
      runs.clear();
      forgetPublished();
      const { issues, opened: found } = await openRegion(regionId, regionsUrl, report);
      if (!found) return { status: "refused", issues };
      open = found.open;
      readS = found.view.readS;
      return { status: "opened", view: found.view, issues };
    },

    async drawRaster({ layerId }) {
      const { region, warp } = opened();
      const layer = region.definition.layers.find(({ id }) => id === layerId);
      const raster = region.rasters.get(layerId);
      if (!layer || !raster) throw Object.assign(new Error(`no raster ${layerId}`), { code: "no-raster" });
      return drawPixels(
        warp,
        layer.measure === "class"
          ? paintClasses(warp, raster, classColours(layer))
          : paintContinuous(warp, raster, rampOf(layerId), rangeOf(raster.values)),
      );
    },

    assessRegion() {
      const { assessment, assessS, issues } = assess();
      return { view: viewAssessment(assessment, assessS), issues };
    },

    async solveRegion({ problem, timeLimitS }, { signal, report }) {
      const region = opened().region;
      const { assessment, assessS } = assessed ?? assess();
      const startedAtMs = Date.now();
      const { run, issues } = await solveAssessedRegion(
        { region, assessment, problem, timings: { read: readS, assess: assessS } },
        { engines, timeLimitS, signal, onProgress: report },
      );
      if (!run) return { status: "refused", issues };
      const id = runs.size + 1;
      runs.set(id, run);
      return { status: "solved", run: viewRun(run, { id, startedAtMs }, opened()), issues };
    },

    writeReport({ runId }, { transfer }) {
      const run = runs.get(runId);
      if (!run?.result) throw Object.assign(new Error(`run ${runId} has no layout`), { code: "no-layout" });
      const content = new TextEncoder().encode(writeGeojsonReport({ ...run, result: run.result }, VERSIONS));
      transfer(content.buffer);
      return { content };
    },
  };
}
