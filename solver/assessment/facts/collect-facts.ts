import {
  accumulateFlow,
  aspectDegrees,
  assignGroups,
  computeFlowDirections,
  distancesToNearest,
  fillArtefactDepressions,
  type Grid,
  type Raster,
  slopeDegrees,
  transformBetween,
  type VectorLayer,
  zonalMean,
  zonalPercentile,
  zonalShareAbove,
} from "#gis";
import { LAND_USES, type LandUse } from "#solver/region";
import type { Groups } from "../assessment.ts";
import { assessmentIssue } from "../issue-messages.ts";
import { heatSumCd, meanTemperatureAt, rainAt, temperatureAt, thornthwaiteMm } from "../physics/climate.ts";
import {
  type DesertificationMethod,
  gradeByForestryScore,
  gradeByThresholds,
  gradeIndex,
  type Vegetation,
} from "../physics/desertification.ts";
import { computeSlopeLength } from "../physics/slope-length.ts";
import { rainErosivity } from "../physics/soil-loss.ts";
import { lackingLayers } from "./essential-layers.ts";
import { computeWaterReach, type WaterSource } from "./reach.ts";
import type { LayerReader } from "./read-layers.ts";
import { statedStand } from "./stands.ts";
import { cellAt, computeDegradation, markLines } from "./threats.ts";
import { computeTravelTime, marketPlaces } from "./travel-time.ts";
import type { UnitFacts } from "./unit-facts.ts";

/** Slope above which the law speaks, degrees. */
export const STEEP_DEG = 25;
/** Grades of light and of severe rocky desertification. */
export const LIGHT = 2;
export const SEVERE = 4;
const CARBONATE_ROCKS = new Set(["limestone", "dolomite", "interbedded"]);
const NO_LAND_USE = 255;
const IRRIGABLE: readonly LandUse[] = ["paddy", "dry", "orchard-tea", "grass", "bare"];

/** Facts of every planning unit, from the region's layers; what is missing becomes NaN and an issue. */
export function collectFacts(reader: LayerReader, method: DesertificationMethod): UnitFacts {
  const { region } = reader;
  const { units, grid } = region;
  const { count, cover, points } = units;
  const mean = (raster: Raster) => zonalMean(cover, raster);

  const elevation = reader.raster("elevation", "no unit can be assessed");
  const terrain = elevation && describeTerrain(elevation);
  const noData = () => new Float64Array(count).fill(Number.NaN);
  const elevationM = elevation ? mean(elevation) : noData();
  const slopeDeg = terrain ? mean(terrain.slope) : noData();

  const landUseIds = reader.classes("land-use", "no unit can be assessed");
  const landUse = Uint8Array.from(landUseIds, (id) => {
    const index = LAND_USES.indexOf(id as LandUse);
    return index < 0 ? NO_LAND_USE : index;
  });
  const lithology = reader.classes("lithology", "all rock counts as carbonate");
  const carbonate = Uint8Array.from(lithology, (id) => (id === "" || CARBONATE_ROCKS.has(id) ? 1 : 0));
  const bedrockShare = reader
    .perUnit("bedrock-exposure", "no unit can be assessed", mean)
    .map((pct) => Math.min(1, Math.max(0, pct / 100)));
  const coverPct = reader.perUnit("vegetation-cover", "canopy is left out of the scores", mean);
  const soilDepthCm = reader.perUnit("soil-depth", "no unit can be assessed", (r) =>
    zonalPercentile(cover, r, 75),
  );
  const soilMeanDepthCm = reader.perUnit("soil-depth", "no unit can be assessed", mean);
  const soilType = reader.classes("soil-type", "no unit can be assessed");

  const climate = describeClimate(reader, elevationM);
  const grade = gradeUnits(reader, method, {
    bedrockShare,
    landUseIds,
    coverPct,
    soilMeanDepthCm,
    carbonate,
  });
  const zoneShare = readZoneShares(reader, terrain?.slope);
  const subBasin = readGroups(reader, "sub-basins", "irrigation is not split", (f) => f.get("basinId"));
  const village = readGroups(reader, "village-areas", "labour is not split", (f) => f.get("villageId"));
  const sources = readWaterSources(reader, elevation);
  const villageHa = sumByGroup(village, units.areaHa);
  const irrigableHa = units.areaHa.map((ha, u) => (IRRIGABLE.includes(LAND_USES[landUse[u]]) ? ha : 0));
  const waterReachM3 =
    sources.length > 0 ? computeWaterReach(points, elevationM, irrigableHa, sources) : noData();
  addSupplies(subBasin, waterReachM3, irrigableHa);

  const degradation = mean(describeThreats(reader, grid));
  const essentials = { landUse, soilType, elevationM, slopeDeg, bedrockShare, soilDepthCm, ...climate };
  const withoutData = Array.from({ length: count }, (_, unit) => ({
    unit,
    layers: lackingLayers(essentials, unit, region.definition.soils),
  })).filter(({ layers }) => layers.length > 0);
  const usable = new Uint8Array(count).fill(1);
  for (const { unit } of withoutData) usable[unit] = 0;
  const distance = (id: string, consequence: string) => {
    const layer = reader.vector(id, consequence);
    return layer ? distancesToNearest(points, layer) : noData();
  };
  const scenicM = distance("scenic-spots", "tourism is served from villages only");
  const villageM = distance("villages", "tourism is served from scenic spots only");

  return {
    count,
    areaHa: units.areaHa,
    elevationM,
    slopeDeg,
    slopeLength: terrain ? mean(terrain.slopeLength) : noData(),
    bedrockShare,
    coverPct,
    soilDepthCm,
    soilMeanDepthCm,
    ph: reader.perUnit("soil-ph", "soil pH is left out of the scores", mean),
    soilType,
    carbonate,
    ...climate,
    travelMin: readTravelTime(reader, terrain?.slope),
    roadM: distance("roads", "the way to a road is not checked"),
    plantM: distance("plants", "the way to a processing plant is left out of the scores"),
    serviceM: scenicM.map((m, u) => Math.min(orFar(m), orFar(villageM[u]))),
    scenicM,
    waterReachM3,
    labourReachDays: Float64Array.from(village.of, (v) =>
      v < 0 ? Number.NaN : village.supply[v] / villageHa[v],
    ),
    grade,
    landUse,
    stand: units.properties.map((p, u) =>
      landUseIds[u] === "orchard-tea" ? statedStand(p.get("stand")) : "",
    ),
    zoneShare,
    subBasin,
    village,
    degradation,
    halfSaturation: largest(degradation) / 2,
    usable,
    withoutData,
  };
}

