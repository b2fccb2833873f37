import type { Lattice } from "../core/lattice.ts";
import type { BurntLine } from "../core/lines.ts";
import { clamp } from "../core/numeric.ts";
import { makeRandom, type Noise } from "../core/random.ts";
import { quantileWithin } from "../core/raster-filters.ts";
import type { Landform } from "../landform/landform.ts";
import type { Form, LakeFacts, RegionFacts } from "../region-facts.ts";
import { carveChannels } from "./carve-channels.ts";
import { sinkDolines } from "./dolines.ts";
import { dressDepressions } from "./dress-depressions.ts";
import { floodLake, holdRiver, surveyRiverBed } from "./hold-water.ts";
import { matchSlopes, measureSlopeShares } from "./match-slopes.ts";

interface TerrainInput {
  readonly landform: Landform;
  readonly trunk: BurntLine;
  readonly toTrunkM: Float64Array;
  readonly studyArea: Uint8Array;
  /** How soluble the rock of each cell is, 0-1. */
  readonly soluble: Float64Array;
  readonly noises: readonly Noise[];
}

export interface Terrain {
  /** Final surface, m, rounded to 1/8; a lake lies at its level. */
  readonly elevation: Float64Array;
  /** Ground below the lake, m; the surface where there is none. */
  readonly ground: Float64Array;
}

/** What differs between the landforms. */
const FORM: Readonly<
  Record<Form, { floorShare: number; keepFormCells: number; hasDolines: boolean; carveKm2: number }>
> = {
  basin: { floorShare: 0.45, keepFormCells: 60, hasDolines: false, carveKm2: Infinity },
  mountain: { floorShare: 0.35, keepFormCells: 60, hasDolines: false, carveKm2: 1.2 },
  gorge: { floorShare: 0.28, keepFormCells: 40, hasDolines: true, carveKm2: 2.2 },
};

const ROUNDS = 4;

/** The landform with the wanted range of heights, distribution of slopes, closed depressions and water surfaces. */
export function calibrateTerrain(facts: RegionFacts, lattice: Lattice, input: TerrainInput): Terrain {
  return facts.water.kind === "lake"
    ? calibrateLakeTerrain(facts, facts.water, lattice, input)
    : calibrateRiverTerrain(facts, lattice, input);
}

function calibrateLakeTerrain(
  facts: RegionFacts,
  lake: LakeFacts,
  lattice: Lattice,
  input: TerrainInput,
): Terrain {
  const { studyArea, soluble, toTrunkM, noises, landform } = input;
  const { floorShare, keepFormCells } = FORM[facts.form];
  const firstLakeRow = firstRowOfLake(lake, lattice);
  const dressing = { soluble, noise: noises[2] };
  const z = Float64Array.from(landform.elevation);
  const isDryGround = (cell: number) => toTrunkM[cell] > VALLEY_AXIS_HALF_M;
  const floodNow = () => floodLake(z, lattice, lake, firstLakeRow);
  const stretch = () =>
    stretchAbove(z, studyArea, floodNow(), () => ({
      fromM: lake.levelM,
      toM: lake.levelM,
      topM: facts.elevationM[1],
    }));
  const flatten = (wet: Uint8Array) => z.map((height, cell) => (wet[cell] ? lake.levelM : height));
  let aim = facts.targets.slope;
  for (let round = 0; round < ROUNDS; round++) {
    const wet = floodNow();
    stretch();
    const matched = matchSlopes(flatten(wet), lattice, {
      mask: studyArea,
      shares: aim,
      pinned: wet,
      rounds: 2,
      keepFormCells,
    });
    for (let cell = 0; cell < z.length; cell++) {
      if (wet[cell]) continue;
      z[cell] = Math.max(matched[cell], z[cell] < lake.levelM ? z[cell] : lake.levelM + 0.3);
    }
    if (round < 2) {
      easeCuts(z, lattice, { passes: 2, isFree: isDryGround }, () =>
        dressDepressions(z, lattice, { ...dressing, floorShare, breachM: 30 }),
      );
    }
    aim = correctAim(aim, facts.targets.slope, measureSlopeShares(flatten(wet), lattice, studyArea));
  }
  stretch();
  dressDepressions(z, lattice, { ...dressing, floorShare: 0, breachM: 12 });
  const ground = Float64Array.from(z);
  fillLake(z, ground, lattice, lake, toTrunkM);
  easeFrame(z, lattice, (cell) => isDryGround(cell) && z[cell] !== lake.levelM);
  return { elevation: roundHeights(z), ground };
}

