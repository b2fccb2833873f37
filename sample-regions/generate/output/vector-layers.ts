import {
  type GeojsonFeature,
  type Geometry,
  type Grid,
  type PolygonRings,
  type Position,
  transformBetween,
  writeGeojson,
} from "#gis";
import { type Line, simplifyLine } from "../core/lines.ts";
import { type Polygon, polygonArea, polygonsFromArcs, type Ring } from "../coverage/polygons-from-arcs.ts";
import { type GeneratedRegion, type PlanningUnit, type Resident, SMOOTH_FACTOR } from "../generate-region.ts";
import { nameHamlets, nameSubBasins } from "../place-names.ts";
import { WATER_ZONES } from "../water-zones.ts";
import type { RegionFile } from "./raster-layers.ts";

const FINE_CELL_M = 10;

/** About 0.1 m: finer than the 10 m on which borders are drawn. */
const DECIMALS = 6;

/** GeoJSON layers of a region in WGS 84. */
export function writeVectorLayers(region: GeneratedRegion): RegionFile[] {
  const { facts } = region;
  const place = placeOnEarth(region.grid);
  const layers: Record<string, GeojsonFeature[]> = {
    ...listUnionLayers(region, place),
    "planning-units": listPlanningUnits(region, place),
    boundary: [
      {
        id: "1",
        properties: { ...facts.name, synthetic: true },
        geometry: toGeometry(
          unionOf(region, () => true),
          place,
          FINE_CELL_M,
        ),
      },
    ],
    "village-areas": listVillageAreas(region, place),
    "drinking-water-zones": listWaterZones(region, place),
    "sub-basins": listSubBasins(region, place),
    rivers: listRivers(region, place),
    roads: region.roads.map(({ roadClass, line }, k) => ({
      id: String(k + 1),
      properties: { class: roadClass },
      geometry: toLine(line, place),
    })),
    villages: listVillages(region, place),
    sinkholes: region.depressions.map(({ lowestCell, depthM, areaHa }, k) => ({
      id: String(k + 1),
      properties: { depthM: round(depthM, 1), areaHa: round(areaHa, 2) },
      geometry: toPoint(region.grid, lowestCell, place),
    })),
    plants: region.plantCells.map((cell, k) => ({
      id: String(k + 1),
      properties: { ...facts.plants[k] },
      geometry: toPoint(region.grid, cell, place),
    })),
    "scenic-spots": region.scenicCells.map((cell, k) => ({
      id: String(k + 1),
      properties: { ...facts.scenicSpots[k] },
      geometry: toPoint(region.grid, cell, place),
    })),
    "water-sources": region.irrigation.map(({ col, row, kind, m3PerYear }, k) => ({
      id: String(k + 1),
      properties: { kind, m3PerYear },
      geometry: { type: "Point", coordinates: place((col + 0.5) * FINE_CELL_M, (row + 0.5) * FINE_CELL_M) },
    })),
  };
  const encoder = new TextEncoder();
  return Object.entries(layers).map(([id, features]) => ({
    path: `layers/${id}.geojson`,
    bytes: encoder.encode(writeGeojson(features, { crs: "EPSG:4326", decimals: DECIMALS })),
  }));
}

/** Longitude and latitude of a place in metres from the north-west corner. */
type PlaceOnEarth = (x: number, y: number) => Position;

function placeOnEarth({ crs, originX, originY }: Grid): PlaceOnEarth {
  const unproject = transformBetween(crs, "EPSG:4326");
  return (x, y) => unproject(originX + x, originY - y);
}

function unionOf({ unitArcs, units }: GeneratedRegion, belongs: (unit: PlanningUnit) => boolean): Polygon[] {
  return polygonsFromArcs(unitArcs, (label) => belongs(units[label - 1]) || undefined).get(true) ?? [];
}

function toGeometry(polygons: readonly Polygon[], place: PlaceOnEarth, cellM: number): Geometry {
  const toRing = ({ xs, ys }: Ring): Position[] => {
    const ring = xs.map((x, k) => place(x * cellM, ys[k] * cellM));
    return [...ring, ring[0]];
  };
  const toRings = ({ outer, holes }: Polygon): PolygonRings => [toRing(outer), ...holes.map(toRing)];
  return polygons.length === 1
    ? { type: "Polygon", coordinates: toRings(polygons[0]) }
    : { type: "MultiPolygon", coordinates: polygons.map(toRings) };
}

function toLine(line: Line, place: PlaceOnEarth): Geometry {
  return { type: "LineString", coordinates: line.map(([x, y]) => place(x, y)) };
}

