import { type Grid, transformBetween } from "#gis";
import type { OptionId } from "#solver/region";
import { distanceToMask } from "./core/distance.ts";
import { type Lattice, refine } from "./core/lattice.ts";
import { burnLine, type Line, type Place } from "./core/lines.ts";
import { makeNoise, makeRandom, type Noise } from "./core/random.ts";
import { blur, resampleCubic } from "./core/raster-filters.ts";
import { measureSlopeDeg } from "./core/slope.ts";
import { majoritySmooth } from "./coverage/majority-smooth.ts";
import { simplifyArcs } from "./coverage/simplify-arcs.ts";
import { type Arc, cutStaircase, traceArcs } from "./coverage/trace-arcs.ts";
import { type Desertification, gradeDesertification } from "./land/desertification.ts";
import { allocateLandUse, fillBackdrop, landUseCode } from "./land/land-use.ts";
import { drawPolicy, type Policy } from "./land/policy.ts";
import { formSoil, type Soil } from "./land/soil.ts";
import { chooseStand, rankEvenly } from "./land/stands.ts";
import { shapeLandform } from "./landform/landform.ts";
import { assignLithology, isCarbonate, ROCK } from "./lithology.ts";
import { type People, settlePeople } from "./people.ts";
import { type IrrigationSource, placeIrrigation, placePlants, placeScenicSpots } from "./point-sites.ts";
import type { RegionFacts } from "./region-facts.ts";
import { layRoads, measureTravelTime, type Road } from "./roads.ts";
import { placeSettlements, type Settlement } from "./settlements.ts";
import { MARGIN_CELLS, outlineStudyArea } from "./study-area.ts";
import { divideSubBasins } from "./sub-basins.ts";
import { drawSurfaceWater } from "./surface-water.ts";
import { calibrateTerrain, firstRowOfLake } from "./terrain/calibrate-terrain.ts";
import { floodLake } from "./terrain/hold-water.ts";
import { type ClosedDepression, listDepressions } from "./terrain/list-depressions.ts";
import { growRegions } from "./units/grow-regions.ts";
import { measureAdjacency } from "./units/merge-small.ts";
import { segmentUnits } from "./units/segment-units.ts";
import { describeSites, majorityByUnit, type UsedUnit } from "./units/unit.ts";
import { drawWaterZones } from "./water-zones.ts";

const CRS = "EPSG:4544";
const CELL_M = 30;
/** Fine cells per coarse cell: units are drawn on 10 m. */
const FINE = 3;
/** Own-raster layers are smoothed on 15 m. */
export const SMOOTH_FACTOR = 2;

export interface Resident extends Settlement, People {
  /** Administrative village, from 1. */
  readonly village: number;
  readonly isSeat: boolean;
}

export interface PlanningUnit extends UsedUnit {
  readonly stand?: OptionId;
}

/** A region in memory, ready to be written. Arrays of cells are row-major, north row first. */
export interface GeneratedRegion {
  readonly facts: RegionFacts;
  readonly grid: Grid;
  readonly elevation: Float64Array;
  readonly slopeDeg: Float32Array;
  readonly lithology: Uint8Array;
  readonly landUse: Uint8Array;
  readonly desertification: Desertification;
  readonly soil: Soil;
  readonly travelMinutes: Float64Array;
  /** Coarse cells of the study area: 1 inside. */
  readonly inside: Uint8Array;
  readonly waterZone: Uint8Array;
  readonly units: readonly PlanningUnit[];
  readonly policy: Policy;
  /** Borders of the units in fine cells; labels are those of the units. */
  readonly unitArcs: readonly Arc[];
  /** Borders of water zones and sub-basins in smooth cells. */
  readonly zoneArcs: readonly Arc[];
  readonly basinArcs: readonly Arc[];
  readonly basinCount: number;
  readonly trunk: Line;
  readonly streams: readonly Line[];
  readonly roads: readonly Road[];
  readonly residents: readonly Resident[];
  readonly depressions: readonly ClosedDepression[];
  readonly plantCells: readonly number[];
  readonly scenicCells: readonly number[];
  readonly irrigation: readonly IrrigationSource[];
}

