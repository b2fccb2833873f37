import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transformBetween } from "../crs.ts";
import { composeSentence, GIS_MESSAGES } from "../issue-messages.ts";
import { signedArea } from "../ring.ts";
import { readGeojson } from "./geojson.ts";

const FILE = "layers/test.geojson";
const CRS = "EPSG:4544";
const encode = (json: unknown) =>
  new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json));
const read = (json: unknown) => readGeojson(encode(json), { file: FILE, crs: CRS });

function collection(...geometries: unknown[]) {
  const features = geometries.map((geometry, i) => ({
    type: "Feature",
    id: `f${i}`,
    properties: {},
    geometry,
  }));
  return { type: "FeatureCollection", features };
}

function codesOf(json: unknown): string[] {
  const { issues } = read(json);
  for (const issue of issues) {
    expect(issue.where.file).toBe(FILE);
    for (const locale of ["en", "zh"] as const) {
      const sentence = composeSentence(issue, locale, GIS_MESSAGES);
      expect(sentence).toMatch(/^layers\/test\.geojson.{8,}$/);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
  }
  return issues.map((issue) => issue.code);
}

const SQUARE = [
  [105.5, 25.7],
  [105.501, 25.7],
  [105.501, 25.701],
  [105.5, 25.701],
  [105.5, 25.7],
];
const polygon = (...rings: unknown[]) => ({ type: "Polygon", coordinates: rings });

describe("readGeojson", () => {
  it("brings WGS 84 into the region's system", () => {
    const { layer, issues, sourceCrs } = read(collection({ type: "Point", coordinates: [105.5, 25.7, 812] }));
    expect(issues).toEqual([]);
    expect(sourceCrs).toBe("EPSG:4326");
    expect(layer?.crs).toBe(CRS);
    // gdaltransform's figures
    const [x, y] = layer!.features[0].geometry.coordinates as readonly number[];
    expect(x).toBeCloseTo(550185.718077647, 4);
    expect(y).toBeCloseTo(2843693.82501039, 4);
  });

  it("reads every kind of geometry, a single feature too", () => {
    const line = [
      [105.5, 25.7],
      [105.6, 25.7],
    ];
    const json = collection(
      { type: "Point", coordinates: line[0] },
      { type: "MultiPoint", coordinates: [line[0]] },
      { type: "LineString", coordinates: line },
      { type: "MultiLineString", coordinates: [line] },
      polygon(SQUARE),
      { type: "MultiPolygon", coordinates: [[SQUARE]] },
    );
    expect(read(json).layer?.features.map((feature) => feature.geometry.type)).toEqual([
      "Point",
      "Point",
      "LineString",
      "MultiLineString",
      "Polygon",
      "MultiPolygon",
    ]);
    expect(read(json.features[0]).layer?.features.length).toBe(1);
  });

  it("turns outer rings counter-clockwise and holes clockwise", () => {
    const hole = SQUARE.map(([x, y]) => [105.5003 + (x - 105.5) / 4, 25.7003 + (y - 25.7) / 4]);
    const { layer } = read(collection(polygon([...SQUARE].reverse(), hole)));
    const [outer, inner] = layer!.features[0].geometry.coordinates as [number, number][][];
    expect(signedArea(outer)).toBeGreaterThan(9000);
    expect(signedArea(inner)).toBeLessThan(0);
  });

  it("closes rings and drops repeated points, and lists the features", () => {
    const open = SQUARE.slice(0, 4);
    const repeated = [SQUARE[0], ...SQUARE];
    const { layer, issues, repaired } = read(collection(polygon(open), polygon(SQUARE), polygon(repeated)));
    expect(repaired).toBe(2);
    expect(issues).toMatchObject([
      { code: "ring-repaired", severity: "note", context: { count: 2, features: "f0, f2" } },
    ]);
    for (const feature of layer?.features ?? [])
      expect((feature.geometry.coordinates[0] as unknown[]).length).toBe(5);
  });

  it("numbers features that have no id, and warns of ids used twice", () => {
    const features = [undefined, 7, "7", undefined].map((id) => ({
      type: "Feature",
      id,
      properties: null,
      geometry: { type: "Point", coordinates: [105.5, 25.7] },
    }));
    const { layer, withoutId, issues } = read({ type: "FeatureCollection", features });
    expect(layer?.features.map((feature) => feature.id)).toEqual(["1", "7", "7", "4"]);
    expect(withoutId).toBe(2);
    expect(issues.map((issue) => [issue.code, issue.severity])).toEqual([
      ["duplicate-feature-id", "warning"],
    ]);
  });

  it("keeps hostile property names as data", () => {
    const json = `{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[105.5,25.7]},
      "properties":{"__proto__":{"polluted":true},"constructor":1,"toString":"x","tags":["a"],"none":null}}]}`;
    const properties = read(json).layer?.features[0].properties;
    expect(properties?.get("__proto__")).toBe('{"polluted":true}');
    expect(properties?.get("constructor")).toBe(1);
    expect(properties?.get("tags")).toBe('["a"]');
    expect(properties?.get("none")).toBeNull();
    expect(properties?.get("hasOwnProperty")).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", []],
    ["urn:ogc:def:crs:EPSG::4490", "EPSG:4490", []],
    ["urn:ogc:def:crs:EPSG:9.8:4544", "EPSG:4544", ["geojson-crs-member"]],
    ["EPSG:4544", "EPSG:4544", ["geojson-crs-member"]],
  ])("honours the crs member %s", (name, code, codes) => {
    const coordinates = code === "EPSG:4544" ? [550185, 2843693] : [105.5, 25.7];
    const json = {
      ...collection({ type: "Point", coordinates }),
      crs: { type: "name", properties: { name } },
    };
    expect(read(json).sourceCrs).toBe(code);
    expect(codesOf(json)).toEqual(codes);
    expect(
      Math.hypot(...(read(json).layer!.features[0].geometry.coordinates as [number, number])),
    ).toBeGreaterThan(2.8e6);
  });

  it("comes back to the degrees it read", () => {
    const back = transformBetween(CRS, "EPSG:4326");
    fc.assert(
      fc.property(
        fc.double({ min: 103.6, max: 106.4, noNaN: true }),
        fc.double({ min: 22, max: 40, noNaN: true }),
        (lon, lat) => {
          const { layer } = read(collection({ type: "Point", coordinates: [lon, lat] }));
          const [x, y] = layer!.features[0].geometry.coordinates as [number, number];
          const [lon2, lat2] = back(x, y);
          return Math.abs(lon2 - lon) < 1e-9 && Math.abs(lat2 - lat) < 1e-9;
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("what cannot be read", () => {
  const point = (coordinates: unknown) => collection({ type: "Point", coordinates });
  it.each<[string, unknown, string]>([
    ["text that is no JSON", "{", "not-json"],
    ["NaN in the text", '{"type":"FeatureCollection","features":[NaN]}', "not-json"],
    ["another JSON", { type: "Topology" }, "not-geojson"],
    ["a list", [], "not-geojson"],
    ["null", null, "not-geojson"],
    ["brackets 100 deep", "[".repeat(100) + "]".repeat(100), "json-too-deep"],
    ["brackets 200,000 deep", "[".repeat(200_000), "json-too-deep"],
    [
      "a system off the list",
      { ...point([1, 2]), crs: { type: "name", properties: { name: "EPSG:2000" } } },
      "unknown-crs",
    ],
    [
      "Web Mercator",
      { ...point([1, 2]), crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3857" } } },
      "area-distorting",
    ],
    [
      "a linked system",
      { ...point([1, 2]), crs: { type: "link", properties: { href: "http://x" } } },
      "unknown-crs",
    ],
    ["an entry that is no feature", { type: "FeatureCollection", features: [null] }, "not-a-feature"],
    ["no geometry", collection(null), "feature-without-geometry"],
    [
      "a collection of geometries",
      collection({ type: "GeometryCollection", geometries: [] }),
      "unsupported-geometry",
    ],
    [
      "several points in one",
      collection({
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      }),
      "unsupported-geometry",
    ],
    ["text for a coordinate", point(["105.5", 25.7]), "bad-coordinate"],
    ["null for a coordinate", point([105.5, null]), "bad-coordinate"],
    ["one number", point([105.5]), "bad-coordinate"],
    ["no list", point(105.5), "bad-coordinate"],
    [
      "an endless number",
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[1e999,25]}}',
      "bad-coordinate",
    ],
    ["metres", point([550_185, 2_843_693]), "coordinates-not-degrees"],
    ["latitude first", point([25.7, 105.5]), "coordinates-swapped"],
    ["the other side of the earth", point([-75, 25.7]), "coordinate-outside-crs"],
    [
      "a line of one point",
      collection({ type: "LineString", coordinates: [[105.5, 25.7]] }),
      "too-few-points",
    ],
    ["a ring of two points", collection(polygon([SQUARE[0], SQUARE[1], SQUARE[0]])), "too-few-points"],
    ["a polygon without rings", collection(polygon()), "too-few-points"],
  ])("is named: %s", (_, json, code) => {
    expect(codesOf(json)).toEqual([code]);
  });

  it("is named: text that is not UTF-8", () => {
    const { issues } = readGeojson(Uint8Array.of(0x7b, 0xd6, 0xd0, 0x7d), { file: FILE, crs: CRS });
    expect(issues.map((issue) => issue.code)).toEqual(["not-utf8"]);
  });

  it("is counted once per kind, with the first places", () => {
    const bad = Array.from({ length: 40 }, () => ({ type: "Point", coordinates: [25, 105] }));
    const { layer, issues } = read(collection(...bad, { type: "Point", coordinates: [105.5, 25.7] }));
    expect(layer?.features.map((feature) => feature.id)).toEqual(["f40"]);
    expect(issues).toMatchObject([
      {
        code: "coordinates-swapped",
        where: { feature: "f0" },
        context: { count: 40, features: "f0, f1, f2, f3, f4, ...", value: "25, 105" },
      },
    ]);
  });

  it("never throws, whatever JSON it is given", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const { issues } = read({
          type: "FeatureCollection",
          features: [{ type: "Feature", geometry: a, properties: b }, b],
        });
        return issues.length > 0;
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
