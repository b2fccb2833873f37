import { beforeAll, describe, expect, it } from "vitest";
import { type Issue, isUsable, type Raster, writeGeotiff } from "#gis";
import { assessRegion, formatAssessmentIssue } from "#solver/assessment";
import { formatIssue, type LayerDefinition, type RegionDefinition, readRegion } from "#solver/region";
import { findRegion, openRegion } from "../cli/region-files.ts";
import { cropRegion } from "./helpers/smaller-region.ts";

/**
 * One fault of every kind in a copy of a part of a sample region: each must be found, named, and stop the flow or not as it
 * should. The sample regions themselves must give none.
 */

type Folder = Map<string, Uint8Array>;
type Spoil = (folder: Folder) => void;

let sound: Folder;
let definition: RegionDefinition;
let rasters: ReadonlyMap<string, Raster>;

beforeAll(async () => {
  const files = await cropRegion("huajiang", 90);
  const read = await readRegion(files);
  if (!read.region) throw new Error(JSON.stringify(read.issues));
  ({ definition, rasters } = read.region);
  sound = new Map();
  for (const path of ["region.json", ...definition.layers.map(({ file }) => file)])
    sound.set(path, await files.read(path));
  // Rasters of the copy's own size: spoilt and read in a blink.
  for (const [id, raster] of rasters) sound.set(layerOf(id).file, encodeRaster(raster));
}, 60_000);

function layerOf(id: string): LayerDefinition {
  const layer = definition.layers.find((entry) => entry.id === id);
  if (!layer) throw new RangeError(`the copy has no layer ${id}`);
  return layer;
}

function encodeRaster(raster: Raster): Uint8Array {
  return writeGeotiff(raster, { sampleType: "float32", noData: -32_768 });
}

/** Everything found from reading to the assessment, and whether the flow went on. */
async function findIn(spoil: Spoil): Promise<{ issues: Issue[]; goesOn: boolean }> {
  const folder = new Map(sound);
  spoil(folder);
  const { region, issues } = await readRegion({
    async read(path) {
      const bytes = folder.get(path);
      if (!bytes) throw new Error("no such file");
      return bytes;
    },
  });
  const found = region ? [...issues, ...assessRegion(region).issues] : issues;
  return { issues: found.filter(({ severity }) => severity !== "note"), goesOn: isUsable(found) };
}

const values = (id: string, change: (value: number, cell: number) => number): Spoil => {
  return (folder) => {
    const raster = rasters.get(id)!;
    folder.set(layerOf(id).file, encodeRaster({ grid: raster.grid, values: raster.values.map(change) }));
  };
};

/** A layer the copy does not have, of the given values. */
const extra = (id: string, valueAt: (cell: number) => number): Spoil => {
  return (folder) => {
    const { grid, values: like } = rasters.get("elevation")!;
    folder.set(`layers/${id}.tif`, encodeRaster({ grid, values: like.map((_, cell) => valueAt(cell)) }));
    const layer = { ...layerOf("elevation"), id, file: `layers/${id}.tif`, unit: undefined };
    json({ layers: [...definition.layers, layer] })(folder);
  };
};

const json = (members: Partial<RegionDefinition>): Spoil => {
  return (folder) => {
    folder.set("region.json", new TextEncoder().encode(JSON.stringify({ ...definition, ...members })));
  };
};

const climate = (members: Partial<RegionDefinition["climate"]>): Spoil => {
  return (folder) => json({ climate: { ...definition.climate, ...members } })(folder);
};

const quantity = (name: "lapseCPerM" | "minimumTemperatureC" | "stationElevationM", value: number): Spoil => {
  return (folder) => climate({ [name]: { ...definition.climate[name], value } })(folder);
};

const properties = (id: string, change: (properties: Record<string, unknown>) => unknown): Spoil => {
  return (folder) => {
    const path = layerOf(id).file;
    const collection = JSON.parse(new TextDecoder().decode(folder.get(path)));
    for (const feature of collection.features) change(feature.properties);
    folder.set(path, new TextEncoder().encode(JSON.stringify(collection)));
  };
};

const layer = (id: string, members: Partial<LayerDefinition>): Spoil => {
  return (folder) =>
    json({
      layers: definition.layers.map((entry) => (entry.id === id ? { ...entry, ...members } : entry)),
    })(folder);
};

