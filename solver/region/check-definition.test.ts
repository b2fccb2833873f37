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
    [
      "assessmentWeights",
      { ecological: 0, resource: 0, potential: 0, policy: 0 },
      "weights-all-zero",
      "assessmentWeights",
    ],
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

  const curve = (given: unknown, option?: string) => ({
    id: "slope",
    weight: 1,
    curves: [{ ...(option && { option }), function: given, label: "user", source: "drawn" }],
  });
  const judged = (matrix: unknown, of: unknown = ["ecological", "resource", "potential", "policy"]) => ({
    method: "ahp",
    judgements: { of, matrix, label: "user", source: "panel" },
  });
  const ones = [
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ];
  const withCell = (row: number, column: number, value: number) =>
    ones.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell)));

  it.each<[string, unknown, string, string?]>([
    ["criteria", [{ id: "slpe", weight: 1 }], "field-not-allowed", "criteria[0].id"],
    ["criteria", [{ id: "slope", weight: -1 }], "field-too-small", "criteria[0].weight"],
    ["criteria", [], "field-too-small"],
    ["criteria", [{ id: "slope", weight: 1 }], "assessment-without-criteria"],
    ["criteria.0.weight", 0, "assessment-without-criteria", "criteria"],
    ["criteria.4", { id: "slope", weight: 1 }, "name-twice", "criteria[4].id"],
    [
      "criteria.1",
      curve({ form: "linear", from: 3, to: 3 }),
      "curve-not-rising",
      "criteria[1].curves[0].function",
    ],
    [
      "criteria.1",
      curve({ form: "trapezoid", corners: [1, 3, 2, 4] }),
      "curve-not-rising",
      "criteria[1].curves[0].function",
    ],
    [
      "criteria.1",
      curve({
        form: "points",
        points: [
          [1, 0],
          [1, 1],
        ],
      }),
      "curve-not-rising",
      "criteria[1].curves[0].function",
    ],
    [
      "criteria.1",
      curve({
        form: "points",
        points: [
          [1, 0],
          [2, 1.5],
        ],
      }),
      "field-too-large",
      "criteria[1].curves[0].function.points[1][1]",
    ],
    [
      "criteria.1",
      curve({ form: "bell", mean: 3, spread: 0 }),
      "field-too-small",
      "criteria[1].curves[0].function.spread",
    ],
    [
      "criteria.1",
      curve({ form: "linear", from: 0, to: 3 }, "TE"),
      "option-not-considered",
      "criteria[1].curves[0].option",
    ],
    ["weighing", { method: "ahp" }, "field-missing", "weighing.judgements"],
    ["weighing", { method: "guess" }, "field-not-allowed", "weighing.method"],
    [
      "weighing",
      judged(ones, ["ecological", "resource", "potential"]),
      "judgements-of-others",
      "weighing.judgements.of",
    ],
    ["weighing", judged(ones.slice(1)), "judgements-not-square", "weighing.judgements.matrix"],
    ["weighing", judged(withCell(2, 2, 3)), "judgement-not-reciprocal", "weighing.judgements.matrix[2][2]"],
    ["weighing", judged(withCell(0, 1, 3)), "judgement-not-reciprocal", "weighing.judgements.matrix[1][0]"],
    ["weighing", judged(withCell(0, 1, 0)), "judgement-not-reciprocal", "weighing.judgements.matrix[0][1]"],
    [
      "criteriaWeighing",
      { resource: judged([[1]], ["habitat"]) },
      "judgements-of-others",
      "criteriaWeighing.resource.judgements.of",
    ],
    ["overlay", "sum", "field-not-allowed"],
  ])("finds %s = %j among the criteria", (path, value, code, field = path) => {
    const json = spoil(aDefinition(), "criteria", [
      { id: "habitat", weight: 1 },
      { id: "slope", weight: 1 },
      { id: "market", weight: 1 },
      { id: "policy", weight: 1 },
    ]);
    expect(checkDefinition(structuredClone(json)).issues).toEqual([]);
    const { definition, issues } = checkDefinition(spoil(json, path, value));
    expect(definition).toBeUndefined();
    expect(findingsOf(issues)).toContainEqual([code, field]);
  });

  it("takes judgements rounded as papers print them", () => {
    const rounded = judged([
      [1, 3, 6, 8],
      [0.33, 1, 2, 3],
      [0.17, 0.5, 1, 1],
      [0.13, 0.33, 1, 1],
    ]);
    expect(checkDefinition(spoil(aDefinition(), "weighing", rounded)).issues).toEqual([]);
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
