import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyReport } from "#report";
import { doJob, type SolveOutcome } from "../cli/jobs.ts";
import { findRegion, listSampleRegions, openRegion, type RegionPlace } from "../cli/region-files.ts";
import { compareOutcome, describeOutcome, type ExpectedOutcome } from "../scripts/expected-outcome.ts";

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
