import { describe, expect, it } from "vitest";
import { aRun, PARCELS } from "../tests/helpers/a-run.ts";
import { hasOwnChecksum, writeGeojsonReport } from "./geojson-report.ts";

const VERSIONS = { program: "0.1.0", engine: "highs 1.15.3" };
const write = (run = aRun()) => writeGeojsonReport(run, VERSIONS);
const parse = (run = aRun()) => JSON.parse(write(run));

type Ring = readonly (readonly [number, number])[];

/** Twice the area, by the shoelace formula. */
function areaOf(ring: Ring): number {
  return ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k][0] * y - x * ring[k][1], 0);
}

function ringsOf(feature: {
  geometry: { type: string; coordinates: unknown };
}): readonly (readonly Ring[])[] {
  const { type, coordinates } = feature.geometry;
  return type === "Polygon" ? [coordinates as Ring[]] : (coordinates as Ring[][]);
}

describe("writeGeojsonReport as GeoJSON", () => {
  it("is a feature collection in WGS 84 without a crs member", () => {
    const report = parse();
    expect(report.type).toBe("FeatureCollection");
    expect(report).not.toHaveProperty("crs");
    const [west, south, east, north] = report.bbox;
    for (const [lon, lat] of report.features.flatMap(ringsOf).flat(2)) {
      expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true);
    }
    // 3 km east of the central meridian 105 E, at northing 3010 km.
    expect(west).toBeCloseTo(105.0303, 3);
    expect(south).toBeCloseTo(27.201, 2);
  });

  it("follows the right-hand rule whatever way a ring came in", () => {
    for (const feature of parse().features) {
      for (const rings of ringsOf(feature)) {
        rings.forEach((ring, k) => {
          expect(Math.sign(areaOf(ring))).toBe(k === 0 ? 1 : -1);
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(ring.length).toBeGreaterThanOrEqual(4);
        });
      }
    }
  });

  it("keeps holes and parts", () => {
    const { features } = parse();
    expect(features[PARCELS.withHole].geometry.coordinates).toHaveLength(2);
    expect(features[PARCELS.inTwoParts].geometry.type).toBe("MultiPolygon");
  });

  it("carries seven decimals at most", () => {
    for (const degrees of write().match(/\d+\.\d+(?=[,\]])/g) ?? []) {
      if (/^(105|27)\./.test(degrees)) expect(degrees.split(".")[1].length).toBeLessThanOrEqual(7);
    }
  });

  it("stands one parcel a line and is the same bytes each time", () => {
    const lines = write().split("\n");
    const features = lines.filter((line) => line.startsWith('{"type":"Feature",'));
    expect(features.map((line) => JSON.parse(line.replace(/,$/, "")).id)).toEqual([
      "D-0001",
      "D-0002",
      "D-0003",
    ]);
    expect(write()).toBe(write());
  });
});

describe("a parcel of a report", () => {
  const properties = (parcel: number) => parse().features[parcel].properties;

  it("names its industry, its shares and what the scores of the industry are", () => {
    expect(properties(PARCELS.simple)).toMatchObject({
      parcel: "D-0001",
      area_ha: 9,
      present_use: "dry",
      present_stand: null,
      village_en: "Slate village",
      industry: "RR",
      share: 1,
      share_as_is: 0,
      share_RR: 1,
      share_GR: 0,
      industry_whole: "RR",
      uses_whole: "RR:1",
      score_ecological: 0.9,
      suitability: 0.9,
      limiting_factor: "slope",
      gates: "",
      opened: "RR",
    });
  });

  it("says what share a gate leaves", () => {
    expect(properties(PARCELS.withHole).gates).toBe("GR<=0.25:redline");
    expect(properties(PARCELS.inTwoParts).gates).toBe("RR:redline+heat GR:redline");
  });

  it("has no score where it stays as it is", () => {
    expect(properties(PARCELS.inTwoParts)).toMatchObject({
      present_use: null,
      village: null,
      industry: "as-is",
      share: 1,
      industry_whole: "as-is",
      uses_whole: "",
      score_policy: null,
      suitability: null,
      limiting_factor: null,
    });
  });

  it("counts money as a change from today", () => {
    // 8 ha, half RR at 30 instead of 0, a quarter GR at 60 instead of 0; establishment 100 and 200 a hectare.
    expect(properties(PARCELS.withHole)).toMatchObject({
      margin_cny_a: 8 * (0.5 * 30 + 0.25 * 60),
      margin_change_cny_a: 240,
      establishment_cny: 8 * (0.5 * 100 + 0.25 * 200),
    });
    expect(properties(PARCELS.inTwoParts)).toMatchObject({
      margin_cny_a: 100,
      margin_change_cny_a: 0,
      establishment_cny: 0,
    });
  });

  it("has exactly the columns that the legend explains", () => {
    const report = parse();
    for (const feature of report.features) {
      expect(Object.keys(feature.properties)).toEqual(Object.keys(report.fenglin.legend.columns));
    }
  });
});

