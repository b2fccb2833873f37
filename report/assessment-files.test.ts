import { describe, expect, it } from "vitest";
import { aRun } from "../tests/helpers/a-run.ts";
import { listAssessmentFiles } from "./assessment-files.ts";
import { UnitBurner } from "./burn-units.ts";
import { leadingGate } from "./leading-gate.ts";

const { region, assessment } = aRun();

describe("UnitBurner", () => {
  it("gives a cell to the parcel that covers most of it", () => {
    const { values } = new UnitBurner(region.units, region.grid).burn([10, 20, 30]);
    expect(Array.from(values.subarray(0, 4))).toEqual([10, 20, 20, 30]);
    expect(values.subarray(4).every(Number.isNaN)).toBe(true);
  });
});

describe("leadingGate", () => {
  const gates = {
    ...assessment.gates,
    offsets: Uint32Array.of(0, 3, 3),
    reasons: Uint8Array.of(4, 7, 9),
    shares: Float32Array.of(0.2, 0.5, 0.5),
  };

  it("is the gate of the largest share, first of equals, and none where nothing is closed", () => {
    expect(leadingGate(gates, 0)).toBe(7);
    expect(leadingGate(gates, 1)).toBeUndefined();
  });
});

describe("listAssessmentFiles", () => {
  const files = listAssessmentFiles(region, {
    assessment,
    withoutData: [{ unit: 2, layers: ["soil-depth"] }],
  });
  const linesOf = (path: string) =>
    String(files.find((file) => file.path === path)?.content)
      .replace("\uFEFF", "")
      .trimEnd()
      .split("\r\n");

  it("writes raw values, memberships, scores, suitability, limiting factors and gates", () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toContain("criteria/slope.tif");
    expect(paths).toContain("criteria/heat-sum-GR.tif");
    expect(paths).toContain("membership/slope-RR.tif");
    expect(paths).toContain("scores/ecological-GR.tif");
    expect(paths.filter((path) => path.endsWith("/RR.tif"))).toEqual([
      "suitability/RR.tif",
      "limiting/RR.tif",
      "largest-share/RR.tif",
      "gates/RR.tif",
    ]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("writes one line per parcel and industry, empty where there is no data", () => {
    const lines = linesOf("parcel-scores.csv");
    expect(lines).toHaveLength(1 + 3 * 2);
    expect(lines[1]).toBe("D-0001,9,dry,,RR,0.9,0.9,0.9,0.9,0.9,S1,slope,1,");
    expect(lines[5]).toBe("D-0003,2,,soil-depth,RR,,,,,0,N,,0,redline+heat");
  });

  it("lists every parcel with what it lacks, its best industry and its rank for review", () => {
    const lines = linesOf("parcels.csv");
    expect(lines).toHaveLength(1 + 3);
    const header = lines[0].split(",");
    const cells = (line: string) => new Map(line.split(",").map((cell, i) => [header[i], cell]));
    expect(cells(lines[1]).get("best_industry")).toBe("RR");
    expect(cells(lines[1]).get("no_data")).toBe("");
    expect(cells(lines[3]).get("no_data")).toBe("soil-depth");
    expect(cells(lines[3]).get("review_rank")).toBe("");
    const ranks = lines.slice(1).map((line) => Number(cells(line).get("review_rank")));
    expect(ranks.filter(Boolean).sort()).toEqual([1, 2]);
  });

  it("numbers criteria and gates as the rasters do", () => {
    expect(linesOf("criteria.csv").map((line) => line.split(",").slice(0, 2).join(","))).toEqual([
      "number,criterion",
      "0,slope",
      "1,heat-sum",
    ]);
    expect(linesOf("gates.csv")).toHaveLength(1 + assessment.gates.masks.length);
  });
});