function toPoint({ cols, cellSizeM }: Grid, cell: number, place: PlaceOnEarth): Geometry {
  const x = ((cell % cols) + 0.5) * cellSizeM;
  const y = (Math.floor(cell / cols) + 0.5) * cellSizeM;
  return { type: "Point", coordinates: place(x, y) };
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/** Layers that are unions of units, a feature for each piece. */
function listUnionLayers(region: GeneratedRegion, place: PlaceOnEarth): Record<string, GeojsonFeature[]> {
  const { policy } = region;
  const pieces = (belongs: (unit: PlanningUnit) => boolean, properties: Record<string, unknown> = {}) =>
    unionOf(region, belongs).map((polygon) => ({
      properties: { ...properties, areaHa: round(polygonArea(polygon) * FINE_CELL_M ** 2 * 1e-4, 2) },
      geometry: toGeometry([polygon], place, FINE_CELL_M),
    }));
  const numbered = (features: Omit<GeojsonFeature, "id">[]): GeojsonFeature[] =>
    features.map((feature, k) => ({ id: String(k + 1), ...feature }));
  return {
    "permanent-basic-farmland": numbered(pieces(({ label }) => policy.basicFarmland.has(label))),
    "ecological-redline": numbered(pieces(({ label }) => policy.redline.has(label))),
    "reserve-core": numbered(pieces(({ label }) => policy.reserveCore.has(label))),
    "water-bodies": numbered(pieces(({ landUse }) => landUse === "water")),
    "protected-forest": numbered(
      (["natural", "public-welfare"] as const).flatMap((kind) =>
        pieces(({ label }) => policy.forestProtection.get(label) === kind, { kind }),
      ),
    ),
  };
}

function listPlanningUnits(region: GeneratedRegion, place: PlaceOnEarth): GeojsonFeature[] {
  const polygons = polygonsFromArcs(region.unitArcs, (label) => label);
  return region.units.map(({ label, landUse, village, stand }) => {
    const forest = region.policy.forestProtection.get(label);
    return {
      id: `${region.facts.unitPrefix}-${String(label).padStart(4, "0")}`,
      properties: {
        landUse,
        village: String(village),
        ...(stand ? { stand } : {}),
        ...(forest ? { forest } : {}),
      },
      geometry: toGeometry(polygons.get(label)!, place, FINE_CELL_M),
    };
  });
}

function listVillageAreas(region: GeneratedRegion, place: PlaceOnEarth): GeojsonFeature[] {
  const { facts, units, residents, policy } = region;
  const polygons = polygonsFromArcs(region.unitArcs, (label) => units[label - 1].village);
  return facts.villages.map((name, k) => {
    const village = k + 1;
    const own = residents.filter((resident) => resident.village === village);
    const total = (of: (resident: Resident) => number) =>
      own.reduce((sum, resident) => sum + of(resident), 0);
    const county =
      facts.counties[
        majorityCounty(
          units.filter((unit) => unit.village === village),
          policy.countyOf,
        )
      ];
    return {
      id: String(village),
      properties: {
        villageId: String(village),
        zh: `${name.zh}村`,
        en: `${name.en} Village`,
        countyZh: county.zh,
        countyEn: county.en,
        population: total(({ population }) => population),
        labour: total(({ labour }) => labour),
        personDays: total(({ personDays }) => personDays),
      },
      geometry: toGeometry(polygons.get(village)!, place, FINE_CELL_M),
    };
  });
}

function majorityCounty(units: readonly PlanningUnit[], countyOf: (unit: PlanningUnit) => number): number {
  const cells = new Map<number, number>();
  for (const unit of units) cells.set(countyOf(unit), (cells.get(countyOf(unit)) ?? 0) + unit.cells);
  return [...cells].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** Slivers of a zone below this are left out, smooth cells. */
const MIN_ZONE_CELLS = 12;

function listWaterZones({ zoneArcs, grid }: GeneratedRegion, place: PlaceOnEarth): GeojsonFeature[] {
  const polygons = polygonsFromArcs(zoneArcs, (zone) => zone);
  const features = WATER_ZONES.flatMap((zone, k) =>
    (polygons.get(k + 1) ?? [])
      .filter(({ outer }) => outer.signedArea > MIN_ZONE_CELLS)
      .map((polygon) => ({
        properties: { zone },
        geometry: toGeometry([polygon], place, smoothCellM(grid)),
      })),
  );
  return features.map((feature, k) => ({ id: String(k + 1), ...feature }));
}

function listSubBasins(
  { basinArcs, basinCount, facts, grid }: GeneratedRegion,
  place: PlaceOnEarth,
): GeojsonFeature[] {
  const names = nameSubBasins(facts.seed, basinCount);
  const polygons = polygonsFromArcs(basinArcs, (basin) => basin);
  return names.map((name, k) => ({
    id: String(k + 1),
    properties: { basinId: String(k + 1), ...name },
    geometry: toGeometry(polygons.get(k + 1)!, place, smoothCellM(grid)),
  }));
}

const smoothCellM = (grid: Grid) => grid.cellSizeM / SMOOTH_FACTOR;

const RIVER_TOLERANCE_M = 6;

function listRivers({ trunk, streams, facts, grid }: GeneratedRegion, place: PlaceOnEarth): GeojsonFeature[] {
  const widthM = grid.cols * grid.cellSizeM;
  const heightM = grid.rows * grid.cellSizeM;
  const clip = (line: Line) => line.filter(([x, y]) => x >= 0 && y >= 0 && x <= widthM && y <= heightM);
  const lines = [
    { line: trunk, properties: { ...facts.river, order: 1 } },
    ...streams.map((line) => ({ line, properties: { order: 2 } })),
  ];
  return lines
    .map(({ line, properties }) => ({ line: simplifyLine(clip(line), RIVER_TOLERANCE_M), properties }))
    .filter(({ line }) => line.length > 1)
    .map(({ line, properties }, k) => ({ id: String(k + 1), properties, geometry: toLine(line, place) }));
}

function listVillages(
  { residents, facts, grid, elevation }: GeneratedRegion,
  place: PlaceOnEarth,
): GeojsonFeature[] {
  const hamlets = nameHamlets(facts.seed, residents.length);
  return residents.map((resident, k) => ({
    id: String(k + 1),
    properties: {
      // The seat of a village carries the village's name.
      ...(resident.isSeat ? facts.villages[resident.village - 1] : hamlets[k]),
      villageId: String(resident.village),
      seat: resident.isSeat ? 1 : 0,
      population: resident.population,
      labour: resident.labour,
      personDays: resident.personDays,
      elevation: elevation[resident.cell],
    },
    geometry: toPoint(grid, resident.cell, place),
  }));
}