const shifted = (id: string, cells: number): Spoil => {
  return (folder) => {
    const { grid, values: like } = rasters.get(id)!;
    const originX = grid.originX + cells * grid.cellSizeM;
    folder.set(layerOf(id).file, encodeRaster({ grid: { ...grid, originX }, values: like }));
  };
};

/** A vector layer pushed east by some degrees. */
const moved = (id: string, degrees: number): Spoil => {
  const push = (coordinates: unknown): unknown =>
    Array.isArray(coordinates) && typeof coordinates[0] === "number"
      ? [coordinates[0] + degrees, coordinates[1]]
      : (coordinates as unknown[]).map(push);
  return (folder) => {
    const path = layerOf(id).file;
    const collection = JSON.parse(new TextDecoder().decode(folder.get(path)));
    for (const feature of collection.features)
      feature.geometry.coordinates = push(feature.geometry.coordinates);
    folder.set(path, new TextEncoder().encode(JSON.stringify(collection)));
  };
};

const percentSlope = (cell: number) => 20 + (cell % 100);
const STOPS = [
  ["heights in centimetres", "elevation", "values-in-centimetres", values("elevation", (m) => 100 * m)],
  ["heights in tenths", "elevation", "values-in-tenths", values("elevation", (m) => 10 * m)],
  ["slope in percent", "slope", "values-in-percent-slope", extra("slope", percentSlope)],
  [
    "K in US units",
    "soil-erodibility",
    "values-in-us-units",
    extra("soil-erodibility", (c) => 0.1 + (c % 20) / 100),
  ],
  [
    "bare rock as a fraction",
    "bedrock-exposure",
    "values-are-fractions",
    values("bedrock-exposure", (p) => p / 100),
  ],
  [
    "cover as a fraction",
    "vegetation-cover",
    "values-are-fractions",
    values("vegetation-cover", (p) => p / 100),
  ],
  ["cover times 100", "vegetation-cover", "values-hundredfold", values("vegetation-cover", (p) => p * 100)],
  [
    "cover with a stray 255",
    "vegetation-cover",
    "values-out-of-range",
    values("vegetation-cover", (p, c) => (c % 400 === 0 ? 255 : p)),
  ],
  [
    "rain in centimetres",
    "annual-precipitation",
    "values-in-centimetres",
    values("annual-precipitation", (mm) => mm / 10),
  ],
  [
    "rain in metres",
    "annual-precipitation",
    "values-in-metres",
    values("annual-precipitation", (mm) => mm / 1000),
  ],
  [
    "rain of a month",
    "annual-precipitation",
    "values-monthly",
    values("annual-precipitation", (mm) => mm / 12),
  ],
  ["NDVI scaled", "ndvi", "values-scaled", extra("ndvi", (c) => 1000 + (c % 8000))],
  ["NDVI in bytes", "ndvi", "values-byte-coded", extra("ndvi", (c) => 80 + (c % 110))],
  ["NDVI outside -1 to 1", "ndvi", "values-out-of-range", extra("ndvi", (c) => (c % 300 === 0 ? 1.7 : 0.4))],
  [
    "temperature in kelvin",
    "mean-temperature",
    "values-in-kelvin",
    values("mean-temperature", (t) => t + 273.15),
  ],
  [
    "temperature in Fahrenheit",
    "mean-temperature",
    "values-in-fahrenheit",
    values("mean-temperature", (t) => 1.8 * t + 32),
  ],
  [
    "temperature in tenths",
    "mean-temperature",
    "values-in-tenths",
    values("mean-temperature", (t) => 10 * t),
  ],
  ["pH in tenths", "soil-ph", "values-in-tenths", values("soil-ph", (ph) => 10 * ph)],
  ["pH of 14", "soil-ph", "values-out-of-range", values("soil-ph", (ph, c) => (c % 400 === 0 ? 14 : ph))],
  ["depth in millimetres", "soil-depth", "values-in-millimetres", values("soil-depth", (cm) => 10 * cm)],
  ["depth in metres", "soil-depth", "values-in-metres", values("soil-depth", (cm) => cm / 100)],
  [
    "a unit that is not computed in",
    "soil-depth",
    "unit-not-expected",
    (folder: Folder) => layer("soil-depth", { unit: "mm" })(folder),
  ],
  [
    "a raster in another place",
    "soil-ph",
    "raster-outside-region",
    (folder: Folder) => shifted("soil-ph", 5000)(folder),
  ],
  [
    "a class name nobody knows",
    "land-use",
    "class-name-unknown",
    (folder: Folder) =>
      layer("land-use", { classes: [{ value: 1, id: "cropland", title: { zh: "耕地", en: "Cropland" } }] })(
        folder,
      ),
  ],
  [
    "water that is no number",
    "water-sources",
    "property-out-of-range",
    (folder: Folder) => properties("water-sources", (p) => (p.m3PerYear = "12 万"))(folder),
  ],
  [
    "a water zone of another name",
    "drinking-water-zones",
    "property-out-of-range",
    (folder: Folder) => properties("drinking-water-zones", (p) => (p.zone = "2"))(folder),
  ],
] as const satisfies readonly (readonly [string, string, string, Spoil])[];

