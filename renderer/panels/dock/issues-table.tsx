import type { Issue, IssuePlace } from "#gis";
import { ASSESSMENT_MESSAGES, formatAssessmentIssue } from "#solver/assessment";
import { formatIssue } from "#solver/region";
import { viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { formatQuantity } from "../../ui/format-quantity.ts";
import { Empty } from "../../ui/parts.tsx";
import { useText, type Words } from "../../ui/use-text.ts";
import { PROBLEM_ISSUE_TEXTS } from "./issue-texts.ts";

const SEVERITIES = { error: "issueError", warning: "issueWarning", note: "issueNote" } as const;
const TONES = { error: "bad", warning: "warn", note: undefined } as const;
const RANK = { error: 0, warning: 1, note: 2 } as const;

/** What was found in the data, the gravest first. */
export function IssuesTable() {
  const words = useText();
  const { t, pick } = words;
  const issues = useStore((state) => state.issues);
  const view = useStore(viewOf);
  if (issues.length === 0) return <Empty text={t("noIssues")} />;
  const titles = new Map(view?.definition.layers.map(({ id, title }) => [id, pick(title)]));
  const sorted = [...issues].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t("issueSeverity")}</th>
          <th scope="col">{t("issueWhere")}</th>
          <th scope="col">{t("issueWhat")}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((issue, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity and the list is replaced whole
          <tr key={at}>
            <td>
              <span className="chip" data-tone={TONES[issue.severity]}>
                {t(SEVERITIES[issue.severity])}
              </span>
            </td>
            <td>{describePlace(issue.where, titles)}</td>
            <td className="wraps">{describeIssue(issue, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describePlace(
  { file, layer, feature, field }: IssuePlace,
  titles: ReadonlyMap<string, string>,
): string {
  return [layer ? (titles.get(layer) ?? layer) : file, feature, field].filter(Boolean).join(" · ");
}

/** A finding as a sentence, from the stage that found it. */
export function describeIssue(issue: Issue, { locale }: Pick<Words, "locale">): string {
  const { code, context, where } = issue;
  const own = PROBLEM_ISSUE_TEXTS[code]?.[locale];
  if (own === undefined) {
    return code in ASSESSMENT_MESSAGES ? formatAssessmentIssue(issue, locale) : formatIssue(issue, locale);
  }
  const values: Readonly<Record<string, string | number>> = { ...where, ...context };
  return own.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = values[name];
    return typeof value === "number" ? formatQuantity(value, "", locale) : (value ?? blank);
  });
}
