import { describe, expect, it } from "vitest";
import { aRun } from "../tests/helpers/a-run.ts";
import { listAssessmentFiles } from "./assessment-files.ts";
import { burnUnits } from "./burn-units.ts";

const { region, assessment } = aRun();

describe("burnUnits", () => {
  it("gives a cell to the parcel that covers most of it", () => {
    const { values } = burnUnits(region.units, region.grid, [10, 20, 30]);
    expect(Array.from(values.subarray(0, 4))).toEqual([10, 20, 20, 30]);
    expect(values.subarray(4).every(Number.isNaN)).toBe(true);
  });
});

describe("listAssessmentFiles", () => {
  const files = listAssessmentFiles(region, assessment);

  it("writes a criterion once, or once per industry where its values differ", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "criteria/slope.tif",
      "criteria/heat-sum-RR.tif",
      "criteria/heat-sum-GR.tif",
      "suitability/RR.tif",
      "suitability/GR.tif",
      "parcel-scores.csv",
    ]);
  });

  it("writes one line per parcel and industry, empty where there is no data", () => {
    const lines = String(files.at(-1)?.content).trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + 3 * 2);
    expect(lines[1]).toBe("D-0001,9,dry,RR,0.9,0.9,0.9,0.9,0.9,slope,1,");
    expect(lines[5]).toBe("D-0003,2,,RR,,,,,0,,0,redline+heat");
  });
});
