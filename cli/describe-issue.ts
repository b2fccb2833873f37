import { composeSentence, type Issue, type IssueMessages } from "#gis";
import { cleanText } from "#report";
import { ASSESSMENT_MESSAGES } from "#solver/assessment";
import { formatIssue } from "#solver/region";
import type { Language } from "./arguments.ts";
import { PROBLEM_MESSAGES, PROGRAM_FILE_MESSAGES } from "./issue-messages.ts";

const SEVERITIES = {
  en: { error: "error", warning: "warning", note: "note" },
  zh: { error: "错误", warning: "警告", note: "说明" },
} as const;

/** Sentences of the stages after reading; reading has its own, and prints a code that has none with its values. */
const LATER_MESSAGES: IssueMessages = {
  ...PROBLEM_MESSAGES,
  ...PROGRAM_FILE_MESSAGES,
  ...ASSESSMENT_MESSAGES,
};

/** A finding on one line: how bad it is, where it lies, what it is and what to do. */
export function describeIssue(issue: Issue, lang: Language): string {
  const sentence = Object.hasOwn(LATER_MESSAGES, issue.code)
    ? composeSentence(issue, lang, LATER_MESSAGES)
    : formatIssue(issue, lang);
  return cleanText(`${SEVERITIES[lang][issue.severity]}: ${sentence}`);
}
