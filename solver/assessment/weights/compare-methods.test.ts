import { describe, expect, it } from "vitest";
import { ASSESSMENT_IDS, type CriterionChoice, WEIGHT_METHODS } from "#solver/region";
import { createAssessor } from "../assess-region.ts";
import { oneParcel } from "../one-parcel.fixture.ts";
import { compareMethods } from "./compare-methods.ts";

const CRITERIA: readonly CriterionChoice[] = [
  { id: "habitat", weight: 3 },
  { id: "desertification", weight: 1 },
  { id: "slope", weight: 1 },
  { id: "net-return", weight: 1 },
  // The criterion of the assessment of the same name: its weight is not the assessment's.
  { id: "policy", weight: 7 },
];
const { assessment, definition } = createAssessor(oneParcel({ landUse: "grass" }))({ criteria: CRITERIA });
const stated = (set: Parameters<typeof compareMethods>[2]) =>
  compareMethods(assessment, definition, set).find(({ method }) => method === "stated")?.applied;

describe("compareMethods", () => {
  it("gives every method, each with weights that sum to 1", () => {
    const rows = compareMethods(assessment, definition, "assessments");
    expect(rows.map(({ method }) => method)).toEqual([...WEIGHT_METHODS]);
    for (const { applied } of rows) {
      expect(applied.of).toEqual(ASSESSMENT_IDS);
      expect(applied.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });

  it("states the assessments' own weights, whatever a criterion of the same name weighs", () => {
    expect(stated("assessments")?.weights).toEqual([0.3, 0.3, 0.25, 0.15]);
  });

  it("states the weights of an assessment's criteria as shares", () => {
    expect(stated("ecological")).toMatchObject({ of: ["habitat", "desertification"], weights: [0.75, 0.25] });
    expect(stated("policy")?.weights).toEqual([1]);
  });
});
