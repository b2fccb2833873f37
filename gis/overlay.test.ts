import * as turf from "@turf/turf";
import { describe, expect, it } from "vitest";
import { distancesToNearest } from "./distance.ts";
import { assignGroups, overlayShares } from "./overlay.ts";
import { areaOf } from "./ring.ts";
import { aFeature, aLayer, aRectangle, aStar, randomFrom } from "./shapes.fixture.ts";
import type { PolygonRings, VectorLayer } from "./types.ts";

function unitsOf(...polygons: PolygonRings[]) {
  return {
    count: polygons.length,
    polygons: polygons.map((rings) => [rings]),
    areaHa: Float64Array.from(polygons, (rings) => areaOf([rings]) / 10_000),
  };
}

const LEFT = aRectangle(0, 0, 100, 100);
const RIGHT = aRectangle(100, 0, 200, 100);

describe("overlayShares", () => {
  it("gives each unit the share that lies inside the layer", () => {
    const layer = aLayer(aFeature("zone", aRectangle(75, 0, 150, 50)));
    const shares = overlayShares(unitsOf(LEFT, RIGHT), layer);
    expect(shares[0]).toBeCloseTo(0.125, 10);
    expect(shares[1]).toBeCloseTo(0.25, 10);
  });

  it("looks only at the wanted features", () => {
    const layer = aLayer(
      aFeature("I", aRectangle(0, 0, 50, 100), new Map([["zone", "I"]])),
      aFeature("II", aRectangle(0, 0, 100, 100), new Map([["zone", "II"]])),
    );
    const first = overlayShares(unitsOf(LEFT), layer, (feature) => feature.properties.get("zone") === "I");
    expect(first[0]).toBeCloseTo(0.5, 10);
    expect(overlayShares(unitsOf(LEFT), layer)[0]).toBe(1);
  });

  it("is 0 everywhere for a layer without polygons", () => {
    const layer: VectorLayer = {
      crs: "EPSG:4544",
      features: [{ id: "1", geometry: { type: "Point", coordinates: [5, 5] }, properties: new Map() }],
    };
    expect([...overlayShares(unitsOf(LEFT), layer)]).toEqual([0]);
  });

  it("agrees with the polygon clipping of another library on 200 random pairs", () => {
    const random = randomFrom(29);
    const star = (): PolygonRings =>
      aStar(
        [random() * 400, random() * 400],
        Array.from({ length: 24 }, () => 300 * (0.4 + random())),
      );
    const mutable = (rings: PolygonRings) => rings.map((ring) => ring.map(([x, y]) => [x, y]));
    let overlapping = 0;
    for (let pair = 0; pair < 200; pair++) {
      const [unit, zone] = [star(), star()];
      const common = turf.intersect(
        turf.featureCollection([turf.polygon(mutable(unit)), turf.polygon(mutable(zone))]),
      );
      const parts = (common ? turf.flatten(common).features : []).map(
        ({ geometry }) => geometry.coordinates as unknown as PolygonRings,
      );
      const expected = areaOf(parts) / areaOf([unit]);
      if (expected > 0 && expected < 1) overlapping++;
      expect(overlayShares(unitsOf(unit), aLayer(aFeature("zone", zone)))[0]).toBeCloseTo(expected, 9);
    }
    expect(overlapping).toBeGreaterThan(150);
  });
});

describe("assignGroups", () => {
  it("gives a unit to the polygon that holds most of it, whatever the order, and -1 to none", () => {
    const layer = aLayer(
      aFeature("north", aRectangle(0, 40, 200, 100)),
      aFeature("south", aRectangle(0, 0, 200, 40)),
    );
    const lone = aRectangle(500, 500, 600, 600);
    expect([...assignGroups(unitsOf(LEFT, aRectangle(0, 0, 100, 60), lone), layer)]).toEqual([0, 1, -1]);
    expect([...assignGroups(unitsOf(LEFT), aLayer(...[...layer.features].reverse()))]).toEqual([1]);
  });
});

describe("distancesToNearest", () => {
  const road: VectorLayer = {
    crs: "EPSG:4544",
    features: [
      {
        id: "road",
        geometry: {
          type: "LineString",
          coordinates: [
            [0, 0],
            [100, 0],
          ],
        },
        properties: new Map(),
      },
      {
        id: "well",
        geometry: { type: "Point", coordinates: [0, 300] },
        properties: new Map([["kind", "well"]]),
      },
    ],
  };

  it("measures to the foot on a segment, to its end and to a point", () => {
    const points = Float64Array.of(50, 30, 130, 40, 0, 260);
    expect([...distancesToNearest(points, road)]).toEqual([30, 50, 40]);
  });

  it("is 0 inside a polygon, Infinity where nothing is left", () => {
    const lake = aLayer(aFeature("lake", LEFT));
    expect([...distancesToNearest(Float64Array.of(50, 50, 130, 50), lake)]).toEqual([0, 30]);
    expect(distancesToNearest(Float64Array.of(0, 0), road, () => false)[0]).toBe(Number.POSITIVE_INFINITY);
  });

  it("finds what comparing with every segment finds, also far outside", () => {
    const random = randomFrom(3);
    const spots = Array.from({ length: 400 }, () => [random() * 5000, random() * 900] as const);
    const layer: VectorLayer = {
      crs: "EPSG:4544",
      features: spots.map((spot, i) => ({
        id: String(i),
        geometry: { type: "Point", coordinates: spot },
        properties: new Map(),
      })),
    };
    const points = Float64Array.from({ length: 600 }, () => -2000 + 9000 * random());
    const found = distancesToNearest(points, layer);
    for (let i = 0; i < found.length; i++) {
      const nearest = Math.min(
        ...spots.map(([x, y]) => Math.hypot(points[2 * i] - x, points[2 * i + 1] - y)),
      );
      expect(found[i]).toBeCloseTo(nearest, 9);
    }
  });
});
