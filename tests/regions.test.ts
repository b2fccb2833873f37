import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { doJob, findRegion, listSampleRegions, openRegion, type RegionPlace, type SolveOutcome } from "#cli";
import { verifyReport } from "#report";
import type { OptionId } from "#solver/region";
import { compareOutcome, describeOutcome, type ExpectedOutcome } from "../scripts/expected-outcome.ts";

/** What the areas are known for: trellises, Rosa roxburghii, pepper with pitaya. */
const KNOWN_FOR: Readonly<Record<string, readonly [leading: OptionId, ...others: OptionId[]]>> = {
  "red-maple-lake": ["GR", "TE"],
  "salad-creek": ["RR", "FG"],
  huajiang: ["ZP", "PT", "HS"],
};

describe.each(await listSampleRegions())("sample region %s", (id) => {
  let place: RegionPlace;
  let outcome: SolveOutcome;
  let expected: ExpectedOutcome;

  beforeAll(async () => {
    place = await findRegion(id);
    expected = JSON.parse(await readFile(join(place.folder, "expected.json"), "utf8"));
    outcome = await doJob<"solve">({
      kind: "solve",
      place,
      engine: "auto",
      wants: { report: true, program: false },
    });
  });

  it("is read without a complaint", () => {
    expect(outcome.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  it("ends optimal and verified", () => {
    expect(outcome.summary?.termination).toEqual({ reason: "optimal" });
    expect(outcome.summary?.result?.certificate.state).toBe("verified");
  });

  it("gives what is expected", () => {
    expect(compareOutcome(describeOutcome(outcome.summary!), expected)).toEqual([]);
  });

  it("would notice another objective, area or binding rule", () => {
    const actual = describeOutcome(outcome.summary!);
    const [industry] = Object.keys(actual.areaHa);
    const moved = { ...actual.areaHa, [industry]: actual.areaHa[industry] + 0.1 };
    expect(compareOutcome({ ...actual, areaHa: moved }, expected)).toHaveLength(1);
    expect(compareOutcome({ ...actual, objective: actual.objective * (1 + 1e-5) }, expected)).toHaveLength(1);
    expect(compareOutcome({ ...actual, binding: actual.binding.slice(1) }, expected)).toHaveLength(1);
  });

  it("gives the picture the area is known for, and no industry half of the land", () => {
    const { industries } = outcome.summary!.result!.evaluation;
    // Grain stays where law keeps it and forest where nothing else may stand; renovated stands count as what they are.
    const landHa = new Map(
      industries
        .filter(({ option }) => !["GV", "RF", "RN"].includes(option))
        .map(({ option, areaHa, standHa }) => [option, areaHa + standHa]),
    );
    const [leading, ...others] = KNOWN_FOR[id];
    expect([...landHa].sort(([, a], [, b]) => b - a)[0][0]).toBe(leading);
    for (const option of others) expect(landHa.get(option)).toBeGreaterThan(20);
    const regionHa = outcome.summary!.region.areaHa;
    for (const { option, areaHa } of industries)
      expect({ option, half: areaHa >= 0.5 * regionHa }).toEqual({ option, half: false });
  });

  it("keeps every industry below the share that the rules allow and meets every rule", () => {
    const { rules } = outcome.summary!.result!.evaluation;
    expect(rules.filter(({ met }) => !met)).toEqual([]);
  });

  it("writes a report that stands up to a check from the files alone", async () => {
    const { ok, differences, checked } = await verifyReport(outcome.report!, openRegion(place));
    expect(differences).toEqual([]);
    expect(ok).toBe(true);
    expect(checked.parcels).toBe(outcome.summary!.region.parcels);
  });
});
