import { describe, expect, it } from "vitest";
import { checkProblem } from "#solver/model";
import { readProblem } from "#solver/region";
import { aRun } from "../tests/helpers/a-run.ts";
import { describeIssue } from "./describe-issue.ts";

const { problem } = aRun();

describe("describeIssue", () => {
  it("says where, what and what to do, in both languages", () => {
    const [issue] = checkProblem({ ...problem, capitalCny: -5 });
    expect(describeIssue(issue, "en")).toBe("error: problem.capitalCny: -5 is negative. Enter zero or more.");
    expect(describeIssue(issue, "zh")).toBe("错误: problem.capitalCny：-5 为负。请填写不小于零的数。");
  });

  it("has a sentence without blanks for every finding in a bad problem", () => {
    const bad = {
      ...problem,
      weights: { ecology: 0, economy: 0, employment: 0, suitability: 0 },
      capitalCny: Number.NaN,
      labourDaysPerYear: -1,
      diversityMaxShare: 2,
      areas: [
        { option: "RR", minHa: 9, maxHa: 1 },
        { option: "RR", minHa: 0, maxHa: 1 },
      ],
      leading: { option: "RF", minShare: 0.3 },
    } as const;
    const issues = [...checkProblem(bad), ...readProblem({ ...bad, areas: "many" }).issues];
    expect(issues.length).toBeGreaterThan(6);
    for (const issue of issues) {
      for (const lang of ["en", "zh"] as const) {
        expect(describeIssue(issue, lang)).not.toMatch(/[{}]|undefined/);
        expect(describeIssue(issue, lang)).not.toContain(`: ${issue.code}`);
      }
    }
  });

  it("never loses a finding that has no sentence, and lets no name act", () => {
    const issue = {
      code: "new-one",
      severity: "note",
      where: { file: "a\u001b[2J" },
      context: { seen: 3 },
    } as const;
    expect(describeIssue(issue, "en")).toBe("note: a\\u{1B}[2J: new-one, seen 3");
  });
});
