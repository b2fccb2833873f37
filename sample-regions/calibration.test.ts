import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Region } from "#solver/region";
import { type Measurement, measureRegion } from "./generate/measure-region.ts";
import { SAMPLE_LAYERS } from "./generate/output/layer-definitions.ts";
import { readSample } from "./generate/output/read-sample.ts";
import { REGION_FACTS, type RegionFacts } from "./generate/region-facts.ts";

const ROOT = dirname(fileURLToPath(import.meta.url));
const MAX_BYTES = 15_000_000;

type Ring = [number, number][];
interface JsonFeature {
  readonly id: string;
  readonly properties: Record<string, unknown>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

const layerText = (id: string, layer: string) =>
  readFileSync(join(ROOT, id, "layers", `${layer}.geojson`), "utf8");
const featuresOf = (id: string, layer: string): JsonFeature[] => JSON.parse(layerText(id, layer)).features;

function ringsOf({ geometry }: JsonFeature): Ring[] {
  if (geometry.type === "Polygon") return geometry.coordinates as Ring[];
  if (geometry.type === "MultiPolygon") return (geometry.coordinates as Ring[][]).flat();
  return [];
}

function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0];
  let doubled = 0;
  for (let k = 1; k < ring.length; k++) {
    doubled += (ring[k - 1][0] - x0) * (ring[k][1] - y0) - (ring[k][0] - x0) * (ring[k - 1][1] - y0);
  }
  return doubled / 2;
}

const netArea = (features: readonly JsonFeature[]) =>
  features.flatMap(ringsOf).reduce((total, ring) => total + signedArea(ring), 0);

/** Directed edges that no neighbour runs through the other way, and edges that two rings run through the same way. */
function matchEdges(features: readonly JsonFeature[]): { rim: Set<string>; repeated: number } {
  const rim = new Set<string>();
  const seen = new Set<string>();
  let repeated = 0;
  for (const ring of features.flatMap(ringsOf)) {
    for (let k = 1; k < ring.length; k++) {
      const edge = `${ring[k - 1]}|${ring[k]}`;
      const reverse = `${ring[k]}|${ring[k - 1]}`;
      if (seen.has(edge)) repeated++;
      seen.add(edge);
      if (!rim.delete(reverse)) rim.add(edge);
    }
  }
  return { rim, repeated };
}