function calibrateRiverTerrain(facts: RegionFacts, lattice: Lattice, input: TerrainInput): Terrain {
  if (facts.water.kind !== "river") throw new Error(`${facts.id} has no river`);
  const { studyArea, soluble, toTrunkM, noises, landform } = input;
  const { floorShare, keepFormCells, hasDolines, carveKm2 } = FORM[facts.form];
  const bed = surveyRiverBed(facts.water, input.trunk, studyArea, toTrunkM, lattice);
  const waterHalfM = facts.water.waterHalfM;
  const wet = Uint8Array.from(toTrunkM, (distanceM) => (distanceM < waterHalfM ? 1 : 0));
  const dressing = { soluble, noise: noises[2] };
  let z: Float64Array = Float64Array.from(landform.elevation);
  const dress = (floorShare: number, breachM: number) => () =>
    dressDepressions(z, lattice, { ...dressing, floorShare, breachM });
  const isDryGround = (cell: number) => toTrunkM[cell] > waterHalfM + 20;
  const ease = (passes: number, cut: () => void) =>
    easeCuts(z, lattice, { passes, isFree: isDryGround }, cut);
  const [minM, maxM] = facts.elevationM;
  const stretch = () =>
    stretchAbove(z, studyArea, wet, (lowestM) => ({
      fromM: lowestM,
      toM: Math.max(minM, lowestM),
      topM: maxM,
    }));

  ease(5, dress(0, 90));
  let aim = facts.targets.slope;
  for (let round = 0; round < ROUNDS; round++) {
    stretch();
    z = matchSlopes(z, lattice, {
      mask: studyArea,
      shares: aim,
      pinned: wet,
      rounds: 2,
      keepFormCells,
    });
    holdRiver(z, bed);
    if (round < 2) ease(2, dress(floorShare, 30));
    if (hasDolines && round === 2) {
      sinkDolines(z, lattice, {
        random: makeRandom(facts.seed + 5),
        noise: noises[11],
        isAllowed: (cell) => soluble[cell] > 0.9 && toTrunkM[cell] > 450,
      });
    }
    pullSummit(z, studyArea, maxM);
    aim = correctAim(aim, facts.targets.slope, measureSlopeShares(z, lattice, studyArea));
  }
  stretch();
  holdRiver(z, bed);
  const { channels } = landform;
  if (channels) ease(2, () => carveChannels(z, lattice, channels, toTrunkM, carveKm2));
  dress(0, 12)();
  easeFrame(z, lattice, isDryGround);
  const elevation = roundHeights(z);
  return { elevation, ground: elevation };
}

/** Half width along the axis of the drowned valley that smoothing leaves alone, m. */
const VALLEY_AXIS_HALF_M = 34;

/** First row of the lake: the row below the dam, which is two rows wide. */
export function firstRowOfLake(lake: LakeFacts, { rows }: Lattice): number {
  return Math.round(lake.damAtShare * rows) + 2;
}

/** Smoothing and depressions move some slopes after each match: the next round aims as far beyond the target. */
function correctAim(
  aim: readonly number[],
  target: readonly number[],
  achieved: readonly number[],
): number[] {
  return aim.map((share, k) => Math.max(0.25 * target[k], share + 0.7 * (target[k] - achieved[k])));
}

interface Stretch {
  readonly fromM: number;
  readonly toM: number;
  readonly topM: number;
}

/** Moves the ground above `fromM` to start at `toM` and the study area's highest dry cell to `topM`. */
function stretchAbove(
  z: Float64Array,
  studyArea: Uint8Array,
  wet: Uint8Array,
  plan: (lowestM: number) => Stretch,
): void {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let cell = 0; cell < z.length; cell++) {
    if (!studyArea[cell] || wet[cell]) continue;
    lowest = Math.min(lowest, z[cell]);
    highest = Math.max(highest, z[cell]);
  }
  const { fromM, toM, topM } = plan(lowest);
  if (highest <= fromM) return;
  for (let cell = 0; cell < z.length; cell++) {
    if (z[cell] > fromM) z[cell] = toM + ((z[cell] - fromM) / (highest - fromM)) * (topM - toM);
  }
}

