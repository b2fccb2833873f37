import { describe, expect, it } from "vitest";
import type { PlanningUnits, PolygonRings } from "#gis";
import { findSharedEdges, namesOf, writeParcels, writeVectorLayer } from "./map-geometry.ts";
import { findPatches } from "./patches.ts";

/** Unit squares of 10 m in a row: 0 | 1 | 2. */
function squaresInARow(count: number): Pick<PlanningUnits, "polygons" | "ids"> {
  const polygons = Array.from({ length: count }, (_, i): readonly PolygonRings[] => [
    [
      [
        [10 * i, 0],
        [10 * i + 10, 0],
        [10 * i + 10, 10],
        [10 * i, 10],
        [10 * i, 0],
      ],
    ],
  ]);
  return { polygons, ids: polygons.map((_, i) => `T-000${i}`) };
}

const ROW = squaresInARow(3);
const edges = findSharedEdges(ROW);
const pairsOf = (list: Int32Array) =>
  Array.from({ length: list.length / 2 }, (_, i) => [list[2 * i], list[2 * i + 1]]);

describe("findSharedEdges", () => {
  it("finds each border between two parcels once", () => {
    expect(pairsOf(edges.pairs).filter(([, b]) => b >= 0)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it("keeps the border of the region apart", () => {
    const outer = pairsOf(edges.pairs).flatMap(([a, b], i) => (b === -1 ? [[a, edges.lines[i].length]] : []));
    expect(outer.map(([unit]) => unit)).toEqual(expect.arrayContaining([0, 1, 2]));
  });
});

describe("findPatches", () => {
  it("joins neighbours of one use and keeps uses apart", () => {
    const patches = findPatches(edges, Int16Array.of(4, 4, 2), Float64Array.of(1, 3, 2));
    expect(patches).toEqual([
      { use: 4, areaHa: 4, unit: 1 },
      { use: 2, areaHa: 2, unit: 2 },
    ]);
  });

  it("does not join across a parcel of another use", () => {
    expect(findPatches(edges, Int16Array.of(4, -1, 4), Float64Array.of(1, 1, 1))).toHaveLength(2);
  });
});

describe("map text", () => {
  it("numbers parcels by unit index and keeps the saved id as a property", () => {
    const parcels = JSON.parse(writeParcels(ROW as PlanningUnits, (x, y) => [x / 1e5, y / 1e5]));
    expect(parcels.features[2]).toMatchObject({ id: 2, properties: { id: "T-0002" } });
    expect(parcels.features[2].geometry.coordinates[0][0][0]).toEqual([0.0002, 0]);
  });

  it("carries the names of both languages", () => {
    const layer = writeVectorLayer(
      {
        crs: "EPSG:4544",
        features: [
          {
            id: "1",
            geometry: { type: "Point", coordinates: [1, 2] },
            properties: new Map([["name", "北盘江 Beipan River"]]),
          },
        ],
      },
      (x, y) => [x, y],
    );
    expect(JSON.parse(layer).features[0].properties).toMatchObject({ zh: "北盘江", en: "Beipan River" });
  });

  it("takes separate names before a joint one", () => {
    expect(
      namesOf(
        new Map([
          ["zh", "茶厂"],
          ["en", "tea works"],
          ["name", "x"],
        ]),
      ),
    ).toEqual({ zh: "茶厂", en: "tea works" });
    expect(namesOf(new Map())).toEqual({});
  });
});