/** A region from its facts: read from top to bottom, each stage takes what the ones before it made. */
export function generateRegion(facts: RegionFacts): GeneratedRegion {
  const noises = Array.from({ length: 12 }, (_, k) => makeNoise(facts.seed * 50 + k + 3));
  const grid = layOutGrid(facts);
  const coarse: Lattice = { cols: grid.cols, rows: grid.rows, cellM: CELL_M };
  const fine = refine(coarse, FINE);
  const coarseCellOf = (fineCell: number) =>
    Math.floor(Math.floor(fineCell / fine.cols) / FINE) * coarse.cols +
    Math.floor((fineCell % fine.cols) / FINE);
  const centreOf = (coarseCell: number) =>
    (Math.floor(coarseCell / coarse.cols) * FINE + 1) * fine.cols + (coarseCell % coarse.cols) * FINE + 1;

  const landform = shapeLandform(facts, coarse);
  const trunk = burnLine(landform.trunk, coarse);
  const toTrunkM = distanceToMask(trunk.mask, coarse);
  const firstWater = guessWater(facts, coarse, landform.elevation, trunk.mask, toTrunkM);
  const studyArea = outlineStudyArea(facts, coarse, {
    elevation: landform.elevation,
    trunk: landform.trunk,
    water: firstWater,
    noises,
  });

  const lithology = assignLithology(landform.strata, studyArea, facts.targets.lithology);
  const soluble = Float64Array.from(lithology, (rock) =>
    isCarbonate(rock) ? 1 : rock === ROCK.interbedded ? 0.5 : 0,
  );
  const terrain = calibrateTerrain(facts, coarse, { landform, trunk, toTrunkM, studyArea, soluble, noises });
  const { elevation } = terrain;
  const slopeDeg = measureSlopeDeg(elevation, coarse);
  const depressions = listDepressions(elevation, coarse, studyArea);

  const surfaceWater = drawSurfaceWater(facts, coarse, fine, { landform, terrain, studyArea });
  const water = Uint8Array.from(elevation, (_, cell) => surfaceWater.water[centreOf(cell)]);
  const waterDistanceM = distanceToMask(water, coarse);
  const surroundings = blur(elevation, coarse, 6);
  const reliefM = elevation.map((z, cell) => z - surroundings[cell]);

  const settlements = placeSettlements(facts, coarse, {
    elevation,
    slopeDeg,
    reliefM,
    waterDistanceM,
    water,
    studyArea,
    noises,
  });
  const network = layRoads(facts, coarse, { slopeDeg, reliefM, water, settlements, noises });
  const travelMinutes = measureTravelTime(facts, coarse, { slopeDeg, water }, network.rank);
  const roadDistanceM = distanceToMask(network.rank, coarse);
  const settled = new Uint8Array(elevation.length);
  for (const { cell } of settlements.all) settled[cell] = 1;
  const settlementDistanceM = distanceToMask(settled, coarse);

  const fineSlopeDeg = blur(measureSlopeDeg(resampleCubic(elevation, coarse, FINE), fine), fine, 2, 2);
  const villageCost = fineSlopeDeg.map((deg, cell) => {
    const ripple = Math.abs(noises[4]((cell % fine.cols) / 30, Math.floor(cell / fine.cols) / 30));
    const crest = Math.max(0, reliefM[coarseCellOf(cell)]) / 10;
    return 1 + deg / 12 + 0.5 * ripple + (surfaceWater.water[cell] ? 25 : 0) + crest;
  });
  const seatCells = settlements.seats.map(({ cell }) => centreOf(cell));
  const village = growRegions(seatCells, villageCost, surfaceWater.studyArea, fine);

  const segmentation = segmentUnits(facts, fine, {
    slopeDeg: fineSlopeDeg,
    water: surfaceWater.water,
    studyArea: surfaceWater.studyArea,
    village,
    settlementCells: settlements.all.map(({ cell }) => centreOf(cell)),
    settlementDistanceM: (cell) => settlementDistanceM[coarseCellOf(cell)],
    noises,
  });
  const sites = describeSites(
    {
      ...segmentation,
      village,
      water: surfaceWater.water,
      slopeDeg: fineSlopeDeg,
      elevation,
      reliefM,
      settlementDistanceM,
      roadDistanceM,
      waterDistanceM,
      carbonate: lithology.map((rock) => (isCarbonate(rock) ? 1 : 0)),
      clastic: lithology.map((rock) => (rock === ROCK.clastic ? 1 : 0)),
      coarseCellOf,
    },
    fine.cols,
  );
  const adjacency = measureAdjacency(segmentation.label, fine, segmentation.count);
  const used = allocateLandUse(facts, sites, adjacency, noises);

  const unitOf = Int32Array.from(elevation, (_, cell) => segmentation.label[centreOf(cell)]);
  const inside = Uint8Array.from(unitOf, (label) => (label > 0 ? 1 : 0));
  const landUse = Uint8Array.from(unitOf, (label) => (label > 0 ? landUseCode(used[label - 1].landUse) : 0));
  fillBackdrop(landUse, facts, { slopeDeg, water, noises, cols: coarse.cols });
  const ground = { elevation, slopeDeg, reliefM, lithology, landUse, inside, noises };
  const desertification = gradeDesertification(facts, coarse, ground);
  const soil = formSoil(facts, coarse, ground, desertification);

  const meanByUnit = (values: ArrayLike<number>) => meanOverUnits(unitOf, values, segmentation.count);
  const units = addStands(facts, used, {
    soil: majorityByUnit(unitOf, soil.type, segmentation.count),
    soilPh: meanByUnit(soil.ph),
    bareRockPct: meanByUnit(desertification.bareRockPct),
    noise: noises[2],
  });
  const policy = drawPolicy(facts, used, {
    grade: meanByUnit(desertification.grade),
    trunk: landform.trunk.map(([x, y]): Place => [x / fine.cellM, y / fine.cellM]),
    noises,
  });

  const waterZone = drawWaterZones(facts, coarse, {
    elevation,
    reliefM,
    water,
    waterDistanceM,
    inside,
    settlements: settlements.all,
    noises,
  });
  const basin = divideSubBasins(elevation, coarse, inside, facts.subBasinMinKm2);
  const basinCount = basin.reduce((most, k) => Math.max(most, k), 0);

  const residents = settleResidents(
    facts,
    settlements.all,
    settlements.seats,
    used,
    coarse.cols,
    (cell) => village[centreOf(cell)],
  );
  const siteInputs = {
    shape: coarse,
    elevation,
    slopeDeg,
    inside,
    roadRank: network.rank,
    waterZone,
    depressions,
  };
  const basinOfUnit = majorityByUnit(unitOf, basin, segmentation.count);
  return {
    facts,
    grid,
    elevation,
    slopeDeg,
    lithology,
    landUse,
    desertification,
    soil,
    travelMinutes,
    inside,
    waterZone,
    units,
    policy,
    unitArcs: drawArcs(segmentation.label, fine, 1.7),
    zoneArcs: drawSmoothArcs(waterZone, coarse),
    basinArcs: drawSmoothArcs(basin, coarse),
    basinCount,
    trunk: landform.trunk,
    streams: surfaceWater.streams,
    roads: network.roads,
    residents,
    depressions,
    plantCells: placePlants(facts, residents, siteInputs),
    scenicCells: placeScenicSpots(facts, siteInputs),
    irrigation: placeIrrigation(facts, used, ({ label }) => basinOfUnit[label - 1], basinCount),
  };
}

