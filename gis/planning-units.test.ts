import { describe, expect, it } from "vitest";
import { readPlanningUnits } from "./planning-units.ts";
import { containsPoint, pointInside } from "./ring.ts";
import { findSelfCrossing } from "./self-crossing.ts";
import {
  aFeature,
  aLayer,
  aRectangle,
  aRing,
  aStar,
  TEST_GRID as GRID,
  randomFrom,
} from "./shapes.fixture.ts";
import type { Feature, PolygonRings, Position } from "./types.ts";

const FILE = "layers/planning-units.geojson";
const W = GRID.originX;
const N = GRID.originY;
const square = (col: number, size = 60) =>
  aRectangle(W + col * 100, N - 200, W + col * 100 + size, N - 200 + size);

function codesOf(...features: Feature[]): string[] {
  return readPlanningUnits(aLayer(...features), { grid: GRID, file: FILE }).issues.map((issue) => issue.code);
}

describe("readPlanningUnits", () => {
  it("keeps order, ids and properties, and measures ground area", () => {
    const { units, issues } = readPlanningUnits(
      aLayer(aFeature("P-2", square(0)), aFeature("P-1", square(1), new Map([["landUse", "dry"]]))),
      { grid: GRID, file: FILE },
    );
    expect(issues).toEqual([]);
    expect(units?.ids).toEqual(["P-2", "P-1"]);
    expect([...(units?.areaHa ?? [])]).toEqual([0.36, 0.36]);
    expect(units?.properties[1].get("landUse")).toBe("dry");
    expect(units?.cover.offsets.length).toBe(3);
  });

  it("joins the parts of a multipolygon into one unit", () => {
    const parts: Feature = {
      id: "two parts",
      geometry: { type: "MultiPolygon", coordinates: [square(0), square(2)] },
      properties: new Map(),
    };
    const { units } = readPlanningUnits(aLayer(parts), { grid: GRID, file: FILE });
    expect(units?.count).toBe(1);
    expect(units?.areaHa[0]).toBeCloseTo(0.72, 10);
  });

  it("puts a point inside every unit, also inside a crescent whose centroid lies outside", () => {
    const crescent: PolygonRings = [
      aRing([
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
        [0, 90],
        [90, 90],
        [90, 10],
        [0, 10],
      ]),
    ];
    expect(containsPoint(crescent, pointInside([crescent]))).toBe(true);
    const random = randomFrom(1);
    for (let i = 0; i < 200; i++) {
      const star = aStar(
        [0, 0],
        Array.from({ length: 9 }, () => 1 + 99 * random()),
      );
      expect(containsPoint(star, pointInside([star]))).toBe(true);
    }
  });

  it("refuses an empty layer", () => {
    expect(codesOf()).toEqual(["no-planning-units"]);
  });

  it("finds every kind of bad unit at once, each with its feature", () => {
    const bowTie: PolygonRings = [
      [
        [W + 10, N - 10],
        [W + 60, N - 60],
        [W + 60, N - 10],
        [W + 10, N - 60],
        [W + 10, N - 10],
      ],
    ];
    const line: PolygonRings = [
      [
        [W, N - 300],
        [W + 50, N - 300],
        [W + 90, N - 300],
        [W, N - 300],
      ],
    ];
    const { units, issues } = readPlanningUnits(
      aLayer(
        aFeature("good", square(0)),
        aFeature("good", square(1)),
        aFeature("copy", square(0)),
        aFeature("bow tie", bowTie),
        aFeature("line", line),
        aFeature("beyond", aRectangle(W - 25, N - 100, W + 10, N - 80)),
        { id: "spot", geometry: { type: "Point", coordinates: [W, N] }, properties: new Map() },
      ),
      { grid: GRID, file: FILE },
    );
    expect(units).toBeUndefined();
    expect(issues.map((issue) => [issue.code, issue.where.feature]).sort()).toEqual([
      ["unit-beyond-grid", "beyond"],
      ["unit-crosses-itself", "bow tie"],
      ["unit-id-twice", "good"],
      ["unit-not-polygon", "spot"],
      ["unit-shape-twice", "copy"],
      ["unit-without-area", "line"],
    ]);
    expect(issues.find((issue) => issue.code === "unit-crosses-itself")?.context).toMatchObject({
      x: W + 35,
      y: N - 35,
    });
    expect(issues.find((issue) => issue.code === "unit-beyond-grid")?.context).toMatchObject({ beyondM: 25 });
  });

  it("knows a copied shape whose ring starts elsewhere", () => {
    const star = aStar([W + 200, N - 200], [50, 90, 40, 70, 60]);
    const ring = star[0].slice(1);
    const turned: PolygonRings = [[...ring.slice(2), ...ring.slice(0, 2), ring[2]]];
    expect(codesOf(aFeature("a", star), aFeature("b", turned))).toEqual(["unit-shape-twice"]);
  });

  it("warns of land that two units claim, not of slivers", () => {
    expect(
      codesOf(aFeature("a", square(0, 90)), aFeature("b", aRectangle(W + 20, N - 200, W + 150, N - 110))),
    ).toEqual(["units-overlap"]);
    expect(
      codesOf(aFeature("a", square(0, 60)), aFeature("b", aRectangle(W + 59.9, N - 200, W + 120, N - 140))),
    ).toEqual([]);
  });
});

describe("findSelfCrossing", () => {
  it("lets rings touch themselves in a point", () => {
    const touching: PolygonRings = [
      [
        [0, 0],
        [10, 10],
        [20, 0],
        [20, 20],
        [10, 10],
        [0, 20],
        [0, 0],
      ],
    ];
    expect(findSelfCrossing([touching])).toBeUndefined();
  });

  it("finds a hole that leaves its polygon", () => {
    const holed: PolygonRings = [
      ...aRectangle(0, 0, 10, 10),
      aRing(
        [
          [5, 5],
          [15, 5],
          [15, 8],
          [5, 8],
        ],
        true,
      ),
    ];
    expect(findSelfCrossing([holed])?.[0]).toBe(10);
  });

  it("finds the crossing that comparing all edges finds, and none where there is none", () => {
    const random = randomFrom(5);
    for (let trial = 0; trial < 300; trial++) {
      const corners = Array.from({ length: 7 }, (): Position => [random() * 100, random() * 100]);
      const ring = [...corners, corners[0]];
      expect(findSelfCrossing([[ring]]) !== undefined).toBe(crossesByBruteForce(ring));
    }
  });
});

function crossesByBruteForce(ring: readonly Position[]): boolean {
  const turn = (a: Position, b: Position, c: Position) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  for (let i = 0; i + 1 < ring.length; i++) {
    for (let j = i + 2; j + 1 < ring.length; j++) {
      const [a, b, c, d] = [ring[i], ring[i + 1], ring[j], ring[j + 1]];
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
    }
  }
  return false;
}
