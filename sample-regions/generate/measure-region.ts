import { areaOf, overlayShares, polygonsOf, slopeDegrees, type VectorLayer } from "#gis";
import { LAND_USES, type Region } from "#solver/region";
import { sum } from "./core/numeric.ts";
import { GRADES } from "./land/desertification.ts";
import type { RegionFacts } from "./region-facts.ts";
import { slopeClassOf } from "./terrain/match-slopes.ts";
import { WATER_ZONES } from "./water-zones.ts";

/** A target of the facts beside what the files hold. */
export interface Measurement {
  readonly group:
    | "area"
    | "elevation"
    | "slope"
    | "land use"
    | "desertification"
    | "zone"
    | "rock"
    | "people";
  readonly name: string;
  readonly unit: "km2" | "m" | "%" | "persons" | "person-days/a" | "m3/a";
  readonly target: number;
  readonly achieved: number;
}

/** Measures a region's files against its facts. Shares are of the area of the planning units. */
export function measureRegion(region: Region, facts: RegionFacts): Measurement[] {
  return [
    ...measureTerrain(region, facts),
    ...measureLandUse(region, facts),
    ...measureDesertification(region, facts),
    ...measureRock(region, facts),
    ...measureZones(region, facts),
    ...measurePeople(region, facts),
  ];
}

const SLOPE_CLASSES = ["0-5 deg", "5-8 deg", "8-15 deg", "15-25 deg", "25-35 deg", "over 35 deg"];

function measureTerrain(region: Region, facts: RegionFacts): Measurement[] {
  const { grid } = region;
  const elevation = rasterValues(region, "elevation");
  const weight = weighCells(region);
  const slope = slopeDegrees(
    { cols: grid.cols, rows: grid.rows, cellSizeM: grid.cellSizeM, values: elevation },
    { computeEdges: true },
  );
  // A cell counts for the range of heights when most of it lies inside.
  const heights = elevation.filter((_, cell) => weight[cell] > 0.5);
  const [minM, maxM] = facts.elevationM;
  const lowest = heights.reduce((a, b) => Math.min(a, b), Infinity);
  const highest = heights.reduce((a, b) => Math.max(a, b), -Infinity);
  const areaKm2 = sum(region.units.areaHa) / 100;
  return [
    { group: "area", name: "study area", unit: "km2", target: facts.areaKm2, achieved: areaKm2 },
    { group: "elevation", name: "lowest", unit: "m", target: minM, achieved: lowest },
    { group: "elevation", name: "highest", unit: "m", target: maxM, achieved: highest },
    ...shareRows("slope", SLOPE_CLASSES, facts.targets.slope, shareByClass(slope, weight, slopeClassOf)),
  ];
}

function measureLandUse({ units }: Region, facts: RegionFacts): Measurement[] {
  const areaHa = new Map<unknown, number>();
  units.properties.forEach((properties, u) => {
    const use = properties.get("landUse");
    areaHa.set(use, (areaHa.get(use) ?? 0) + units.areaHa[u]);
  });
  const total = sum(units.areaHa);
  const achieved = LAND_USES.map((use) => (100 * (areaHa.get(use) ?? 0)) / total);
  return shareRows(
    "land use",
    LAND_USES,
    LAND_USES.map((use) => facts.targets.landUse[use]),
    achieved,
  );
}

function measureDesertification(region: Region, facts: RegionFacts): Measurement[] {
  const grade = rasterValues(region, "rocky-desertification");
  const achieved = shareByClass(grade, weighCells(region), (value) => value);
  return shareRows("desertification", GRADES, facts.targets.desertification, achieved);
}

const ROCKS = ["limestone", "dolomite", "interbedded argillaceous rock", "clastic rock"];

function measureRock(region: Region, facts: RegionFacts): Measurement[] {
  const achieved = shareByClass(rasterValues(region, "lithology"), weighCells(region), (value) => value - 1);
  return shareRows("rock", ROCKS, facts.targets.lithology, achieved);
}

