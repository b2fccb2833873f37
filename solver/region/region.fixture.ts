import { transformBetween, writeGeotiff } from "#gis";
import type { RegionDefinition } from "./definition.ts";
import type { RegionFiles } from "./region.ts";

/** A region of 12 x 10 cells with eight square parcels, small enough to be spoilt in every way by tests. */

const QUANTITY = { value: 700, unit: "m", label: "E", source: "test" } as const;
const TITLE = { zh: "测试", en: "Test" };

export function aRegionDefinition(): RegionDefinition {
  return {
    schema: 1,
    id: "test-region",
    name: TITLE,
    summary: TITLE,
    synthetic: true,
    crs: "EPSG:4544",
    grid: { cols: 12, rows: 10, cellSizeM: 30, originX: 560_550, originY: 2_846_160 },
    layers: [
      {
        id: "elevation",
        file: "layers/elevation.tif",
        kind: "raster",
        measure: "continuous",
        unit: "m",
        title: TITLE,
        label: "E",
        source: "test",
      },
      {
        id: "land-use",
        file: "layers/land-use.tif",
        kind: "raster",
        measure: "class",
        title: TITLE,
        label: "E",
        source: "test",
        classes: [
          { value: 2, id: "dry", title: TITLE },
          { value: 4, id: "forest", title: TITLE },
        ],
      },
      {
        id: "planning-units",
        file: "layers/planning-units.geojson",
        kind: "vector",
        title: TITLE,
        label: "E",
        source: "test",
      },
      {
        id: "soil-type",
        file: "layers/soil-type.tif",
        kind: "raster",
        measure: "class",
        title: TITLE,
        label: "E",
        source: "test",
        classes: [{ value: 1, id: "yellow", title: TITLE }],
      },
    ],
    climate: {
      stationElevationM: QUANTITY,
      temperatureC: [9, 11, 15, 19, 22, 24, 26, 26, 23, 19, 15, 11],
      precipitationMm: [19, 22, 35, 66, 143, 224, 200, 161, 106, 79, 31, 14],
      lapseCPerM: { ...QUANTITY, value: 0.006, unit: "degC/m" },
      precipitationMmPer100M: { ...QUANTITY, value: 14, unit: "mm/100 m" },
      minimumTemperatureC: { ...QUANTITY, value: 1, unit: "degC" },
      label: "E",
      source: "test",
    },
    soils: {
      yellow: {
        sandPct: 28,
        siltPct: 37,
        clayPct: 35,
        organicCarbonPct: 2.4,
        pawc: 0.13,
        bulkDensityTPerM3: 1.25,
        label: "E",
        source: "test",
      },
    },
    industries: [{ id: "RR" }, { id: "ZP" }, { id: "GR" }],
    indicators: [],
    assessmentWeights: { ecological: 0.3, resource: 0.3, potential: 0.25, policy: 0.15 },
    masks: [{ id: "steep-slope", layer: "elevation" }],
    openConditions: [{ mask: "steep-slope", options: ["ZP"], note: TITLE }],
    problem: {
      weights: { ecology: 0.4, economy: 0.4, employment: 0.2, suitability: 0 },
      capitalCny: 60_000,
      labourDaysPerYear: 750,
      labourByVillage: false,
      waterBySubBasin: false,
      areas: [
        { option: "GR", minHa: 0, maxHa: 1 },
        { option: "RR", minHa: 0, maxHa: 40 },
      ],
      leading: { option: "RR", minShare: 0.3 },
      diversityMaxShare: 0.45,
      restorationMinShare: 0.5,
      noNetLoss: { soil: "region", habitat: true, water: false },
      nutrientLoadCap: false,
    },
  };
}

/** The files of a region by path, as a folder would hold them. */
export function aRegionFolder(definition = aRegionDefinition()): Map<string, Uint8Array> {
  const grid = { crs: definition.crs, ...definition.grid };
  const cells = grid.cols * grid.rows;
  const raster = (valueAt: (cell: number) => number) => ({
    grid,
    values: Float32Array.from({ length: cells }, (_, i) => valueAt(i)),
  });
  const classes = { sampleType: "uint8", noData: 0 } as const;
  return new Map<string, Uint8Array>([
    ["region.json", encode(definition)],
    [
      "layers/elevation.tif",
      writeGeotiff(
        raster((i) => 700 + i),
        { sampleType: "float32", noData: -9999 },
      ),
    ],
    [
      "layers/land-use.tif",
      writeGeotiff(
        raster((i) => (i % 2 === 0 ? 2 : 4)),
        classes,
      ),
    ],
    [
      "layers/soil-type.tif",
      writeGeotiff(
        raster(() => 1),
        classes,
      ),
    ],
    ["layers/planning-units.geojson", encode(aParcelCollection())],
  ]);
}

/** Eight parcels of 60 x 60 m in two rows. */
export function aParcelCollection() {
  const toDegrees = transformBetween("EPSG:4544", "EPSG:4326");
  const features = Array.from({ length: 8 }, (_, i) => {
    const west = 560_570 + (i % 4) * 70;
    const south = 2_846_000 + Math.floor(i / 4) * 70;
    const corners = [
      [west, south],
      [west + 60, south],
      [west + 60, south + 60],
      [west, south + 60],
      [west, south],
    ];
    const ring = corners.map(([x, y]) => toDegrees(x, y));
    return {
      type: "Feature",
      id: `P-${i + 1}`,
      properties: {},
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });
  return { type: "FeatureCollection", features };
}

export function encode(json: unknown): Uint8Array {
  return new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json));
}

export function filesOf(folder: ReadonlyMap<string, Uint8Array>): RegionFiles {
  return {
    async read(path) {
      const bytes = folder.get(path);
      if (bytes === undefined) throw new Error("no such file");
      return bytes;
    },
  };
}
