import { type Issue, isUsable } from "#gis";
import { cleanText } from "#report";
import type { Language } from "./arguments.ts";
import { describeIssue } from "./describe-issue.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Says every finding on standard error, and with `json` also as one object on standard output.
 *
 * @returns the exit code the findings ask for.
 */
export function reportFindings(
  issues: readonly Issue[],
  {
    regionWord,
    json,
    lang,
    terminal,
  }: {
    readonly regionWord: string;
    readonly json: boolean;
    readonly lang: Language;
    readonly terminal: Terminal;
  },
): ExitCode {
  for (const issue of issues)
    terminal.err(`fenglin: ${cleanText(regionWord)}: ${describeIssue(issue, lang)}\n`);
  if (json) terminal.out(`${JSON.stringify({ region: regionWord, issues })}\n`);
  return isUsable(issues) ? EXIT.done : EXIT.input;
}
