import type { Issue } from "./issue.ts";
import { type GisIssueCode, gisIssue } from "./issue-messages.ts";

/**
 * Counts findings about single features, so that a layer with one fault in five thousand places yields one issue:
 * it names the first feature, how many there are and some of them, with the values of the first.
 */
export class IssueTally {
  private readonly found = new Map<
    GisIssueCode,
    { severity: Issue["severity"]; context: Issue["context"]; features: string[] }
  >();

  constructor(private readonly file: string) {}

  add(
    code: GisIssueCode,
    severity: Issue["severity"],
    feature: string,
    context: Issue["context"] = {},
  ): void {
    const known = this.found.get(code);
    if (known === undefined) this.found.set(code, { severity, context, features: [feature] });
    else known.features.push(feature);
  }

  list(): Issue[] {
    const SHOWN = 5;
    return [...this.found].map(([code, { severity, context, features }]) => {
      const named = features.slice(0, SHOWN).join(", ");
      return gisIssue(
        code,
        severity,
        { file: this.file, feature: features[0] },
        {
          ...context,
          count: features.length,
          features: features.length > SHOWN ? `${named}, ...` : named,
        },
      );
    });
  }
}