const GOES_ON = [
  ["heights in feet", "elevation", "values-in-feet", values("elevation", (m) => m / 0.3048)],
  ["R below 1000", "rainfall-erosivity", "values-unusual", extra("rainfall-erosivity", () => 400)],
  ["travel time in hours", "travel-time", "values-in-hours", values("travel-time", (min) => min / 60)],
  [
    "a class without a legend",
    "land-use",
    "class-unknown",
    values("land-use", (code, c) => (c % 50 === 0 ? 77 : code)),
  ],
  [
    "a raster shifted by a third",
    "soil-depth",
    "raster-covers-part",
    (folder: Folder) => shifted("soil-depth", 30)(folder),
  ],
  [
    "a raster with holes",
    "vegetation-cover",
    "layer-has-gaps",
    values("vegetation-cover", (p, c) => (c % 90 < 45 ? Number.NaN : p)),
  ],
  [
    "water that is not stated",
    "water-sources",
    "property-missing",
    (folder: Folder) => properties("water-sources", (p) => delete p.m3PerYear)(folder),
  ],
  [
    "a stand nobody knows",
    "planning-units",
    "property-not-known",
    (folder: Folder) => properties("planning-units", (p) => (p.stand = "kiwi"))(folder),
  ],
  [
    "village areas shifted by some kilometres",
    "village-areas",
    "units-outside-groups",
    (folder: Folder) => moved("village-areas", 0.09)(folder),
  ],
] as const satisfies readonly (readonly [string, string, string, Spoil])[];

const IN_DEFINITION = [
  [
    "months in kelvin",
    "climate.temperatureC",
    "values-in-kelvin",
    (folder: Folder) =>
      climate({ temperatureC: definition.climate.temperatureC.map((t) => t + 273.15) })(folder),
  ],
  [
    "months in Fahrenheit",
    "climate.temperatureC",
    "values-in-fahrenheit",
    (folder: Folder) =>
      climate({ temperatureC: definition.climate.temperatureC.map((t) => 1.8 * t + 32) })(folder),
  ],
  [
    "rain of the months in cm",
    "climate.precipitationMm",
    "values-in-centimetres",
    (folder: Folder) =>
      climate({ precipitationMm: definition.climate.precipitationMm.map((mm) => mm / 10) })(folder),
  ],
  [
    "lapse per 100 m",
    "climate.lapseCPerM",
    "values-per-hundred-metres",
    (folder: Folder) => quantity("lapseCPerM", 0.6)(folder),
  ],
  [
    "lapse with a minus",
    "climate.lapseCPerM",
    "values-of-other-sign",
    (folder: Folder) => quantity("lapseCPerM", -0.006)(folder),
  ],
  [
    "coldest night in kelvin",
    "climate.minimumTemperatureC",
    "values-in-kelvin",
    (folder: Folder) => quantity("minimumTemperatureC", 272)(folder),
  ],
  [
    "carbon in g/kg",
    "soils.yellow.organicCarbonPct",
    "values-in-grams-per-kilogram",
    (folder: Folder) =>
      json({ soils: { ...definition.soils, yellow: { ...definition.soils.yellow, organicCarbonPct: 24 } } })(
        folder,
      ),
  ],
  [
    "texture as fractions",
    "soils.yellow",
    "texture-in-fractions",
    (folder: Folder) =>
      json({
        soils: {
          ...definition.soils,
          yellow: { ...definition.soils.yellow, sandPct: 0.28, siltPct: 0.37, clayPct: 0.35 },
        },
      })(folder),
  ],
  [
    "a grid in degrees",
    "grid",
    "grid-in-degrees",
    (folder: Folder) =>
      json({ grid: { ...definition.grid, originX: 105.6, originY: 25.7, cellSizeM: 0.00027 } })(folder),
  ],
  [
    "weights that are all 0",
    "assessmentWeights",
    "weights-all-zero",
    (folder: Folder) =>
      json({ assessmentWeights: { ecological: 0, resource: 0, potential: 0, policy: 0 } })(folder),
  ],
  [
    "judgements that are not reciprocal",
    "weighing.judgements.matrix[1][0]",
    "judgement-not-reciprocal",
    (folder: Folder) =>
      json({
        weighing: {
          ...definition.weighing!,
          judgements: {
            ...definition.weighing!.judgements!,
            matrix: definition.weighing!.judgements!.matrix.map((row, i) =>
              i === 1 ? [7, ...row.slice(1)] : row,
            ),
          },
        },
      })(folder),
  ],
] as const satisfies readonly (readonly [string, string, string, Spoil])[];