/** Pulls the highest ground to the wanted summit; the tail only, so that the slopes below keep their distribution. */
function pullSummit(z: Float64Array, studyArea: Uint8Array, summitM: number): void {
  const shoulder = quantileWithin(z, studyArea, 0.97);
  let highest = -Infinity;
  for (let cell = 0; cell < z.length; cell++) if (studyArea[cell]) highest = Math.max(highest, z[cell]);
  const factor = Math.min(1.4, (summitM - shoulder) / Math.max(1, highest - shoulder));
  for (let cell = 0; cell < z.length; cell++) {
    if (z[cell] > shoulder) z[cell] = shoulder + (z[cell] - shoulder) * factor;
  }
}

/** Runs a step that cuts into the surface, then turns its slots into valleys by a few passes of smoothing. */
function easeCuts(
  z: Float64Array,
  { cols }: Lattice,
  { passes, isFree }: { passes: number; isFree: (cell: number) => boolean },
  cut: () => void,
): void {
  const before = Float64Array.from(z);
  cut();
  const near = new Uint8Array(z.length);
  for (let cell = 2 * cols + 2; cell < z.length - 2 * cols - 2; cell++) {
    if (before[cell] - z[cell] <= 3.2) continue; // less than a swallow hole: those must stay
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) near[cell + dy * cols + dx] = 1;
  }
  for (let pass = 0; pass < passes; pass++) {
    const c = Float64Array.from(z);
    for (let i = cols + 1; i < z.length - cols - 1; i++) {
      if (!near[i] || !isFree(i)) continue;
      const edges = c[i - 1] + c[i + 1] + c[i - cols] + c[i + cols];
      const corners = c[i - cols - 1] + c[i - cols + 1] + c[i + cols - 1] + c[i + cols + 1];
      z[i] = 0.2 * c[i] + 0.12 * edges + 0.08 * corners;
    }
  }
}

/** Builds the dam, fills the lake to its level and lowers the valley below the dam. */
function fillLake(
  z: Float64Array,
  ground: Float64Array,
  lattice: Lattice,
  lake: LakeFacts,
  toTrunkM: Float64Array,
) {
  const { cols } = lattice;
  const firstLakeRow = firstRowOfLake(lake, lattice);
  const damRow = firstLakeRow - 2;
  for (let cell = damRow * cols; cell < firstLakeRow * cols; cell++) {
    if (z[cell] >= lake.levelM + 6 || toTrunkM[cell] >= 600) continue;
    z[cell] = lake.levelM + 6;
    ground[cell] = z[cell];
  }
  const flooded = floodLake(z, lattice, lake, firstLakeRow);
  for (let cell = 0; cell < z.length; cell++) {
    const row = Math.floor(cell / cols);
    if (flooded[cell]) z[cell] = lake.levelM;
    else if (row > damRow) z[cell] = Math.max(z[cell], lake.levelM + 0.2);
    else if (row < damRow && toTrunkM[cell] < 60)
      z[cell] = Math.min(z[cell], lake.tailwaterM + (2.5 * row) / damRow);
  }
}

const FRAME_CELLS = 9;

/** The outermost cells have no neighbours that hold them: keeps them within reach of their surroundings. */
function easeFrame(z: Float64Array, { cols, rows }: Lattice, isFree: (cell: number) => boolean): void {
  const frame: number[] = [];
  for (let cell = 0; cell < z.length; cell++) {
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    if (Math.min(x, y, cols - 1 - x, rows - 1 - y) < FRAME_CELLS && isFree(cell)) frame.push(cell);
  }
  for (let pass = 0; pass < 12; pass++) {
    const before = Float64Array.from(z);
    for (const cell of frame) {
      const mean = meanAround(before, cell, { cols, rows });
      z[cell] = clamp(before[cell], mean - 14, mean + 14);
    }
  }
}

function meanAround(z: Float64Array, cell: number, { cols, rows }: { cols: number; rows: number }): number {
  const x = cell % cols;
  const y = Math.floor(cell / cols);
  let total = 0;
  let count = 0;
  for (let ny = Math.max(0, y - 1); ny <= Math.min(rows - 1, y + 1); ny++) {
    for (let nx = Math.max(0, x - 1); nx <= Math.min(cols - 1, x + 1); nx++) {
      total += z[ny * cols + nx];
      count++;
    }
  }
  return total / count;
}

/** Rounded before anything is read off them, so that slopes and sinks are those of the file. */
function roundHeights(z: Float64Array): Float64Array {
  return z.map((height) => Math.round(height * 8) / 8);
}
