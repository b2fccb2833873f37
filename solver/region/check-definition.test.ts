import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Issue } from "#gis";
import { checkDefinition, readProblem } from "./check-definition.ts";
import { formatIssue } from "./issue-messages.ts";
import { aRegionDefinition } from "./region.fixture.ts";

interface Json {
  [key: string]: Json;
}

/** A valid definition, to be spoilt one field at a time. */
function aDefinition(): Json {
  return structuredClone(aRegionDefinition()) as unknown as Json;
}

/** Sets the field of a path such as `problem.areas.0.minHa`; undefined removes it. */
function spoil(json: Json, path: string, value: unknown): Json {
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce((at, key) => at[key], json);
  if (value === undefined) delete (parent as unknown as Record<string, unknown>)[last];
  else (parent as unknown as Record<string, unknown>)[last] = value;
  return json;
}

function findingsOf(issues: readonly Issue[]): [code: string, field: string | undefined][] {
  for (const issue of issues) {
    expect(issue.where.file).toBe("region.json");
    for (const locale of ["en", "zh"] as const) {
      const sentence = formatIssue(issue, locale);
      expect(sentence).toMatch(/^region\.json.{8,}[.。]$/);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
  }
  return issues.map((issue) => [issue.code, issue.where.field]);
}

describe("checkDefinition", () => {
  it("accepts the sample regions", () => {
    for (const id of ["red-maple-lake", "salad-creek", "huajiang"]) {
      const path = new URL(`../../sample-regions/${id}/region.json`, import.meta.url);
      const { definition, issues } = checkDefinition(JSON.parse(readFileSync(path, "utf8")));
      expect(issues).toEqual([]);
      expect(definition?.id).toBe(id);
    }
  });

  it.each<[string, unknown, string, string?]>([
    ["crs", undefined, "field-missing"],
    ["crs", "4544", "field-malformed"],
    ["crs", "EPSG:4326", "crs-not-projected"],
    ["crs", "EPSG:3857", "area-distorting"],
    ["crs", "EPSG:2000", "unknown-crs"],
    ["crs", "EPSG:4523", "grid-outside-crs", "grid"],
    ["schema", 2, "field-not-allowed"],
    ["id", "../x", "field-malformed"],
    ["grid.cols", 0, "field-too-small"],
    ["grid.cols", 12.5, "field-wrong-type"],
    ["grid.cellSizeM", -30, "field-too-small"],
    ["grid.cellSizeM", Number.NaN, "field-wrong-type"],
    ["grid.originX", Number.POSITIVE_INFINITY, "field-wrong-type"],
    ["layers.0.file", "../secret.tif", "path-not-below", "layers[0].file"],
    ["layers.0.file", "/etc/passwd", "path-not-below", "layers[0].file"],
    ["layers.0.file", "C:\\data.tif", "path-not-below", "layers[0].file"],
    ["layers.0.id", "land-use", "name-twice", "layers[1].id"],
    ["layers.0.measure", undefined, "field-missing", "layers[0].measure"],
    ["layers.1.classes", undefined, "field-missing", "layers[1].classes"],
    ["layers.1.classes.0.value", 4, "name-twice", "layers[1].classes[1].value"],
    ["layers.0.kind", "grid", "field-not-allowed", "layers[0].kind"],
    ["layers.0.colour", "red", "field-unknown", "layers[0].colour"],
    ["climate.temperatureC", [1, 2, 3], "field-too-small"],
    ["climate.precipitationMm.3", -1, "field-too-small", "climate.precipitationMm[3]"],
    ["climate.stationElevationM.range", [900, 700], "min-above-max"],
    ["soils.yellow.sandPct", 90, "texture-not-hundred", "soils.yellow"],
    ["soils.yellow", undefined, "soil-without-figures", "layers[3].classes[0].id"],
    ["layers.2.id", "parcels", "layer-required", "layers"],
    ["layers.2.kind", "raster", "field-not-allowed", "layers[2].kind"],
    ["assessmentWeights.policy", 0.5, "weights-not-one", "assessmentWeights"],
    ["assessmentWeights.policy", -0.15, "field-too-small"],
    ["industries.0.id", "XX", "field-not-allowed", "industries[0].id"],
    ["industries.0.id", "ZP", "name-twice", "industries[1].id"],
    ["industries", [], "no-industries"],
    [
      "indicators",
      [{ id: "a", option: "RR", score: 1.2, label: "E", source: "x" }],
      "field-too-large",
      "indicators[0].score",
    ],
    ["masks", [{ id: "redline", layer: "nowhere" }], "layer-unknown", "masks[0].layer"],
    [
      "openConditions",
      [{ mask: "none", options: ["RR"], note: { zh: "因", en: "why" } }],
      "mask-unknown",
      "openConditions[0].mask",
    ],
    ["problem.weights.ecology", -1, "field-too-small"],
    ["problem.capitalCny", "60 million", "field-wrong-type"],
    ["problem.capitalCny", null, "field-wrong-type"],
    ["problem.capitalCNY", 60, "field-unknown"],
    ["problem.areas.0.minHa", Number.NaN, "field-wrong-type", "problem.areas[0].minHa"],
    ["problem.areas.0.minHa", 50, "min-above-max", "problem.areas[0]"],
    ["problem.areas.1.option", "GR", "name-twice", "problem.areas[1].option"],
    ["problem.restorationMinShare", 1.7, "field-too-large"],
    ["problem.leading.minShare", 0.5, "leading-above-diversity", "problem.leading.minShare"],
    ["problem.payoff", { inputsHash: "x" }, "field-malformed", "problem.payoff.inputsHash"],
  ])("finds %s = %j", (path, value, code, field = path) => {
    const { definition, issues } = checkDefinition(spoil(aDefinition(), path, value));
    expect(definition).toBeUndefined();
    expect(findingsOf(issues)).toContainEqual([code, field]);
  });

  it("finds everything at once", () => {
    const json = spoil(spoil(aDefinition(), "problem.areas.0.minHa", 50), "layers.0.file", "../x.tif");
    const { issues } = checkDefinition(
      spoil(json, "problem.weights", { ecology: 0, economy: 0, employment: 0, suitability: 0 }),
    );
    expect(findingsOf(issues).map(([code]) => code)).toEqual([
      "path-not-below",
      "weights-all-zero",
      "min-above-max",
    ]);
  });

  it("finds options that the region does not consider", () => {
    const json = aDefinition();
    const { issues } = checkDefinition(
      spoil(spoil(json, "openConditions", []), "industries", [{ id: "ZP" }, { id: "GR" }]),
    );
    expect(findingsOf(issues)).toEqual([
      ["option-not-considered", "problem.areas[1].option"],
      ["option-not-considered", "problem.leading.option"],
    ]);
  });

  it("warns of public money that limits nothing, and goes on", () => {
    const { definition, issues } = checkDefinition(spoil(aDefinition(), "problem.publicCapitalCny", 1e9));
    expect(definition).toBeDefined();
    expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([
      ["public-above-capital", "warning"],
    ]);
  });

  it.each([null, 3, "x", []])("refuses %j", (json) => {
    expect(checkDefinition(json).definition).toBeUndefined();
  });
});

describe("readProblem", () => {
  it("returns the problem it was given", () => {
    const { problem } = aDefinition();
    expect(readProblem(problem)).toEqual({ problem, issues: [] });
  });

  it("names fields as in the file", () => {
    const problem = spoil(aDefinition(), "problem.labourDaysPerYear", -5).problem;
    expect(findingsOf(readProblem(problem).issues)).toEqual([
      ["field-too-small", "problem.labourDaysPerYear"],
    ]);
    expect(readProblem(undefined).problem).toBeUndefined();
  });
});