describe.each(REGION_FACTS.map((facts) => [facts.id, facts] as const))("%s", (id, facts: RegionFacts) => {
  let region: Region;
  let measurements: Measurement[];

  beforeAll(async () => {
    region = await readSample(join(ROOT, id));
    measurements = measureRegion(region, facts);
  }, 120_000);

  describe("calibration", () => {
    it("holds every share within 3 percentage points of its target", () => {
      const off = measurements.filter(
        ({ unit, target, achieved }) => unit === "%" && Math.abs(achieved - target) > 3,
      );
      expect(off).toEqual([]);
      expect(measurements.filter(({ unit }) => unit === "%").length).toBeGreaterThanOrEqual(29);
    });

    it("spans the published heights", () => {
      const [lowest, highest] = measurements.filter(({ group }) => group === "elevation");
      expect(lowest.achieved).toBeCloseTo(lowest.target, 0);
      expect(highest.achieved).toBeCloseTo(highest.target, 0);
    });

    it("meets area and people", () => {
      const [area] = measurements.filter(({ group }) => group === "area");
      expect(Math.abs(area.achieved / area.target - 1)).toBeLessThan(0.005);
      for (const { target, achieved } of measurements.filter(({ group }) => group === "people")) {
        expect(achieved).toBe(target);
      }
    });

    it("would notice a share that is 4 points off", () => {
      const wrong = {
        ...facts,
        targets: { ...facts.targets, basicFarmland: facts.targets.basicFarmland + 4 },
      };
      const farmland = measureRegion(region, wrong).find(({ name }) => name === "permanent basic farmland")!;
      expect(Math.abs(farmland.achieved - farmland.target)).toBeGreaterThan(3);
    });
  });

  describe("layers", () => {
    it("grades desertification by the thresholds of bare rock in every cell", () => {
      const rock = region.rasters.get("bedrock-exposure")!.values;
      const grade = region.rasters.get("rocky-desertification")!.values;
      const byThreshold = (pct: number) => (pct < 20 ? 0 : pct <= 30 ? 1 : pct <= 50 ? 2 : pct <= 70 ? 3 : 4);
      expect(rock.findIndex((pct, cell) => byThreshold(pct) !== grade[cell])).toBe(-1);
    });

    it("never covers more than the rock leaves", () => {
      const rock = region.rasters.get("bedrock-exposure")!.values;
      const cover = region.rasters.get("vegetation-cover")!.values;
      expect(rock.findIndex((pct, cell) => pct + cover[cell] > 100)).toBe(-1);
    });

    it("keeps limestone soil above the pH of tea", () => {
      const soil = region.rasters.get("soil-type")!.values;
      const ph = region.rasters.get("soil-ph")!.values;
      expect(soil.findIndex((type, cell) => type === 2 && ph[cell] <= 6)).toBe(-1);
    });

    it("lists in region.json exactly the layers that lie in the folder", () => {
      expect(region.definition.layers).toEqual(SAMPLE_LAYERS);
      const files = readdirSync(join(ROOT, id, "layers")).map((file) => `layers/${file}`);
      expect(files.sort()).toEqual(SAMPLE_LAYERS.map(({ file }) => file).sort());
    });

    it("is synthetic and says so", () => {
      expect(region.definition.synthetic).toBe(true);
      expect(readFileSync(join(ROOT, id, "SOURCE.md"), "utf8")).toContain("**synthetic**");
    });
  });

  describe("planning units", () => {
    it("cover the study area without gap or overlap", () => {
      const units = featuresOf(id, "planning-units");
      const boundary = featuresOf(id, "boundary");
      const { rim, repeated } = matchEdges(units);
      expect(repeated).toBe(0);
      expect(rim).toEqual(matchEdges(boundary).rim);
      expect(netArea(units) / netArea(boundary)).toBeCloseTo(1, 10);
    });

    it("would notice a vertex that moved on one side of a border", () => {
      const units = featuresOf(id, "planning-units");
      ringsOf(units[10])[0][1][0] += 1e-6;
      expect(matchEdges(units).rim).not.toEqual(matchEdges(featuresOf(id, "boundary")).rim);
    });

    it("number between 3000 and 6000, each at least 0.15 ha", () => {
      expect(region.units.count).toBeGreaterThanOrEqual(3000);
      expect(region.units.count).toBeLessThanOrEqual(6000);
      expect(region.units.areaHa.reduce((a, b) => Math.min(a, b))).toBeGreaterThan(0.15);
    });

    it("carry stable ids, a use, a village and, on orchards only, a stand", () => {
      const villages = new Set(featuresOf(id, "village-areas").map((feature) => feature.id));
      for (const [k, feature] of featuresOf(id, "planning-units").entries()) {
        expect(feature.id).toBe(`${facts.unitPrefix}-${String(k + 1).padStart(4, "0")}`);
        expect(villages).toContain(feature.properties.village);
        expect(feature.properties.stand !== undefined).toBe(feature.properties.landUse === "orchard-tea");
        if (feature.properties.forest) expect(["forest", "shrub"]).toContain(feature.properties.landUse);
      }
    });

    it("keep farmland and redline apart", () => {
      const farmland = matchEdges(featuresOf(id, "permanent-basic-farmland")).rim;
      const redline = matchEdges(featuresOf(id, "ecological-redline")).rim;
      expect([...farmland].filter((edge) => redline.has(edge))).toEqual([]);
    });
  });

  describe("GeoJSON", () => {
    const vectors = SAMPLE_LAYERS.filter(({ kind }) => kind === "vector").map((layer) => layer.id);

    it.each(vectors)("%s follows RFC 7946, one feature a line", (layer) => {
      const text = layerText(id, layer);
      const features = featuresOf(id, layer);
      expect(text.trimEnd().split("\n")).toHaveLength(features.length + 2);
      expect(text).not.toMatch(/\d\.\d{8}/);
      for (const feature of features) {
        const polygons = (
          feature.geometry.type === "MultiPolygon"
            ? feature.geometry.coordinates
            : [feature.geometry.coordinates]
        ) as Ring[][];
        if (ringsOf(feature).length === 0) continue;
        for (const [outer, ...holes] of polygons) {
          expect(signedArea(outer)).toBeGreaterThan(0);
          for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
        }
      }
    });
  });

  describe("people and water", () => {
    it("gives every sub-basin a name and every village a seat", () => {
      const basins = featuresOf(id, "sub-basins").map(({ properties }) => properties.zh);
      expect(new Set(basins).size).toBe(basins.length);
      const seats = featuresOf(id, "villages").filter(({ properties }) => properties.seat === 1);
      expect(seats.map(({ properties }) => properties.villageId).sort()).toEqual(
        featuresOf(id, "village-areas")
          .map((feature) => feature.id)
          .sort(),
      );
    });
  });
});

describe("stands", () => {
  const standsOf = (id: string) =>
    new Set(featuresOf(id, "planning-units").flatMap(({ properties }) => (properties.stand as string) ?? []));

  it("are those of each region", () => {
    expect(standsOf("red-maple-lake")).toEqual(new Set(["GR", "TE", "LQ", "RR"]));
    expect(standsOf("salad-creek")).toEqual(new Set(["RR", "WN"]));
    expect(standsOf("huajiang")).toEqual(new Set(["ZP", "PT", "LQ", "WN", "HS"]));
  });
});

describe("all three regions", () => {
  it("weigh less than 15 MB", () => {
    const bytes = REGION_FACTS.flatMap(({ id }) =>
      readdirSync(join(ROOT, id, "layers")).map((file) => statSync(join(ROOT, id, "layers", file)).size),
    );
    expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(MAX_BYTES);
  });
});
