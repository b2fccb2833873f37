import { describe, expect, it } from "vitest";
import { checkProblem, compileProgram } from "#solver/model";
import type { ProblemDefinition } from "#solver/region";
import { anAssessment, aProblem } from "../../tests/helpers/an-assessment.ts";

const ASSESSMENT = anAssessment();
const SOUND = aProblem(ASSESSMENT);

/** Codes with their fields, as a planner would read them. */
function findings(changes: Partial<ProblemDefinition>): readonly string[] {
  return checkProblem({ ...SOUND, ...changes }, ASSESSMENT).map(
    ({ code, where }) => `${code} ${where.field}`,
  );
}

describe("checkProblem", () => {
  it("finds nothing in a sound problem", () => {
    expect(checkProblem(SOUND, ASSESSMENT)).toEqual([]);
  });

  it.each<[string, Partial<ProblemDefinition>, string]>([
    ["NaN", { capitalCny: Number.NaN }, "limit-not-a-number problem.capitalCny"],
    [
      "an infinite limit",
      { labourDaysPerYear: Number.POSITIVE_INFINITY },
      "limit-not-a-number problem.labourDaysPerYear",
    ],
    ["a negative limit", { irrigationM3PerYear: -1 }, "limit-negative problem.irrigationM3PerYear"],
    ["a share above 1", { restorationMinShare: 1.2 }, "limit-too-large problem.restorationMinShare"],
    [
      "a minimum above its maximum",
      { areas: [{ option: "RR", minHa: 5, maxHa: 4 }] },
      "limits-contradict problem.areas[0]",
    ],
    [
      "a negative weight",
      { weights: { ecology: -0.1, economy: 1, employment: 0, suitability: 0 } },
      "limit-negative problem.weights.ecology",
    ],
    [
      "weights that are all zero",
      { weights: { ecology: 0, economy: 0, employment: 0, suitability: 0 } },
      "weights-all-zero problem.weights",
    ],
    [
      "an industry limited twice",
      {
        areas: [
          { option: "RR", minHa: 0, maxHa: 4 },
          { option: "RR", minHa: 0, maxHa: 5 },
        ],
      },
      "area-limit-twice problem.areas[1]",
    ],
    [
      "minima that exceed the region",
      { areas: [{ option: "RR", minHa: 1e6, maxHa: 1e7 }] },
      "minima-exceed-region problem.areas",
    ],
    [
      "a leading share above the diversity cap",
      { leading: { option: "RR", minShare: 0.6 }, diversityMaxShare: 0.5 },
      "limits-contradict problem.leading.minShare",
    ],
    [
      "restoration as the leading industry",
      { leading: { option: "RF", minShare: 0.3 } },
      "leading-not-an-industry problem.leading.option",
    ],
    [
      "an empty payoff range",
      {
        payoff: {
          inputsHash: "",
          ideal: { ecology: 1, economy: 1, employment: 1, suitability: 1 },
          nadir: { ecology: 1, economy: 0, employment: 0, suitability: 0 },
        },
      },
      "payoff-range-empty problem.payoff.ideal.ecology",
    ],
  ])("names field and remedy of %s", (_, changes, expected) => {
    expect(findings(changes)).toEqual([expected]);
    expect(checkProblem({ ...SOUND, ...changes }, ASSESSMENT)[0].context.remedy).toMatch(/\w{3}/);
  });

  it("reports all findings at once", () => {
    expect(findings({ capitalCny: -1, publicCapitalCny: Number.NaN, restorationMinShare: 7 })).toHaveLength(
      3,
    );
  });

  it("stops compilation with an error and lets warnings pass", () => {
    expect(compileProgram({ ...SOUND, capitalCny: -1 }, ASSESSMENT).program).toBeUndefined();
    expect(compileProgram({ ...SOUND, irrigationM3PerYear: undefined }, ASSESSMENT).program).toBeDefined();
  });

  it("stops at a figure that is no number and says where it stands", () => {
    const broken = anAssessment();
    const pair = broken.gates.cap.findIndex((cap) => cap > 0);
    broken.figures.option.marginCny[pair] = Number.NaN;
    const { program, issues } = compileProgram(SOUND, broken);
    expect(program).toBeUndefined();
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "figure-not-a-number", where: { field: "marginCny" } }),
    );
  });
});
