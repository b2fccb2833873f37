import type { Issue } from "#gis";
import type { CriterionResult } from "../assessment.ts";
import { assessmentIssue } from "../issue-messages.ts";

/** Criteria with raw values outside the plausible range of their spec, one issue each. */
export function checkCriterionRanges(criteria: readonly CriterionResult[]): Issue[] {
  return criteria.flatMap(({ spec, raw }) => {
    const [low, high] = spec.range;
    let [pairs, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of raw) {
      if (value < low || value > high) pairs++;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (pairs === 0) return [];
    const seen = { least: Number(least.toPrecision(5)), most: Number(most.toPrecision(5)) };
    const context = { pairs, ...seen, low, high, unit: spec.unit };
    return [assessmentIssue("criterion-out-of-range", "warning", { field: spec.id }, context)];
  });
}
