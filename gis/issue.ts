/** A finding in the user's data. Findings are values: they are collected, shown together and translated by `code`. */
export interface Issue {
  /** Stable name of the finding, kebab-case; the window and the CLI translate it. */
  readonly code: string;
  /** `error` stops the flow, `warning` is shown and carried into the report, `note` says what was done. */
  readonly severity: "error" | "warning" | "note";
  readonly where: IssuePlace;
  /** Values for the sentence: what was seen, what was expected, what to do. */
  readonly context: Readonly<Record<string, string | number>>;
}

export interface IssuePlace {
  readonly file?: string;
  readonly layer?: string;
  readonly feature?: string;
  readonly field?: string;
}

/** A broken contract inside `gis`: the caller's fault, never the data's. */
export class GisError extends Error {
  override readonly name = "GisError";
  constructor(
    readonly code: string,
    message: string,
    readonly context: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}

/** True when no issue is an error. */
export function isUsable(issues: readonly Issue[]): boolean {
  return !issues.some((issue) => issue.severity === "error");
}
