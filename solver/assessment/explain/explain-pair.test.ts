import { beforeAll, describe, expect, it } from "vitest";
import { type OptionId, OVERLAY_METHODS, type Region, readRegion } from "#solver/region";
import { recomputeSuitability } from "../../../tests/helpers/recompute-suitability.ts";
import { cropRegion } from "../../../tests/helpers/smaller-region.ts";
import { createAssessor, explainPair, FACT_SPECS, type PairExplanation } from "../index.ts";
import { oneParcel, type Site } from "../one-parcel.fixture.ts";

describe("explainPair on a sample region", () => {
  let region: Region;
  let assess: ReturnType<typeof createAssessor>;

  beforeAll(async () => {
    const read = await readRegion(await cropRegion("huajiang", 120));
    if (!read.region) throw new Error(JSON.stringify(read.issues));
    region = read.region;
    assess = createAssessor(region);
  }, 60_000);

  it.each(OVERLAY_METHODS)("lets every suitability be computed anew from the chain alone (%s)", (overlay) => {
    const assessed = assess({ overlay });
    const { assessment } = assessed;
    let open = 0;
    for (let unit = 0; unit < assessment.unitCount; unit += 12) {
      assessment.options.forEach((option, k) => {
        const chain = throughJson(explainPair(region, assessed, unit, option));
        const pair = unit * assessment.options.length + k;
        expect(
          Math.abs(recomputeSuitability(chain) - assessment.suitability[pair]),
          `${unit} ${option}`,
        ).toBeLessThan(1e-6);
        if (assessment.gates.cap[pair] > 0) open++;
      });
    }
    expect(open).toBeGreaterThan(20);
  });

  it("notices a chain that was tampered with", () => {
    const assessed = assess({ overlay: "geometric" });
    const { unit, option } = firstOpen(assessed.assessment);
    const chain = throughJson(explainPair(region, assessed, unit, option));
    const criteria = chain.criteria.map((criterion) =>
      criterion.id === "soil-conservation" ? { ...criterion, raw: criterion.raw * 1.01 + 0.01 } : criterion,
    );
    expect(Math.abs(recomputeSuitability({ ...chain, criteria }) - chain.suitability.value)).toBeGreaterThan(
      1e-6,
    );
  });

  it("gives the cells whose weighted mean is the fact", () => {
    const assessed = assess();
    const { unit, option } = firstOpen(assessed.assessment);
    const { layers, facts } = explainPair(region, assessed, unit, option);
    const means = { elevation: "elevationM", "bedrock-exposure": "bedrockPct" } as const;
    for (const [layer, fact] of Object.entries(means)) {
      const evidence = layers.find(({ id }) => id === layer);
      if (evidence?.kind !== "raster") throw new Error(`${layer} is not told`);
      const weight = evidence.samples.reduce((sum, { share }) => sum + share, 0);
      const mean = evidence.samples.reduce((sum, { value, share }) => sum + value * share, 0) / weight;
      expect(evidence.weight).toBeCloseTo(weight, 9);
      expect(evidence.min).toBeLessThanOrEqual(mean);
      expect(evidence.max).toBeGreaterThanOrEqual(mean);
      expect(mean).toBeCloseTo(facts.find(({ id }) => id === fact)?.value ?? Number.NaN, 2);
    }
  });

  it("names every layer it speaks of, with file, label and source", () => {
    const assessed = assess();
    const { unit, option } = firstOpen(assessed.assessment);
    const { layers, facts } = explainPair(region, assessed, unit, option);
    const told = new Set(layers.map(({ id }) => id));
    expect(facts.flatMap((fact) => fact.layers).filter((id) => !told.has(id))).toEqual([]);
    expect(layers.every(({ file, label, source }) => file !== "" && label && source !== "")).toBe(true);
  });

  it("uses the overrides it was assessed under", () => {
    const price = { value: 77, unit: "CNY/kg", label: "user" as const, source: "the planner" };
    const { definition } = region;
    const industries = definition.industries.map((entry) =>
      entry.id === "ZP" ? { ...entry, figures: { ...entry.figures, priceCnyPerKg: price } } : entry,
    );
    const { parameters } = explainPair(region, assess({ industries }), 0, "ZP");
    expect(parameters.find(({ id }) => id === "priceCnyPerKg")).toMatchObject(price);
  });
});

describe("explainPair on one parcel", () => {
  const explain = (site: Site, option: OptionId): PairExplanation => {
    const region = oneParcel(site);
    return explainPair(region, createAssessor(region)(), 0, option);
  };

  it("names the gates with article and share, and what a planner may open", () => {
    const { gates, suitability } = explain({ zones: ["farmland"] }, "FG");
    expect(suitability.value).toBe(0);
    expect(gates.largestShare).toBe(0);
    expect(gates.reasons).toContainEqual(
      expect.objectContaining({ id: "basic-farmland", effect: "condition", share: 1, label: "S" }),
    );
  });

  it("tells the note of a condition that was opened", () => {
    const note = { zh: "已批准", en: "approved" };
    const { gates } = explain(
      { open: [{ mask: "other-cropland", options: ["RR"], note }], soil: "yellow" },
      "RR",
    );
    expect(gates.opened).toEqual([
      { mask: "other-cropland", title: expect.objectContaining({ en: "Other cultivated land" }), note },
    ]);
  });

  it("judges a renovation as the stand it renews", () => {
    const { judgedAs, parameters } = explain({ landUse: "orchard-tea", stand: "RR" }, "RN");
    expect(judgedAs).toBe("RR");
    expect(parameters.find(({ id }) => id === "yieldT")?.value).toBe(12);
  });

  it("says which layers a parcel without data lacks", () => {
    const { parcel, suitability } = explain({ landUse: "grass", without: ["soil-depth"] }, "RR");
    expect(parcel.lacking).toEqual(["soil-depth"]);
    expect(suitability.value).toBeNaN();
  });

  it("refuses a parcel and an industry that are not there", () => {
    const region = oneParcel({});
    const assessed = createAssessor(region)({ industries: [{ id: "RR" }] });
    expect(() => explainPair(region, assessed, 1, "RR")).toThrow("no parcel 1");
    expect(() => explainPair(region, assessed, 0, "GR")).toThrow("GR");
  });
});

describe("FACT_SPECS", () => {
  it("describes exactly the facts that are listed", () => {
    const { assessment } = createAssessor(oneParcel({}))();
    expect([...assessment.facts.keys()]).toEqual([...FACT_SPECS.keys()]);
  });
});

/** The chain as someone reads it who has only what was printed: NaN has become null. */
function throughJson(chain: PairExplanation): PairExplanation {
  return JSON.parse(JSON.stringify(chain));
}

function firstOpen({ gates, options }: ReturnType<ReturnType<typeof createAssessor>>["assessment"]): {
  unit: number;
  option: OptionId;
} {
  const pair = gates.cap.indexOf(1);
  return { unit: Math.trunc(pair / options.length), option: options[pair % options.length] };
}
