import { describe, expect, it } from "vitest";
import { GisError } from "../issue.ts";
import type { Position } from "../types.ts";
import { type GeojsonFeature, writeGeojson } from "./geojson.ts";

const CLOCKWISE: Position[] = [
  [0, 0],
  [0, 4],
  [4, 4],
  [4, 0],
  [0, 0],
];
const COUNTER_CLOCKWISE: Position[] = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 2],
  [1, 1],
];
const withRings = (...coordinates: Position[][]): GeojsonFeature => ({
  id: "H-0001",
  geometry: { type: "Polygon", coordinates },
  properties: { landUse: "dry" },
});

describe("writeGeojson", () => {
  it("turns outer rings counter-clockwise and holes clockwise", () => {
    const { features } = JSON.parse(
      writeGeojson([withRings(CLOCKWISE, COUNTER_CLOCKWISE)], { crs: "EPSG:4326" }),
    );
    expect(features[0].geometry.coordinates).toEqual([
      CLOCKWISE.toReversed(),
      COUNTER_CLOCKWISE.toReversed(),
    ]);
  });

  it("leaves rings alone that already turn the right way", () => {
    const rings = [CLOCKWISE.toReversed(), COUNTER_CLOCKWISE.toReversed()];
    const { features } = JSON.parse(writeGeojson([withRings(...rings)], { crs: "EPSG:4326" }));
    expect(features[0].geometry.coordinates).toEqual(rings);
  });

  it("writes one feature a line and foreign members first", () => {
    const text = writeGeojson([withRings(CLOCKWISE), withRings(CLOCKWISE)], {
      crs: "EPSG:4326",
      members: { fenglin: { schema: 1 } },
    });
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('{"type":"FeatureCollection","fenglin":{"schema":1},"features":[');
  });

  it("rounds coordinates to seven decimals", () => {
    const point: GeojsonFeature = {
      geometry: { type: "Point", coordinates: [106.123456789, 26.00000004] },
      properties: {},
    };
    const { features } = JSON.parse(writeGeojson([point], { crs: "EPSG:4326" }));
    expect(features[0].geometry.coordinates).toEqual([106.1234568, 26]);
    expect(features[0]).not.toHaveProperty("id");
  });

  it("refuses projected coordinates and more than seven decimals", () => {
    expect(() => writeGeojson([], { crs: "EPSG:4544" })).toThrow(GisError);
    expect(() => writeGeojson([], { crs: "EPSG:4326", decimals: 8 })).toThrow(GisError);
  });
});