function largest(values: Float64Array): number {
  return Math.max(0, ...values.filter((value) => !Number.isNaN(value)));
}

function orFar(distanceM: number): number {
  return Number.isNaN(distanceM) ? Number.POSITIVE_INFINITY : distanceM;
}

function describeTerrain(elevation: Raster): { slope: Raster; slopeLength: Raster } {
  const { grid, values } = elevation;
  const dem = { cols: grid.cols, rows: grid.rows, cellSizeM: grid.cellSizeM, values };
  const slope: Raster = { grid, values: slopeDegrees(dem, { computeEdges: true }) };
  const aspect: Raster = { grid, values: aspectDegrees(dem, { computeEdges: true }) };
  // Artefact pits are filled; closed depressions of the karst are real and end the flow.
  const surface = fillArtefactDepressions(values, grid);
  const upstream = accumulateFlow(computeFlowDirections(surface, grid), grid);
  return { slope, slopeLength: computeSlopeLength(slope, aspect, upstream) };
}

/** Temperature, heat, rain, erosivity and evaporation of each unit: layers where given, else normals and lapse. */
function describeClimate(reader: LayerReader, elevationM: Float64Array) {
  const { region } = reader;
  const { climate } = region.definition;
  const { cover } = region.units;
  const fromLayer = (id: string, otherwise: (elevation: number) => number): Float64Array => {
    const raster = region.rasters.get(id);
    return raster ? zonalMean(cover, raster) : elevationM.map(otherwise);
  };
  const temperatureC = fromLayer("mean-temperature", (z) => meanTemperatureAt(climate, z));
  const rainMm = fromLayer("annual-precipitation", (z) => rainAt(climate, z));
  const stationMean = climate.temperatureC.reduce((sum, t) => sum + t, 0) / 12;
  const stationRain = climate.precipitationMm.reduce((sum, p) => sum + p, 0);
  const latitude = latitudeOf(region.grid);
  const monthsAt = (t: number) => climate.temperatureC.map((month) => month + t - stationMean);
  return {
    temperatureC,
    rainMm,
    minimumTemperatureC: elevationM.map((z) =>
      temperatureAt(
        climate.minimumTemperatureC.value,
        climate.stationElevationM.value,
        z,
        climate.lapseCPerM.value,
      ),
    ),
    heatSumCd: temperatureC.map((t) => (Number.isNaN(t) ? t : heatSumCd(monthsAt(t)))),
    heatAboveZeroCd: temperatureC.map((t) => (Number.isNaN(t) ? t : heatSumCd(monthsAt(t), 0))),
    erosivity: rainMm.map((p) =>
      rainErosivity(climate.precipitationMm.map((month) => (month * p) / stationRain)),
    ),
    potentialEvapotranspirationMm: temperatureC.map((t) =>
      Number.isNaN(t) ? t : thornthwaiteMm(monthsAt(t), latitude),
    ),
  };
}

