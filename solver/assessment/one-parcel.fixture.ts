import { coverCells, type Feature, type Grid, type PolygonRings, type Raster, type VectorLayer } from "#gis";
import {
  LAND_USES,
  type LandUse,
  OPTION_IDS,
  type OpenCondition,
  type Quantity,
  type Region,
  type RegionDefinition,
} from "#solver/region";

/** What is told of the one parcel; the rest is a plain maize field. */
export interface Site {
  readonly landUse?: LandUse;
  readonly soil?: string;
  readonly ph?: number;
  readonly depthCm?: number;
  readonly bedrockPct?: number;
  readonly elevationM?: number;
  readonly slopeDeg?: number;
  readonly temperatureC?: number;
  readonly grade?: number;
  readonly coverPct?: number;
  readonly rainMm?: number;
  readonly zones?: readonly ("farmland" | "redline" | "core" | "wetland" | "forest" | "I" | "II" | "quasi")[];
  readonly stand?: string;
  readonly open?: readonly OpenCondition[];
  readonly without?: readonly string[];
  readonly masks?: RegionDefinition["masks"];
}

export const GRID: Grid = {
  crs: "EPSG:4544",
  cols: 6,
  rows: 6,
  cellSizeM: 30,
  originX: 560_000,
  originY: 2_850_000,
};
export const WEST = GRID.originX;
const NORTH = GRID.originY;
export const SQUARE: PolygonRings = [
  [
    [WEST, NORTH - 180],
    [WEST + 180, NORTH - 180],
    [WEST + 180, NORTH],
    [WEST, NORTH],
    [WEST, NORTH - 180],
  ],
];
const SOILS = ["yellow", "limestone"];

/** A region of one square parcel of 3.24 ha on an even slope. */
export function oneParcel(site: Site): Region {
  const slope = Math.tan(((site.slopeDeg ?? 8) * Math.PI) / 180) * GRID.cellSizeM;
  const middle = site.elevationM ?? 700;
  const raster = (value: (col: number) => number): Raster => ({
    grid: GRID,
    values: Float32Array.from({ length: 36 }, (_, cell) => value(cell % 6)),
  });
  const rasters = new Map<string, Raster>([
    ["elevation", raster((col) => middle + (2.5 - col) * slope)],
    ["land-use", raster(() => LAND_USES.indexOf(site.landUse ?? "dry") + 1)],
    ["lithology", raster(() => 1)],
    ["bedrock-exposure", raster(() => site.bedrockPct ?? 10)],
    ["vegetation-cover", raster(() => site.coverPct ?? 60)],
    ["soil-depth", raster(() => site.depthCm ?? 60)],
    ["soil-type", raster(() => SOILS.indexOf(site.soil ?? "yellow") + 1)],
    ["soil-ph", raster(() => site.ph ?? 5.5)],
    ["rocky-desertification", raster(() => site.grade ?? 0)],
    ["mean-temperature", raster(() => site.temperatureC ?? 17)],
    ["annual-precipitation", raster(() => site.rainMm ?? 1150)],
    ["travel-time", raster(() => 20)],
  ]);
  const inside = (zone?: string): Feature => ({
    id: "1",
    geometry: { type: "Polygon", coordinates: SQUARE },
    properties: new Map(zone ? [["zone", zone]] : []),
  });
  const layer = (features: readonly Feature[]): VectorLayer => ({ crs: GRID.crs, features });
  const has = (zone: NonNullable<Site["zones"]>[number]) => (site.zones ?? []).includes(zone);
  const point = (properties: Feature["properties"]): Feature => ({
    id: "p",
    geometry: { type: "Point", coordinates: [WEST + 90, NORTH - 90] },
    properties,
  });
  const vectors = new Map<string, VectorLayer>([
    ["permanent-basic-farmland", layer(has("farmland") ? [inside()] : [])],
    ["ecological-redline", layer(has("redline") ? [inside()] : [])],
    ["reserve-core", layer(has("core") ? [inside()] : [])],
    ["wetland-park", layer(has("wetland") ? [inside()] : [])],
    ["protected-forest", layer(has("forest") ? [inside()] : [])],
    ["drinking-water-zones", layer((["I", "II", "quasi"] as const).filter(has).map((zone) => inside(zone)))],
    ["sub-basins", layer([inside()])],
    ["village-areas", layer([{ ...inside(), properties: new Map([["personDays", 1000]]) }])],
    ["villages", layer([point(new Map())])],
    ["scenic-spots", layer([point(new Map())])],
    ["plants", layer([point(new Map())])],
    ["roads", layer([{ ...inside(), geometry: { type: "LineString", coordinates: SQUARE[0] } }])],
    ["water-sources", layer([point(new Map([["m3PerYear", 20_000]]))])],
  ]);
  for (const id of site.without ?? []) {
    rasters.delete(id);
    vectors.delete(id);
  }
  return {
    definition: definitionOf(site),
    grid: GRID,
    rasters,
    vectors,
    units: {
      count: 1,
      ids: ["T-1"],
      areaHa: new Float64Array([3.24]),
      polygons: [[SQUARE]],
      points: new Float64Array([WEST + 90, NORTH - 90]),
      properties: [new Map(site.stand ? [["stand", site.stand]] : [])],
      cover: coverCells([[SQUARE]], GRID),
    },
    alignment: [],
    hashes: new Map(),
  };
}

