import { describe, expect, it } from "vitest";
import type { OptionId } from "#solver/region";
import type { RunResultView } from "../workers/views.ts";
import { industryAreas } from "./industry-areas.ts";

/** 10 ha each: bare land put to pepper, a pepper stand renovated, a pepper stand kept, a tea stand half renovated. */
const AREA_HA = Float64Array.of(10, 10, 10, 10);
const OPTIONS: readonly OptionId[] = ["ZP", "TE", "RN"];
const STAND: readonly (OptionId | "")[] = ["", "ZP", "ZP", "TE"];
const SHARE = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0.5);

function aResult(): Pick<RunResultView, "evaluation" | "share"> {
  const industries = [
    { option: "ZP", areaHa: 10, standHa: 20 },
    { option: "TE", areaHa: 0, standHa: 10 },
    { option: "RN", areaHa: 15, standHa: 0 },
  ];
  return { share: SHARE, evaluation: { industries } } as unknown as Pick<
    RunResultView,
    "evaluation" | "share"
  >;
}

describe("areas by industry", () => {
  const rows = industryAreas(aResult(), { options: OPTIONS, stand: STAND }, AREA_HA);

  it("gives renovated land to the industry of its stand", () => {
    expect(rows).toEqual([
      { option: "ZP", newHa: 10, renovatedHa: 10, keptHa: 10, totalHa: 30 },
      { option: "TE", newHa: 0, renovatedHa: 5, keptHa: 5, totalHa: 10 },
    ]);
  });

  it("counts no hectare twice", () => {
    const total = rows.reduce((sum, { totalHa }) => sum + totalHa, 0);
    expect(total).toBe(40);
    // What a table that lists renovation beside its industries would add up to.
    const naive = aResult().evaluation.industries.reduce((sum, row) => sum + row.areaHa + row.standHa, 0);
    expect(naive).toBe(55);
  });
});
