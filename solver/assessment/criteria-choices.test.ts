import { describe, expect, it } from "vitest";
import { ASSESSMENT_IDS, CRITERION_IDS, type CriterionChoice, type CriterionId } from "#solver/region";
import { type AssessmentOverrides, createAssessor, criterionSpecs } from "./index.ts";
import { oneParcel } from "./one-parcel.fixture.ts";

const ALL = ASSESSMENT_IDS.flatMap((id): readonly CriterionId[] => CRITERION_IDS[id]);
const alike = (change: Partial<Record<CriterionId, Partial<CriterionChoice>>> = {}): CriterionChoice[] =>
  ALL.map((id) => ({ id, weight: 1, ...change[id] }));
const FALLING: CriterionChoice["curves"] = [
  { function: { form: "linear", from: 12, to: 0 }, label: "user", source: "drawn" },
];

/** Scores of the first parcel and industry under overrides. */
function pairOf(overrides: AssessmentOverrides = {}) {
  const { assessment } = createAssessor(oneParcel({ landUse: "grass", slopeDeg: 10 }))(overrides);
  return {
    assessment,
    resource: assessment.scores.resource[0],
    growth: assessment.figures.option.yieldT[0],
    suitability: assessment.suitability[0],
  };
}

describe("criteria of a region", () => {
  it("have a spec each, under the assessment that the region's list puts them", () => {
    for (const id of ASSESSMENT_IDS)
      expect(criterionSpecs.filter(({ assessment }) => assessment === id).map((spec) => spec.id)).toEqual(
        CRITERION_IDS[id],
      );
  });

  it("count alike where none are stated", () => {
    const [unstated, stated] = [pairOf().assessment, pairOf({ criteria: alike() }).assessment];
    expect(stated.suitability).toEqual(unstated.suitability);
    expect(stated.criteria.filter(({ spec }) => spec.assessment === "resource")[0].weight).toBe(1 / 13);
  });

  it("are still shown, but neither score nor limit nor grow, without a weight", () => {
    const { assessment } = pairOf({ criteria: alike({ slope: { weight: 0 } }) });
    const at = assessment.criteria.findIndex(({ spec }) => spec.id === "slope");
    expect(assessment.criteria[at].weight).toBe(0);
    expect(assessment.criteria[at].membership[0]).toBeGreaterThan(0);
    expect(assessment.limiting).not.toContain(at);
    const drawnAway = pairOf({ criteria: alike({ slope: { weight: 0, curves: FALLING } }) });
    expect(drawnAway.assessment.suitability).toEqual(assessment.suitability);
  });

  it("pull the score towards the one that weighs more", () => {
    const { assessment, resource } = pairOf();
    const worst = assessment.criteria[assessment.limiting[0]].spec;
    const heavier = pairOf({ criteria: alike({ [worst.id]: { weight: 9 } }) });
    const score = worst.assessment;
    expect(heavier.assessment.scores[score][0]).toBeLessThan(assessment.scores[score][0]);
    expect(resource).toBeGreaterThan(0);
  });

  it("follow a drawn curve, in the score and, for a criterion of growth, in the yield", () => {
    const own = pairOf();
    const drawn = pairOf({ criteria: alike({ slope: { curves: FALLING } }) });
    expect(drawn.resource).toBeLessThan(own.resource);
    expect(drawn.growth).toBeLessThan(own.growth);
    const slope = drawn.assessment.criteria.find(({ spec }) => spec.id === "slope")!;
    expect(slope.curves.get(drawn.assessment.options[0])).toMatchObject({ label: "user", source: "drawn" });
  });

  it("join by the overlay asked for, and the least is never above the mean", () => {
    const least = pairOf({ overlay: "least" });
    const linear = pairOf({ overlay: "linear" });
    const geometric = pairOf();
    expect(least.suitability).toBeLessThanOrEqual(geometric.suitability);
    expect(geometric.suitability).toBeLessThanOrEqual(linear.suitability);
    expect(least.suitability).toBeLessThan(linear.suitability);
  });

  it("are weighed by the method asked for, which is told with its parts", () => {
    const { assessment } = pairOf({
      weighing: {
        method: "ahp-entropy",
        judgements: {
          of: ASSESSMENT_IDS,
          matrix: [
            [1, 2, 4, 6],
            [1 / 2, 1, 3, 5],
            [1 / 4, 1 / 3, 1, 2],
            [1 / 6, 1 / 5, 1 / 2, 1],
          ],
          label: "user",
          source: "panel",
        },
      },
    });
    const { weights, parts, method } = assessment.weighing.assessments;
    expect(method).toBe("ahp-entropy");
    expect(parts[0].weights[0]).toBeCloseTo(0.498983, 6);
    weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo((parts[0].weights[i] + parts[1].weights[i]) / 2, 12);
    });
  });

  it("say that judgements contradict each other, and use the stated weights", () => {
    const { assessment, issues } = createAssessor(oneParcel({ landUse: "grass", slopeDeg: 10 }))({
      weighing: {
        method: "ahp",
        judgements: {
          of: ASSESSMENT_IDS,
          matrix: [
            [1, 9, 1 / 9, 1],
            [1 / 9, 1, 9, 1],
            [9, 1 / 9, 1, 1],
            [1, 1, 1, 1],
          ],
          label: "user",
          source: "panel",
        },
      },
    });
    expect(assessment.weighing.assessments.weights).toEqual([0.3, 0.3, 0.25, 0.15]);
    const found = issues.find(({ code }) => code === "judgements-inconsistent");
    expect(found).toMatchObject({ severity: "warning", where: { field: "weighing" } });
    expect(found?.context).toMatchObject({ given: 9 });
  });
});

describe("an assessor", () => {
  const region = oneParcel({ landUse: "grass", slopeDeg: 10 });

  it.each<[string, AssessmentOverrides, readonly string[]]>([
    ["nothing", {}, []],
    [
      "a weight of an assessment",
      { assessmentWeights: { ecological: 1, resource: 0, potential: 0, policy: 0 } },
      ["scores"],
    ],
    ["an overlay", { overlay: "least" }, ["scores"]],
    [
      "an indicator",
      { indicators: [{ id: "market", option: "RR", score: 0.2, label: "user", source: "" }] },
      ["effects", "scores"],
    ],
    ["a wage", { terms: { wageCnyPerDay: 120 } }, ["figures", "effects", "scores"]],
    [
      "a switch of a rule",
      { openConditions: [{ mask: "other-cropland", options: ["RR"], note: { zh: "因", en: "why" } }] },
      ["gates", "figures", "effects", "scores"],
    ],
    [
      "the method of the grades",
      { desertificationMethod: "lyt1840" },
      ["facts", "sites", "stands", "gates", "figures", "effects", "scores"],
    ],
  ])("recomputes after %s only what depends on it", (_, overrides, stages) => {
    const assess = createAssessor(region);
    expect(assess().recomputed[0]).toBe("facts");
    const { assessment, recomputed } = assess(overrides);
    expect(recomputed).toEqual(stages);
    expect(assessment).toEqual(createAssessor(region)(overrides).assessment);
  });

  it("recomputes after a curve of growth the yields, and after another one only the scores", () => {
    const assess = createAssessor(region);
    assess({ criteria: alike() });
    expect(assess({ criteria: alike({ slope: { curves: FALLING } }) }).recomputed).toEqual([
      "sites",
      "stands",
      "gates",
      "figures",
      "effects",
      "scores",
    ]);
    expect(
      assess({ criteria: alike({ slope: { curves: FALLING }, habitat: { weight: 3 } }) }).recomputed,
    ).toEqual(["scores"]);
  });
});