function definitionOf(site: Site): RegionDefinition {
  const q = (value: number): Quantity => ({ value, unit: "", label: "E", source: "test" });
  const title = { zh: "", en: "" };
  const classes = (ids: readonly string[], from: number) =>
    ids.map((id, i) => ({ value: i + from, id, title }));
  const raster = (id: string, entries?: ReturnType<typeof classes>) => ({
    id,
    file: "",
    kind: "raster" as const,
    title,
    label: "E" as const,
    source: "test",
    ...(entries ? { classes: entries } : {}),
  });
  const soil = {
    sandPct: 28,
    siltPct: 37,
    clayPct: 35,
    organicCarbonPct: 2.4,
    pawc: 0.13,
    bulkDensityTPerM3: 1.25,
  };
  return {
    schema: 1,
    id: "one-parcel",
    name: title,
    summary: title,
    synthetic: true,
    crs: GRID.crs,
    grid: GRID,
    layers: [
      raster("land-use", classes(LAND_USES, 1)),
      raster("lithology", classes(["limestone", "dolomite", "interbedded", "clastic"], 1)),
      raster("soil-type", classes(SOILS, 1)),
      raster("rocky-desertification", classes(["none", "potential", "light", "moderate", "severe"], 0)),
    ],
    climate: {
      stationElevationM: q(700),
      temperatureC: [8, 9.5, 13.4, 17.4, 20.6, 22.8, 24.8, 24.2, 21.5, 17.5, 13.4, 9.5],
      precipitationMm: [20, 24, 38, 70, 150, 235, 210, 168, 110, 83, 28, 14],
      lapseCPerM: q(0.006),
      precipitationMmPer100M: q(14),
      minimumTemperatureC: q(1),
      label: "E",
      source: "test",
    },
    soils: Object.fromEntries(SOILS.map((id) => [id, { ...soil, label: "E" as const, source: "test" }])),
    industries: OPTION_IDS.map((id) => ({ id })),
    indicators: [],
    assessmentWeights: { ecological: 0.3, resource: 0.3, potential: 0.25, policy: 0.15 },
    masks: site.masks ?? [],
    openConditions: site.open ?? [],
    problem: {
      weights: { ecology: 0.4, economy: 0.4, employment: 0.2, suitability: 0 },
      labourByVillage: false,
      waterBySubBasin: false,
      areas: [],
      noNetLoss: { soil: "off", habitat: false, water: false },
      nutrientLoadCap: false,
    },
  };
}
