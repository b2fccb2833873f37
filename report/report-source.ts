import type { Run } from "#solver";

type Result = NonNullable<Run["result"]>;

/**
 * What a report is written from: a run with a result, or the same facts put together again by `verifyReport`.
 * The verifier has no solver, so of the solution only the prices are asked for.
 */
export interface ReportSource
  extends Pick<
    Run,
    "region" | "assessment" | "overrides" | "problem" | "program" | "engine" | "termination"
  > {
  readonly result: Pick<Result, "layout" | "whole" | "evaluation"> & {
    readonly solution: Pick<Result["solution"], "rowDual">;
  };
}

/** Versions a report names; the hosts know them, this folder cannot. */
export interface ReportVersions {
  readonly program: string;
  readonly engine: string;
}
