import { describe, expect, it } from "vitest";
import type { LayerDefinition, ProblemDefinition } from "#solver/region";
import { contradictoryAreas, countChanges, sameProblem } from "./check-limits.ts";
import { comparePlans } from "./compare-plans.ts";
import { moveLayer, setLayerOpacity, startLayers, toggleLayer } from "./layer-list.ts";
import { classOf, histogramOf } from "./suitability-class.ts";
import { type Corners, pointOfWeights, setWeight, weightsAtPoint } from "./weights.ts";

const PROBLEM: ProblemDefinition = {
  weights: { ecology: 0.4, economy: 0.4, employment: 0.2, suitability: 0 },
  capitalCny: 1e8,
  labourByVillage: true,
  waterBySubBasin: true,
  areas: [{ option: "GR", minHa: 300, maxHa: 700 }],
  noNetLoss: { soil: "sub-basin", habitat: true, water: false },
  nutrientLoadCap: true,
};

describe("weights of the triangle", () => {
  const CORNERS: Corners = [
    [150, 0],
    [0, 200],
    [300, 200],
  ];

  it("keeps the sum at one and the proportion of the other two", () => {
    expect(setWeight(PROBLEM.weights, "ecology", 0.7)).toMatchObject({
      ecology: 0.7,
      economy: 0.2,
      employment: 0.1,
    });
  });

  it("shares the rest equally when the others were zero", () => {
    const all = { ecology: 1, economy: 0, employment: 0, suitability: 0 };
    expect(setWeight(all, "ecology", 0.5)).toMatchObject({ economy: 0.25, employment: 0.25 });
  });

  it("finds the weights again at their own point", () => {
    const [x, y] = pointOfWeights(PROBLEM.weights, CORNERS);
    expect(weightsAtPoint(PROBLEM.weights, CORNERS, x, y)).toEqual(PROBLEM.weights);
  });

  it("takes a point outside to the edge", () => {
    const outside = weightsAtPoint(PROBLEM.weights, CORNERS, 150, 400);
    expect(outside.ecology).toBe(0);
    expect(outside.economy + outside.employment).toBeCloseTo(1, 12);
  });

  it("never leaves a sum other than one, whatever the step", () => {
    for (let value = 0; value <= 1; value += 0.01) {
      const { ecology, economy, employment } = setWeight(PROBLEM.weights, "employment", value);
      expect(ecology + economy + employment).toBeCloseTo(1, 12);
    }
  });
});

describe("layer list", () => {
  const definition = (id: string, kind: LayerDefinition["kind"]): LayerDefinition => ({
    id,
    kind,
    file: `${id}.x`,
    title: { zh: id, en: id },
    label: "E",
    source: "",
  });
  const layers = startLayers([
    definition("elevation", "raster"),
    definition("land-use", "raster"),
    definition("villages", "vector"),
  ]);

  it("starts with points on top and rasters below", () => {
    expect(layers.map(({ id }) => id)).toEqual(["villages", "land-use", "elevation"]);
    expect(layers.map(({ visible }) => visible)).toEqual([true, true, false]);
  });

  it("moves, hides and fades one layer and leaves the others", () => {
    expect(moveLayer(layers, "elevation", -2).map(({ id }) => id)).toEqual([
      "elevation",
      "villages",
      "land-use",
    ]);
    expect(moveLayer(layers, "villages", -1)).toEqual(layers);
    expect(toggleLayer(layers, "villages")[0].visible).toBe(false);
    expect(setLayerOpacity(layers, "land-use", 1.4)[1].opacity).toBe(1);
  });
});

describe("comparison of plans", () => {
  const difference = comparePlans(
    Int16Array.of(0, 1, -1, 1),
    Int16Array.of(0, 2, 2, 2),
    Float64Array.of(5, 2, 1, 4),
  );

  it("counts parcels and area that change", () => {
    expect(difference).toMatchObject({ parcels: 3, areaHa: 7, totalHa: 12 });
    expect([...difference.changed]).toEqual([0, 1, 1, 1]);
  });

  it("adds up what goes from which use to which, the largest first", () => {
    expect(difference.flows).toEqual([
      { from: 1, to: 2, areaHa: 6 },
      { from: -1, to: 2, areaHa: 1 },
    ]);
  });
});

describe("limits", () => {
  it("names an industry whose minimum is above its maximum", () => {
    expect(contradictoryAreas(PROBLEM)).toEqual([]);
    expect(contradictoryAreas({ ...PROBLEM, areas: [{ option: "TE", minHa: 2, maxHa: 1 }] })).toEqual(["TE"]);
  });

  it("tells a changed problem from a reordered one", () => {
    const { capitalCny, ...rest } = PROBLEM;
    expect(sameProblem(PROBLEM, { ...rest, capitalCny })).toBe(true);
    expect(sameProblem(PROBLEM, { ...PROBLEM, capitalCny: 2e8 })).toBe(false);
  });

  it("counts changed limits and not weights", () => {
    const changed = {
      ...PROBLEM,
      capitalCny: 2e8,
      areas: [{ option: "GR" as const, minHa: 200, maxHa: 700 }],
    };
    expect(countChanges(changed, PROBLEM)).toBe(2);
    expect(countChanges({ ...PROBLEM, weights: { ...PROBLEM.weights, ecology: 1 } }, PROBLEM)).toBe(0);
  });
});

describe("suitability classes", () => {
  it("puts a cut into the class above it", () => {
    expect([0, 0.24, 0.25, 0.5, 0.74, 0.75, 1].map(classOf)).toEqual([
      "N",
      "N",
      "S3",
      "S2",
      "S2",
      "S1",
      "S1",
    ]);
  });

  it("weighs the histogram by area and leaves gated parcels out", () => {
    expect([
      ...histogramOf(Float32Array.of(0, 0.05, 0.95, 1, Number.NaN), Float64Array.of(9, 1, 2, 3, 9), 10),
    ]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
  });
});
