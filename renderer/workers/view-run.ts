import type { Run } from "#solver";
import { lookOf } from "../ui/industries.ts";
import type { OpenRegion } from "./open-region.ts";
import { findPatches } from "./patches.ts";
import { keepText } from "./publish.ts";
import type { RowView, RunResultView, RunView } from "./views.ts";

/** The page's copy of a run: layout, certificate, totals, prices and where codes are written. */
export function viewRun(
  run: Run,
  about: { readonly id: number; readonly startedAtMs: number },
  open: OpenRegion,
): RunView {
  const { problem, engine, termination, timings, program, result } = run;
  const rows = program.rows.map(
    ({ id, title, unit, law, scale }, row): RowView => ({
      id,
      title,
      unit,
      law,
      // The engine's row is divided by `scale`, so its price is per `scale` units of the row.
      price: result ? Math.abs(result.solution.rowDual[row] ?? 0) / scale : 0,
    }),
  );
  return {
    ...about,
    problem,
    edits: run.overrides ?? {},
    engine,
    termination,
    timings,
    rows,
    result: result && viewResult(result, run, open),
  };
}

function viewResult(result: NonNullable<Run["result"]>, run: Run, open: OpenRegion): RunResultView {
  const { certificate, layout, whole, evaluation, explanation } = result;
  return {
    certificate,
    share: layout.share,
    leading: layout.leading,
    splitUnits: layout.splitUnits,
    whole: whole.found ? { found: true, gap: whole.gap, leading: whole.layout.leading } : { found: false },
    evaluation,
    explanation,
    codesUrl: keepText(writeCodes(layout.leading, run, open)),
  };
}

/** A patch below this never reaches 30 px on a map that still shows its surroundings. */
const SMALLEST_PATCH_HA = 3;

function writeCodes(
  leading: Int16Array,
  { program, region, assessment }: Run,
  { edges, toDegrees }: OpenRegion,
): string {
  const features = findPatches(edges, leading, program.areaHa)
    .filter(({ areaHa }) => areaHa >= SMALLEST_PATCH_HA)
    .map(({ use, areaHa, unit }) => {
      const code = program.options[use];
      const ink = lookOf(code, assessment.stand[unit])?.ink;
      const [x, y] = [region.units.points[unit * 2], region.units.points[unit * 2 + 1]];
      return {
        type: "Feature",
        properties: { code, ink, areaHa },
        geometry: { type: "Point", coordinates: toDegrees(x, y) },
      };
    });
  return JSON.stringify({ type: "FeatureCollection", features });
}
