import type { Issue } from "#gis";
import { cleanText } from "#report";
import { formatIssue } from "#solver/region";
import type { Language } from "./arguments.ts";

const SEVERITIES = {
  en: { error: "error", warning: "warning", note: "note" },
  zh: { error: "错误", warning: "警告", note: "说明" },
} as const;

/** A finding on one line: how bad it is, where it lies, what it is and what to do. */
export function describeIssue(issue: Issue, lang: Language): string {
  return cleanText(`${SEVERITIES[lang][issue.severity]}: ${formatIssue(issue, lang)}`);
}
