import type { RunSummary } from "./jobs.ts";

/** The one object of `solve --json`. Its members and their meaning are part of the command's promise. */
export function summariseJson(summary: RunSummary, files: readonly string[]): Record<string, unknown> {
  const { region, engine, termination, timings, result } = summary;
  return {
    region: region.id,
    engine,
    termination,
    objective: result
      ? { value: result.evaluation.objective.value, parts: result.evaluation.objective.parts }
      : null,
    certificate: result ? summariseCertificate(result.certificate) : null,
    totals: Object.fromEntries(
      (result?.evaluation.totals ?? []).map(({ id, unit, today, planned, change }) => [
        id,
        { unit, today, planned, change },
      ]),
    ),
    timings,
    files,
  };
}

/** The certificate's five figures; `primal` is what another solver reports for the written program. */
function summariseCertificate({
  state,
  primal,
  bound,
  gap,
  maxResidual,
}: NonNullable<RunSummary["result"]>["certificate"]) {
  return { state, primal, bound, gap, maxResidual };
}