/** Grid over the bounding box of the facts with a margin, cells on multiples of the cell size. */
function layOutGrid({ boundsDeg: [west, south, east, north] }: RegionFacts): Grid {
  const project = transformBetween("EPSG:4326", CRS);
  const corners = [project(west, south), project(east, south), project(east, north), project(west, north)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const snapDown = (value: number) => Math.floor(value / CELL_M) * CELL_M - MARGIN_CELLS * CELL_M;
  const snapUp = (value: number) => Math.ceil(value / CELL_M) * CELL_M + MARGIN_CELLS * CELL_M;
  const originX = snapDown(Math.min(...xs));
  const originY = snapUp(Math.max(...ys));
  return {
    crs: CRS,
    cols: (snapUp(Math.max(...xs)) - originX) / CELL_M,
    rows: (originY - snapDown(Math.min(...ys))) / CELL_M,
    cellSizeM: CELL_M,
    originX,
    originY,
  };
}

function guessWater(
  { water }: RegionFacts,
  lattice: Lattice,
  elevation: Float64Array,
  trunk: Uint8Array,
  toTrunkM: Float64Array,
): Uint8Array {
  if (water.kind === "lake") return floodLake(elevation, lattice, water, firstRowOfLake(water, lattice));
  if (water.waterShareBy === "ponds") return trunk;
  return Uint8Array.from(toTrunkM, (distanceM) => (distanceM < water.waterHalfM ? 1 : 0));
}

function meanOverUnits(unitOf: Int32Array, values: ArrayLike<number>, count: number): Float64Array {
  const total = new Float64Array(count);
  const cells = new Int32Array(count);
  unitOf.forEach((label, cell) => {
    if (label === 0) return;
    total[label - 1] += values[cell];
    cells[label - 1]++;
  });
  return total.map((value, k) => value / Math.max(1, cells[k]));
}

interface StandLayers {
  readonly soil: Int32Array;
  readonly soilPh: Float64Array;
  readonly bareRockPct: Float64Array;
  readonly noise: Noise;
}

function addStands(facts: RegionFacts, units: readonly UsedUnit[], layers: StandLayers): PlanningUnit[] {
  const stands = units.filter(({ landUse }) => landUse === "orchard-tea");
  const habits = rankEvenly(
    stands.map(({ col, row }) => layers.noise(col / 55 + 31, row / 55)),
    stands.map(({ cells }) => cells),
  );
  const cropOf = new Map(
    stands.map(({ label, elevationM, slopeDeg }, k) => [
      label,
      chooseStand(facts.form, {
        elevationM,
        slopeDeg,
        soil: layers.soil[label - 1],
        soilPh: layers.soilPh[label - 1],
        bareRockPct: layers.bareRockPct[label - 1],
        habit: habits[k],
      }),
    ]),
  );
  return units.map((unit) => {
    const stand = cropOf.get(unit.label);
    return stand ? { ...unit, stand } : unit;
  });
}

function settleResidents(
  facts: RegionFacts,
  all: readonly Settlement[],
  seats: readonly Settlement[],
  units: readonly UsedUnit[],
  cols: number,
  villageOf: (cell: number) => number,
): Resident[] {
  const places = all.map(({ cell }) => ({
    village: villageOf(cell),
    col: (cell % cols) * FINE + 1,
    row: Math.floor(cell / cols) * FINE + 1,
  }));
  const people = settlePeople(facts, places, units, makeRandom(facts.seed * 101 + 7));
  return all.map((settlement, k) => ({
    ...settlement,
    ...people[k],
    village: places[k].village,
    isSeat: seats.includes(settlement),
  }));
}

function drawArcs(label: ArrayLike<number>, lattice: Lattice, minArea: number): Arc[] {
  return simplifyArcs(traceArcs(label, lattice).map(cutStaircase), minArea);
}

/** Arcs of a layer on its own raster, smoothed so that they lose the 30 m stair. */
function drawSmoothArcs(label: ArrayLike<number>, coarse: Lattice): Arc[] {
  return drawArcs(majoritySmooth(label, coarse, SMOOTH_FACTOR), refine(coarse, SMOOTH_FACTOR), 1.6);
}
