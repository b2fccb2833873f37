import { beforeAll, describe, expect, it } from "vitest";
import { readOverrides, solveAssessedRegion } from "#solver";
import { type AssessmentOverrides, assessRegion } from "#solver/assessment";
import { createHighsEngine } from "#solver/engine";
import { type Region, type RegionFiles, readRegion } from "#solver/region";
import { cropRegion } from "../tests/helpers/smaller-region.ts";
import { checksumText } from "./checksum.ts";
import { writeGeojsonReport } from "./geojson-report.ts";
import { verifyReport } from "./verify.ts";

const TRIPLE_PRICE = { value: 30, unit: "CNY/kg", label: "user", source: "the planner" } as const;

let files: RegionFiles;
let region: Region;
let edited: string;
let plain: string;

async function reportUnder(overrides?: AssessmentOverrides): Promise<string> {
  const { assessment } = assessRegion(region, overrides);
  const { run } = await solveAssessedRegion(
    {
      region,
      assessment,
      ...(overrides && { overrides }),
      problem: region.definition.problem,
      timings: { read: 0, assess: 0 },
    },
    { engines: [createHighsEngine()] },
  );
  return writeGeojsonReport({ ...run!, result: run!.result! }, { program: "0.1.0", engine: "highs" });
}

beforeAll(async () => {
  files = await cropRegion("huajiang", 40);
  region = (await readRegion(files)).region!;
  const { industries } = region.definition;
  edited = await reportUnder({
    assessmentWeights: { ecological: 0.1, resource: 0.3, potential: 0.4, policy: 0.2 },
    weighing: { method: "stated" },
    overlay: "linear",
    industries: industries.map((industry) =>
      industry.id === "PT"
        ? { ...industry, figures: { ...industry.figures, priceCnyPerKg: TRIPLE_PRICE } }
        : industry,
    ),
    terms: { wageCnyPerDay: 150 },
  });
  plain = await reportUnder();
});

interface EditedReport {
  fenglin: { assessmentEdits: null | (Record<string, unknown> & { terms: { wageCnyPerDay: number } }) };
}

/** The report with its edits changed and its checksum made to fit, as a forger would leave it. */
function forge(edit: (report: EditedReport) => void): string {
  const report: EditedReport = JSON.parse(edited);
  edit(report);
  const blank = JSON.stringify(report).replace(/crc32:[0-9a-f]{8}/, "crc32:--------");
  return blank.replace("crc32:--------", `crc32:${checksumText(blank)}`);
}

describe("a report made under an edited assessment", () => {
  it("states the edits, and is verified from the unedited files with them", async () => {
    const { ok, differences, issues } = await verifyReport(edited, files);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(differences).toEqual([]);
    expect(ok).toBe(true);
    expect(JSON.parse(edited).fenglin.assessmentEdits.terms).toEqual({ wageCnyPerDay: 150 });
    expect(JSON.parse(edited).fenglin.totals).not.toEqual(JSON.parse(plain).fenglin.totals);
  });

  it("says that nothing was edited where nothing was", async () => {
    expect(JSON.parse(plain).fenglin.assessmentEdits).toBeNull();
    expect((await verifyReport(plain, files)).ok).toBe(true);
  });

  it("is found out when its edits are hidden or others are claimed", async () => {
    const hidden = forge(({ fenglin }) => {
      fenglin.assessmentEdits = null;
    });
    const other = forge(({ fenglin }) => {
      fenglin.assessmentEdits!.terms.wageCnyPerDay = 90;
    });
    for (const forged of [hidden, other]) {
      const { ok, differences } = await verifyReport(forged, files);
      expect(ok).toBe(false);
      expect(differences.some(({ path }) => path.startsWith("features/"))).toBe(true);
    }
  });

  it("is refused with the field where an edit would not pass as a region's file", async () => {
    const grid = forge(({ fenglin }) => Object.assign(fenglin.assessmentEdits!, { grid: {} }));
    const { ok, issues } = await verifyReport(grid, files);
    expect(ok).toBe(false);
    expect(issues.at(-1)).toMatchObject({ code: "field-unknown", where: { field: "grid" } });
  });
});

describe("readOverrides", () => {
  it.each([
    [{ assessmentWeights: { ecological: 1, resource: 1, potential: 0, policy: 0 } }, "assessmentWeights"],
    [{ overlay: "loudest" }, "overlay"],
    [{ terms: { wageCnyPerDay: Number.NaN } }, "terms"],
    [{ terms: { wage: 1 } }, "terms"],
    [{ desertificationMethod: "by eye" }, "desertificationMethod"],
    [{ layers: [] }, "layers"],
  ])("refuses %j", (value, field) => {
    const { overrides, issues } = readOverrides(value, region.definition);
    expect(overrides).toBeUndefined();
    expect(issues).toMatchObject([{ severity: "error", where: { field } }]);
  });

  it("gives back what it was given where that is sound", () => {
    const value = { overlay: "least", desertificationMethod: "layer", terms: { labourPaid: false } };
    expect(readOverrides(value, region.definition)).toEqual({ overrides: value, issues: [] });
  });
});