describe("a sample region without a fault", () => {
  it.each(["red-maple-lake", "salad-creek", "huajiang"])(
    "gives no finding: %s",
    async (id) => {
      const { region, issues } = await readRegion(openRegion(await findRegion(id)));
      expect(issues).toEqual([]);
      expect(assessRegion(region!).issues.filter(({ severity }) => severity !== "note")).toEqual([]);
    },
    60_000,
  );
});

describe("a planted fault", () => {
  it.each(STOPS)("%s is named and stops", async (_, layerId, code, spoil) => {
    const { issues, goesOn } = await findIn(spoil);
    expect(issues.map((issue) => [issue.code, issue.where.layer])).toContainEqual([code, layerId]);
    expect(goesOn).toBe(false);
    expectSentences(issues);
  });

  it.each(GOES_ON)("%s is named and carried on", async (_, layerId, code, spoil) => {
    const { issues, goesOn } = await findIn(spoil);
    expect(issues.map((issue) => [issue.code, issue.where.layer])).toContainEqual([code, layerId]);
    expect(goesOn).toBe(true);
    expectSentences(issues);
  });

  it.each(IN_DEFINITION)("%s is named by its field and stops", async (_, field, code, spoil) => {
    const { issues, goesOn } = await findIn(spoil);
    expect(issues.map((issue) => [issue.code, issue.where.field])).toContainEqual([code, field]);
    expect(goesOn).toBe(false);
    expectSentences(issues);
  });

  it("is found beside all others", async () => {
    const { issues } = await findIn((folder) => {
      values("soil-depth", (cm) => 10 * cm)(folder);
      values("mean-temperature", (t) => t + 273.15)(folder);
      values("vegetation-cover", (p) => p / 100)(folder);
      quantity("lapseCPerM", 0.6)(folder);
    });
    const errors = issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code).sort()).toEqual([
      "values-are-fractions",
      "values-in-kelvin",
      "values-in-millimetres",
      "values-per-hundred-metres",
    ]);
  });

  it("says what was seen, what is expected and what to do, in both languages", async () => {
    const { issues } = await findIn(values("vegetation-cover", (p) => p / 100));
    expect(formatIssue(issues[0], "en")).toMatch(
      /vegetation-cover.*run from 0 to 0\.\d+ .*expected 0 to 100 %.*fractions.*Multiply by 100/,
    );
    expect(formatIssue(issues[0], "zh")).toMatch(/应为 0 至 100 %.*乘以 100/);
  });
});

function expectSentences(issues: readonly Issue[]): void {
  for (const issue of issues)
    for (const locale of ["en", "zh"] as const) {
      const sentences = [formatIssue(issue, locale), formatAssessmentIssue(issue, locale)];
      expect(sentences.some((sentence) => !/\{\w+\}/.test(sentence) && !sentence.includes(issue.code))).toBe(
        true,
      );
    }
}
