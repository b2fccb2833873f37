import { describe, expect, it } from "vitest";
import { readOverrides } from "#solver";
import type { AssessmentOverrides } from "#solver/assessment";
import { ASSESSMENT_IDS, chosenOf, type RegionDefinition } from "#solver/region";
import { aRegionDefinition } from "../../solver/region/region.fixture.ts";
import {
  applyEdits,
  countEdits,
  pruneEdits,
  restoreCurves,
  restoreWeights,
  sameEdits,
  setCurve,
  setFigure,
  setJudgement,
  setMethod,
  setShare,
  setWeight,
} from "./assessment-edits.ts";

const STATED: RegionDefinition = {
  ...aRegionDefinition(),
  criteria: [
    { id: "soil-conservation", weight: 2 },
    { id: "habitat", weight: 1 },
    { id: "slope", weight: 1 },
    { id: "market", weight: 1 },
    { id: "policy", weight: 1 },
  ],
};
const OPTION = STATED.industries[0].id;
const PRICE = { option: OPTION, figure: "priceCnyPerKg", unit: "CNY/kg" };
const OF = ["soil-conservation", "habitat"];

/** One edit after the other, as the window makes them; every state in between must be one that is assessed. */
function edit(...changes: readonly ((now: RegionDefinition) => AssessmentOverrides)[]): AssessmentOverrides {
  let edits: AssessmentOverrides = {};
  for (const change of changes) {
    edits = pruneEdits({ ...edits, ...change(applyEdits(STATED, edits)) }, STATED);
    const { overrides, issues } = readOverrides(edits, STATED);
    expect(issues).toEqual([]);
    expect(sameEdits(overrides!, edits)).toBe(true);
  }
  return edits;
}

describe("an edit of the assessment", () => {
  it("draws a curve for one industry, then one for all, and takes them back without a trace", () => {
    const curve = { form: "linear", from: 30, to: 0 } as const;
    const one = edit((now) => setCurve(now, "slope", OPTION, curve));
    expect(one.criteria?.find(({ id }) => id === "slope")?.curves).toEqual([
      { option: OPTION, function: curve, label: "user", source: "planner" },
    ]);
    const all = edit(
      (now) => setCurve(now, "slope", OPTION, curve),
      (now) => setCurve(now, "slope", undefined, curve),
    );
    expect(all.criteria?.find(({ id }) => id === "slope")?.curves).toHaveLength(1);
    expect(
      edit(
        (now) => setCurve(now, "slope", OPTION, curve),
        (now) => restoreCurves(now, STATED, "slope"),
      ),
    ).toEqual({});
  });

  it("keeps weights at a sum of 1 whatever is set", () => {
    expect(setShare([0.5, 0.25, 0.25], 0, 0.2)).toEqual([0.2, 0.4, 0.4]);
    expect(setShare([1, 0, 0], 0, 0.4)).toEqual([0.4, 0.3, 0.3]);
    const weights = ASSESSMENT_IDS.map((id) => STATED.assessmentWeights[id]);
    const { assessmentWeights } = edit((now) =>
      setWeight(now, "assessments", { of: ASSESSMENT_IDS, weights }, "policy", 0.55),
    );
    expect(assessmentWeights?.policy).toBe(0.55);
    expect(Object.values(assessmentWeights ?? {}).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(
      1,
      12,
    );
  });

  it("carries judgements along when a criterion stops or starts to count", () => {
    const edits = edit(
      (now) => setJudgement(now, "ecological", OF, [0, 1], 3),
      (now) => setWeight(now, "ecological", { of: OF, weights: [0.75, 0.25] }, "habitat", 0),
      (now) =>
        setWeight(
          now,
          "ecological",
          { of: ["soil-conservation", "habitat"], weights: [1, 0] },
          "habitat",
          0.5,
        ),
    );
    expect(chosenOf("ecological", applyEdits(STATED, edits).criteria)).toEqual(OF);
    expect(edits.criteriaWeighing?.ecological?.judgements?.of).toEqual(OF);
  });

  it("fills the reciprocal of a judgement and keeps a method that uses it", () => {
    const edits = edit(
      (now) => setMethod(now, "ecological", OF, "ahp-entropy"),
      (now) => setJudgement(now, "ecological", OF, [0, 1], 5),
    );
    expect(edits.criteriaWeighing?.ecological).toMatchObject({
      method: "ahp-entropy",
      judgements: {
        matrix: [
          [1, 5],
          [1 / 5, 1],
        ],
        label: "user",
      },
    });
    expect(
      edit(
        (now) => setJudgement(now, "ecological", OF, [0, 1], 5),
        (now) => restoreWeights(now, STATED, "ecological"),
      ),
    ).toEqual({});
  });

  it("marks a figure as the planner's, and counts and forgets it", () => {
    const edits = edit((now) => setFigure(now, STATED, PRICE, 12));
    expect(edits.industries?.[0].figures?.priceCnyPerKg).toEqual({
      value: 12,
      unit: "CNY/kg",
      label: "user",
      source: "planner",
    });
    expect(countEdits(edits, STATED)).toBe(1);
    expect(
      edit(
        (now) => setFigure(now, STATED, PRICE, 12),
        (now) => setFigure(now, STATED, PRICE, undefined),
      ),
    ).toEqual({});
  });
});
