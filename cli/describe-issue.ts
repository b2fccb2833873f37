import type { Issue } from "#gis";
import { cleanText } from "#report";
import type { Language } from "./arguments.ts";

const SEVERITIES = {
  en: { error: "error", warning: "warning", note: "note" },
  zh: { error: "错误", warning: "警告", note: "说明" },
} as const;

/**
 * A finding on one line: how bad, where, what, the values seen and the remedy.
 *
 * `error: region.json: problem.capitalCny: limit negative (value -5): enter zero or more`
 */
export function describeIssue({ code, severity, where, context }: Issue, lang: Language): string {
  const { remedy, ...values } = context;
  const place = [where.file, where.layer, where.feature, where.field].filter((part) => part !== undefined);
  const seen = Object.entries(values).map(([key, value]) => `${key} ${value}`);
  const words = [
    SEVERITIES[lang][severity],
    ...place,
    code.replaceAll("-", " ") + (seen.length > 0 ? ` (${seen.join(", ")})` : ""),
    ...(remedy === undefined ? [] : [String(remedy)]),
  ];
  return cleanText(words.join(": "));
}
