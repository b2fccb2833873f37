import highsWasmUrl from "highs/runtime?url";
import { writeGeojsonReport } from "#report";
import { type Run, readOverrides, solveAssessedRegion } from "#solver";
import {
  type AssessedRegion,
  type AssessmentOverrides,
  compareMethods,
  createAssessor,
  explainPair,
} from "#solver/assessment";
import { createHighsEngine } from "#solver/engine";
import type { SolveCalls } from "./calls.ts";
import { describeCriterion } from "./describe-criterion.ts";
import { createIndustryPainter } from "./draw-industries.ts";
import { type OpenRegion, openRegion } from "./open-region.ts";
import { paintClasses, paintContinuous, rangeOf } from "./paint-raster.ts";
import { drawPixels, forgetPublished } from "./publish.ts";
import { classColours, rampOf } from "./raster-legend.ts";
import type { Handlers } from "./rpc.ts";
import { VERSIONS } from "./versions.ts";
import { viewAssessment } from "./view-assessment.ts";
import { viewRun } from "./view-run.ts";

interface Assessed {
  readonly edits: AssessmentOverrides;
  readonly result: AssessedRegion;
  readonly assessS: number;
}

/** The flow of one region, kept in this thread's memory from file to report. */
export function createSolveFlow(): Handlers<SolveCalls> {
  const engines = [createHighsEngine({ wasmUrl: highsWasmUrl })];
  let open: OpenRegion | undefined;
  let readS = 0;
  let assessor: ReturnType<typeof createAssessor> | undefined;
  let assessed: Assessed | undefined;
  let paintIndustries: ReturnType<typeof createIndustryPainter> | undefined;
  const runs = new Map<number, Run>();

  function opened(): OpenRegion {
    if (!open) throw Object.assign(new Error("no region is open"), { code: "no-region" });
    return open;
  }

  function assess(edits: AssessmentOverrides): Assessed {
    const startedMs = performance.now();
    assessor ??= createAssessor(opened().region);
    const result = assessor(edits);
    assessed = { edits, result, assessS: (performance.now() - startedMs) / 1000 };
    return assessed;
  }

  const latest = () => assessed ?? assess({});

  return {
    async openRegion({ regionId, regionsUrl }, { report }) {
      open = undefined;
      assessor = undefined;
      assessed = undefined;
      paintIndustries = undefined;
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

    assessRegion({ edits: asked }) {
      const { overrides: edits, issues } = readOverrides(asked, opened().region.definition);
      if (!edits) return { status: "refused", issues };
      const { result, assessS } = assess(edits);
      return { status: "assessed", view: viewAssessment(result, assessS), issues: result.issues };
    },

    describeCriterion({ criterion, option }) {
      return describeCriterion(latest().result.assessment, criterion, option);
    },

    compareWeights({ set }) {
      const { assessment, definition } = latest().result;
      return compareMethods(assessment, definition, set);
    },

    listIndustries() {
      const { assessment, industries } = latest().result;
      return assessment.options.flatMap((option) => {
        const industry = industries.get(option);
        if (!industry) return [];
        const { id, figures, envelope, cover } = industry;
        return [{ id, figures, envelope, cover }];
      });
    },

    drawIndustries(_, { transfer }) {
      paintIndustries ??= createIndustryPainter(opened().region);
      const pictures = paintIndustries(latest().result.assessment);
      transfer(pictures.pixels.buffer);
      return pictures;
    },

    explainPair({ unit, option }) {
      return explainPair(opened().region, latest().result, unit, option);
    },

    async solveRegion({ problem, timeLimitS }, { signal, report }) {
      const region = opened().region;
      const { edits, result, assessS } = latest();
      const { assessment } = result;
      const startedAtMs = Date.now();
      const { run, issues } = await solveAssessedRegion(
        {
          region,
          assessment,
          ...(Object.keys(edits).length > 0 && { overrides: edits }),
          problem,
          timings: { read: readS, assess: assessS },
        },
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