describe("the fenglin member", () => {
  it("states inputs, rules, objective and a certificate of the stated shares", () => {
    const { fenglin } = parse();
    expect(fenglin).toMatchObject({
      format: 1,
      region: { id: "little-hollow", synthetic: true, crs: "EPSG:4544", parcels: 3 },
      inputs: { "layers/elevation.tif": "a".repeat(64), "region.json": "b".repeat(64) },
      totals: [{ id: "margin", today: 900, planned: 1234.5, change: 334.5 }],
      rules: [{ id: "capital", lower: null, upper: 1750, activity: 1750, met: true, binding: true }],
      objective: { value: 7.25 },
      certificate: {
        state: "verified",
        primal: -7.25,
        bound: -7.25,
        gap: 0,
        maxResidual: 0,
        prices: { capital: 3 },
      },
      wholeParcels: { found: true, objective: 4, gap: 0.8125 },
      termination: { reason: "optimal" },
      versions: VERSIONS,
    });
    expect(fenglin.note.en).toContain("synthetic");
    expect(Object.keys(fenglin.inputs)).toEqual(["layers/elevation.tif", "region.json"]);
  });

  it("explains gates by their article and counts the labels", () => {
    const { legend, labels } = parse().fenglin;
    expect(legend.gates.redline).toMatchObject({ kind: "law", basis: { en: "2022 No. 142" } });
    // Climate 2 S, 1 K, 2 E; two criteria S; one gate S and one K.
    expect(labels).toMatchObject({ S: { count: 5 }, K: { count: 2 }, E: { count: 2 }, user: { count: 0 } });
  });

  it("carries a checksum of the whole text", () => {
    const text = write();
    expect(hasOwnChecksum(text)).toBe(true);
    expect(hasOwnChecksum(text.replace("D-0002", "D-0004"))).toBe(false);
    expect(hasOwnChecksum(text.replace('"format":1', '"format": 1'))).toBe(false);
  });
});

describe("parcels without data", () => {
  it("are listed by id, and there are none unless a gate says so", () => {
    const run = aRun();
    expect(parse(run).fenglin.parcelsWithoutData).toEqual([]);
    const masks = run.assessment.gates.masks.map((mask) =>
      mask.id === "heat" ? { ...mask, kind: "no-data" as const } : mask,
    );
    const gates = { ...run.assessment.gates, masks };
    const report = parse({ ...run, assessment: { ...run.assessment, gates } });
    expect(report.fenglin.parcelsWithoutData).toEqual([run.region.units.ids[PARCELS.inTwoParts]]);
  });
});

describe("hostile and broken input", () => {
  it("makes acting characters in names visible", () => {
    const text = write(aRun({ names: { region: "\u202Eevil\u001b[2J\n", parcel: "D\u0000\u2028" } }));
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    const report = JSON.parse(text);
    expect(report.fenglin.region.name.en).toBe("\\u{202E}evil\\u{1B}[2J\\u{A}");
    expect(report.features[0].id).toBe("D\\u{0}\\u{2028}");
  });

  it("keeps a name that looks like our own checksum apart from it", () => {
    const text = write(aRun({ names: { region: '","checksum":"crc32:00000000' } }));
    expect(hasOwnChecksum(text)).toBe(true);
  });

  it("refuses two parcels with one id", () => {
    expect(() => write(aRun({ names: { parcel: "D-0002" } }))).toThrow(
      expect.objectContaining({ code: "duplicate-id" }),
    );
  });

  it("throws rather than write null for a missing number", () => {
    const run = aRun();
    run.region.units.areaHa[1] = Number.NaN;
    expect(() => write(run)).toThrow(expect.objectContaining({ code: "not-finite" }));
  });
});