function measureZones(region: Region, facts: RegionFacts): Measurement[] {
  const { targets } = facts;
  const total = sum(region.units.areaHa);
  const sharePct = (layer: VectorLayer) => {
    const areaM2 = layer.features.reduce((sum, feature) => sum + areaOf(polygonsOf(feature.geometry)), 0);
    return areaM2 / 100 / total;
  };
  const waterZones = WATER_ZONES.map((zone) => {
    const layer = vectorLayer(region, "drinking-water-zones");
    const features = layer.features.filter((feature) => feature.properties.get("zone") === zone);
    return sharePct({ ...layer, features });
  });
  const zone = (name: string, target: number, achieved: number): Measurement => ({
    group: "zone",
    name,
    unit: "%",
    target,
    achieved,
  });
  return [
    zone(
      "permanent basic farmland",
      targets.basicFarmland,
      sharePct(vectorLayer(region, "permanent-basic-farmland")),
    ),
    ...redlineByCounty(region, facts).map((achieved, k) =>
      zone(`ecological redline, ${facts.counties[k].en}`, targets.redline[k], achieved),
    ),
    ...WATER_ZONES.map((name, k) => zone(`water zone ${name}`, targets.waterZones[k], waterZones[k])),
    zone("reserve core", targets.reserveCore, sharePct(vectorLayer(region, "reserve-core"))),
  ];
}

/** Share of the redline in each county; a unit lies in the county of its village. */
function redlineByCounty(region: Region, facts: RegionFacts): number[] {
  const countyOfVillage = new Map<unknown, unknown>();
  for (const { properties } of vectorLayer(region, "village-areas").features) {
    countyOfVillage.set(properties.get("villageId"), properties.get("countyEn"));
  }
  const { units } = region;
  const redline = overlayShares(units, vectorLayer(region, "ecological-redline"));
  return facts.counties.map(({ en }) => {
    let countyHa = 0;
    let redlineHa = 0;
    units.properties.forEach((properties, u) => {
      if (countyOfVillage.get(properties.get("village")) !== en) return;
      countyHa += units.areaHa[u];
      redlineHa += units.areaHa[u] * redline[u];
    });
    return (100 * redlineHa) / countyHa;
  });
}

function measurePeople(region: Region, { people, irrigationM3PerYear }: RegionFacts): Measurement[] {
  const total = (layer: string, property: string) =>
    sum(vectorLayer(region, layer).features.map(({ properties }) => Number(properties.get(property))));
  const labour = Math.round(people.population * people.labourShare);
  return [
    {
      group: "people",
      name: "population",
      unit: "persons",
      target: people.population,
      achieved: total("villages", "population"),
    },
    {
      group: "people",
      name: "labour",
      unit: "persons",
      target: labour,
      achieved: total("villages", "labour"),
    },
    {
      group: "people",
      name: "labour time",
      unit: "person-days/a",
      target: people.personDaysPerYear,
      achieved: total("village-areas", "personDays"),
    },
    {
      group: "people",
      name: "irrigation sources",
      unit: "m3/a",
      target: irrigationM3PerYear,
      achieved: total("water-sources", "m3PerYear"),
    },
  ];
}

function shareRows(
  group: Measurement["group"],
  names: readonly string[],
  targets: readonly number[],
  achieved: readonly number[],
): Measurement[] {
  return names.map((name, k) => ({ group, name, unit: "%", target: targets[k], achieved: achieved[k] ?? 0 }));
}

/** Part of every cell that planning units cover, 0-1. */
function weighCells({ grid, units }: Region): Float64Array {
  const weight = new Float64Array(grid.cols * grid.rows);
  units.cover.cells.forEach((cell, k) => {
    weight[cell] += units.cover.shares[k];
  });
  return weight;
}

function shareByClass(
  values: Float32Array,
  weight: Float64Array,
  classOf: (value: number) => number,
): number[] {
  const areas: number[] = [];
  values.forEach((value, cell) => {
    if (weight[cell] > 0) areas[classOf(value)] = (areas[classOf(value)] ?? 0) + weight[cell];
  });
  const total = sum(weight);
  return Array.from(areas, (area) => (100 * (area ?? 0)) / total);
}

function rasterValues(region: Region, id: string): Float32Array {
  const raster = region.rasters.get(id);
  if (!raster) throw new Error(`${region.definition.id} has no raster ${id}`);
  return raster.values;
}

function vectorLayer(region: Region, id: string): VectorLayer {
  const layer = region.vectors.get(id);
  if (!layer) throw new Error(`${region.definition.id} has no vector layer ${id}`);
  return layer;
}
