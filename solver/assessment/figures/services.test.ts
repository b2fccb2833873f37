import { describe, expect, it } from "vitest";
import { assessRegion } from "../assess-region.ts";
import { oneParcel, type Site } from "../one-parcel.fixture.ts";

function todayOf(site: Site) {
  const { assessment } = assessRegion(oneParcel(site));
  return {
    fact: (id: string) => assessment.facts.get(id)![0],
    lossT: assessment.figures.present.soilLossT[0],
    waterM3: assessment.figures.present.waterM3[0],
  };
}

describe("services of today", () => {
  it("conserves what bare soil would lose and the cover does not", () => {
    const dry = todayOf({ landUse: "dry" });
    const forest = todayOf({ landUse: "forest" });
    expect(dry.fact("soilConservedT") + dry.lossT).toBeCloseTo(
      forest.fact("soilConservedT") + forest.lossT,
      3,
    );
    expect(forest.fact("soilConservedT")).toBeGreaterThan(dry.fact("soilConservedT"));
    expect(dry.lossT).toBeGreaterThan(0);
  });

  it("puts the same loss under both tolerances: classes of intensity, and soil formation on carbonate", () => {
    const { fact, lossT } = todayOf({ landUse: "dry", slopeDeg: 20 });
    expect(fact("soilLossIntensity")).toBe(
      [500, 2500, 5000, 8000, 15_000].filter((b) => 100 * lossT >= b).length,
    );
    expect(fact("toleranceMultiple")).toBeCloseTo((100 * lossT) / 50, 3);
  });

  it("yields the water that runs off as well as what is conserved", () => {
    const { fact, waterM3 } = todayOf({ landUse: "dry", rainMm: 1150 });
    expect(fact("waterYieldM3")).toBeGreaterThan(waterM3);
    // Thinner soil evaporates less: it yields more, and is no better for it.
    expect(todayOf({ landUse: "dry", depthCm: 15 }).fact("waterYieldM3")).toBeGreaterThan(
      fact("waterYieldM3"),
    );
  });

  it("rates steep rocky land without cover as extremely sensitive, and so as extremely important", () => {
    const harsh = todayOf({ landUse: "bare", bedrockPct: 80, slopeDeg: 30, coverPct: 10 });
    expect(harsh.fact("desertificationSensitivity")).toBeCloseTo(5, 6);
    expect(harsh.fact("importanceGrade")).toBe(2);
    expect(
      todayOf({ landUse: "dry", bedrockPct: 10, coverPct: 70, slopeDeg: 3 }).fact(
        "desertificationSensitivity",
      ),
    ).toBe(1);
  });

  it("grades land for farming by the worst of slope, rain and heat", () => {
    expect(todayOf({ slopeDeg: 1, rainMm: 1300 }).fact("farmingGrade")).toBe(2);
    expect(todayOf({ slopeDeg: 20, rainMm: 1300 }).fact("farmingGrade")).toBe(4);
    expect(todayOf({ slopeDeg: 1, rainMm: 700 }).fact("farmingGrade")).toBe(3);
  });

  it("stays as it is when prices change, and closes nothing", () => {
    const region = oneParcel({ landUse: "dry", slopeDeg: 20 });
    const plain = assessRegion(region).assessment;
    const dear = assessRegion(region, { terms: { wageCnyPerDay: 500 } }).assessment;
    for (const id of ["importance", "importanceGrade", "soilConservedT", "toleranceMultiple"])
      expect(dear.facts.get(id)).toEqual(plain.facts.get(id));
    expect(plain.gates.masks.some(({ id }) => id.includes("importance"))).toBe(false);
  });
});