function latitudeOf(grid: Grid): number {
  const toDegrees = transformBetween(grid.crs, "EPSG:4326");
  const half = grid.cellSizeM / 2;
  return toDegrees(grid.originX + grid.cols * half, grid.originY - grid.rows * half)[1];
}

interface GradeInputs {
  readonly bedrockShare: Float64Array;
  readonly landUseIds: readonly string[];
  readonly coverPct: Float64Array;
  readonly soilMeanDepthCm: Float64Array;
  readonly carbonate: Uint8Array;
}

function gradeUnits(reader: LayerReader, method: DesertificationMethod, inputs: GradeInputs): Float64Array {
  if (method === "lyt1840") {
    return inputs.bedrockShare.map((share, u) => {
      const vegetation = vegetationOf(inputs.landUseIds[u]);
      const cover = inputs.coverPct[u];
      return gradeIndex(
        gradeByForestryScore(
          100 * share,
          vegetation,
          cover,
          inputs.soilMeanDepthCm[u],
          inputs.carbonate[u] === 1,
        ),
      );
    });
  }
  if (method === "layer" && reader.region.rasters.has("rocky-desertification")) {
    const order = ["none", "potential", "light", "moderate", "severe"];
    return Float64Array.from(reader.classes("rocky-desertification", "grades follow bare rock"), (id) => {
      const index = order.indexOf(id);
      return index < 0 ? Number.NaN : index;
    });
  }
  return inputs.bedrockShare.map((share, u) =>
    inputs.carbonate[u] === 1 ? gradeByThresholds(100 * share) : 0,
  );
}

function vegetationOf(landUse: string): Vegetation {
  switch (landUse) {
    case "forest":
    case "orchard-tea":
      return "tree";
    case "shrub":
      return "shrub";
    case "grass":
      return "herb";
    case "paddy":
    case "dry":
      return "crop";
    default:
      return "none";
  }
}

function readZoneShares(reader: LayerReader, slope: Raster | undefined): ReadonlyMap<string, Float32Array> {
  const { units, rasters, vectors, definition } = reader.region;
  const none = () => new Float32Array(units.count);
  const grades = rasters.get("rocky-desertification");
  const severeCode = reader.legend("rocky-desertification").find((entry) => entry.id === "severe")?.value;
  const steep = slope ? Float32Array.from(zonalShareAbove(units.cover, slope, STEEP_DEG)) : none();
  const steepOrSevere = slope && {
    grid: slope.grid,
    values: slope.values.map((deg, cell) =>
      Number.isNaN(deg)
        ? deg
        : deg > STEEP_DEG || (grades !== undefined && grades.values[cell] === severeCode)
          ? 1
          : 0,
    ),
  };
  const zone = (mask: string, name: string) => {
    const layer = reader.layerOfMask(mask, "drinking-water-zones");
    return reader.shares(layer, "water zones are not checked", (stated) => stated === name);
  };
  const area = (mask: string, usual: string, consequence: string) =>
    reader.shares(reader.layerOfMask(mask, usual), consequence);
  // Not every region has protected forest or a wetland park: only one that names the mask is told that its layer is missing.
  const whereAsked = (mask: string, consequence: string) => {
    const layer = reader.layerOfMask(mask, mask);
    const isAsked = vectors.has(layer) || definition.masks.some(({ id }) => id === mask);
    return isAsked ? reader.shares(layer, consequence) : none();
  };
  return new Map([
    ["farmland", area("basic-farmland", "permanent-basic-farmland", "basic farmland is not checked")],
    ["redline", area("redline", "ecological-redline", "the redline is not checked")],
    ["core", area("reserve-core", "reserve-core", "reserve cores are not checked")],
    ["zone-1", zone("water-zone-1", "I")],
    ["zone-2", zone("water-zone-2", "II")],
    ["zone-quasi", zone("water-zone-quasi", "quasi")],
    ["protected-forest", whereAsked("protected-forest", "protected forest is not checked")],
    ["wetland-park", whereAsked("wetland-park", "the wetland park is not checked")],
    ["steep", steep],
    [
      "steep-or-severe",
      steepOrSevere ? Float32Array.from(zonalShareAbove(units.cover, steepOrSevere, 0.5)) : none(),
    ],
  ]);
}

/** Minutes to the market as mapped; without the layer by the least-cost path over slope and roads. */
function readTravelTime(reader: LayerReader, slope: Raster | undefined): Float64Array {
  const { rasters, vectors, units } = reader.region;
  const places = marketPlaces(vectors);
  if (rasters.has("travel-time") || !slope || !places || places.features.length === 0)
    return reader.perUnit(
      "travel-time",
      "access is left out of the scores and transport of the margin",
      (raster) => zonalMean(units.cover, raster),
    );
  const landUse = rasters.get("land-use");
  const water = reader.legend("land-use").find(({ id }) => id === "water")?.value;
  reader.issues.push(assessmentIssue("travel-time-computed", "note", { layer: "travel-time" }));
  return zonalMean(
    units.cover,
    computeTravelTime({
      slope,
      isWater: (cell) => water !== undefined && landUse?.values[cell] === water,
      roads: vectors.get("roads"),
      places,
    }),
  );
}

function readGroups(
  reader: LayerReader,
  id: string,
  consequence: string,
  key: (properties: VectorLayer["features"][number]["properties"]) => unknown,
): Groups {
  const layer = reader.vector(id, consequence);
  const { units } = reader.region;
  if (!layer || layer.features.length === 0) {
    return {
      of: new Int32Array(units.count),
      names: [{ zh: "全区", en: "Whole region" }],
      supply: new Float64Array(1),
    };
  }
  return {
    of: assignGroups(units, layer),
    names: layer.features.map((feature, i) => {
      const fallback = `${key(feature.properties) ?? i + 1}`;
      const zh = feature.properties.get("zh") ?? fallback;
      return { zh: `${zh}`, en: `${feature.properties.get("en") ?? fallback}` };
    }),
    supply: Float64Array.from(layer.features, (feature) => Number(feature.properties.get("personDays") ?? 0)),
  };
}

function readWaterSources(reader: LayerReader, elevation: Raster | undefined): readonly WaterSource[] {
  const layer = reader.vector("water-sources", "irrigation water is left out of the scores");
  if (!layer) return [];
  return layer.features.flatMap(({ geometry, properties }) => {
    if (geometry.type !== "Point") return [];
    const [x, y] = geometry.coordinates;
    const cell = elevation ? cellAt(elevation.grid, x, y) : -1;
    return [
      {
        x,
        y,
        elevationM: elevation && cell >= 0 ? elevation.values[cell] : Number.NaN,
        m3PerYear: Number(properties.get("m3PerYear") ?? 0),
      },
    ];
  });
}

/** Gives each sub-basin the water its land can reach: pumps and canals cross divides, so a source is no basin's own. */
function addSupplies(groups: Groups, reachM3PerHa: Float64Array, irrigableHa: Float64Array): void {
  for (let u = 0; u < irrigableHa.length; u++) {
    const volume = reachM3PerHa[u] * irrigableHa[u];
    if (groups.of[u] >= 0 && volume > 0) groups.supply[groups.of[u]] += volume;
  }
}

function sumByGroup(groups: Groups, areaHa: Float64Array): Float64Array {
  const sums = new Float64Array(groups.names.length);
  for (let u = 0; u < areaHa.length; u++) if (groups.of[u] >= 0) sums[groups.of[u]] += areaHa[u];
  return sums;
}

function describeThreats(reader: LayerReader, grid: Grid): Raster {
  const cells = grid.cols * grid.rows;
  const landUse = reader.region.rasters.get("land-use");
  const codesOf = (ids: readonly LandUse[]) =>
    new Set(
      reader
        .legend("land-use")
        .filter((entry) => ids.includes(entry.id as LandUse))
        .map((entry) => entry.value),
    );
  const mark = (ids: readonly LandUse[]) => {
    const codes = codesOf(ids);
    return landUse ? landUse.values.map((code) => (codes.has(code) ? 1 : 0)) : new Float32Array(cells);
  };
  const roads = reader.region.vectors.get("roads");
  return computeDegradation(grid, {
    settlement: mark(["built"]),
    road: roads ? markLines(grid, roads) : new Float32Array(cells),
    cropland: mark(["dry"]),
  });
}
