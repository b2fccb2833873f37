import { MinHeap } from "#gis";
import { distanceToMask } from "./core/distance.ts";
import { edgeNeighbours, enlarge, type Lattice } from "./core/lattice.ts";
import { burnLine, type Line } from "./core/lines.ts";
import { sum } from "./core/numeric.ts";
import { blur, keepLargestPiece, resampleCubic } from "./core/raster-filters.ts";
import type { Channels, Landform } from "./landform/landform.ts";
import type { Form, LakeFacts, RegionFacts, RiverFacts, Share2 } from "./region-facts.ts";
import { firstRowOfLake, type Terrain } from "./terrain/calibrate-terrain.ts";
import { floodLake } from "./terrain/hold-water.ts";

interface SurfaceWater {
  /** Fine lattice: inside the study area. */
  readonly studyArea: Uint8Array;
  /** Fine lattice: 1 on water. */
  readonly water: Uint8Array;
  /** Streams beside the main river. */
  readonly streams: readonly Line[];
}

/** Catchment from which a stream is drawn, km2. */
const STREAM_MIN_KM2: Readonly<Record<Form, number>> = { basin: Infinity, mountain: 1.6, gorge: 3 };

/** Water of a region on the fine lattice, so that its share of the study area is the wanted one. */
export function drawSurfaceWater(
  facts: RegionFacts,
  lattice: Lattice,
  fine: Lattice,
  input: { landform: Landform; terrain: Terrain; studyArea: Uint8Array },
): SurfaceWater {
  const factor = fine.cols / lattice.cols;
  const { landform, terrain } = input;
  const studyArea = softenOutline(enlarge(input.studyArea, lattice, factor), fine);
  const ground = resampleCubic(terrain.ground, lattice, factor);
  const toTrunkM = distanceToMask(burnLine(landform.trunk, fine).mask, fine);
  const water =
    facts.water.kind === "lake"
      ? drawLake(facts.water, ground, lattice, fine, toTrunkM)
      : drawRiver(facts.water, facts.targets.landUse.water / 100, { ground, fine, toTrunkM, studyArea });
  const streams = landform.channels
    ? traceStreams(landform.channels, lattice, STREAM_MIN_KM2[facts.form])
    : landform.inlets;
  return { studyArea, water, streams };
}

function softenOutline(mask: Uint8Array, fine: Lattice): Uint8Array {
  return keepLargestPiece(
    blur(mask, fine, 2, 2).map((share) => (share > 0.5 ? 1 : 0)),
    fine,
  );
}

const TAILWATER_HALF_M = 16;

function drawLake(
  lake: LakeFacts,
  ground: Float64Array,
  lattice: Lattice,
  fine: Lattice,
  toTrunkM: Float64Array,
) {
  const factor = fine.cols / lattice.cols;
  const firstLakeRow = firstRowOfLake(lake, lattice) * factor;
  const water = floodLake(ground, fine, lake, firstLakeRow);
  const damTop = firstLakeRow - 2 * factor;
  for (let cell = 0; cell < (damTop + 1) * fine.cols; cell++)
    if (toTrunkM[cell] < TAILWATER_HALF_M) water[cell] = 1;
  return water;
}

interface RiverInput {
  readonly ground: Float64Array;
  readonly fine: Lattice;
  readonly toTrunkM: Float64Array;
  readonly studyArea: Uint8Array;
}

const CREEK_HALF_M = 11;

function drawRiver(river: RiverFacts, waterShare: number, input: RiverInput): Uint8Array {
  const { toTrunkM, studyArea } = input;
  const wantedCells = waterShare * sum(studyArea);
  if (river.waterShareBy === "width") {
    const sorted = toTrunkM.filter((_, cell) => studyArea[cell] === 1).sort();
    const halfM = sorted[Math.floor(wantedCells)];
    return Uint8Array.from(toTrunkM, (distanceM) => (distanceM <= halfM ? 1 : 0));
  }
  const water = Uint8Array.from(toTrunkM, (distanceM) => (distanceM <= CREEK_HALF_M ? 1 : 0));
  const missing = Math.round(wantedCells) - sum(water.map((wet, cell) => wet & studyArea[cell]));
  let left = missing;
  for (const place of river.ponds) {
    if (left < MIN_POND_CELLS) break;
    left -= fillPond(
      water,
      input,
      findLowest(input, water, place),
      Math.min(left, Math.round(missing * 0.4)),
    );
  }
  return water;
}

const MIN_POND_CELLS = 150;
const POND_SEARCH_CELLS = 60;

function findLowest({ ground, fine, studyArea }: RiverInput, water: Uint8Array, [u, v]: Share2): number {
  const centreCol = Math.floor(u * fine.cols);
  const centreRow = Math.floor(v * fine.rows);
  let lowest = -1;
  for (
    let y = Math.max(0, centreRow - POND_SEARCH_CELLS);
    y <= Math.min(fine.rows - 1, centreRow + POND_SEARCH_CELLS);
    y++
  ) {
    for (
      let x = Math.max(0, centreCol - POND_SEARCH_CELLS);
      x <= Math.min(fine.cols - 1, centreCol + POND_SEARCH_CELLS);
      x++
    ) {
      const cell = y * fine.cols + x;
      if (!studyArea[cell] || water[cell]) continue;
      if (lowest < 0 || ground[cell] < ground[lowest]) lowest = cell;
    }
  }
  return lowest;
}

/** Floods the lowest ground around a cell, nearest first; returns how many cells it took. */
function fillPond(
  water: Uint8Array,
  { ground, fine, studyArea }: RiverInput,
  start: number,
  wantedCells: number,
) {
  const front = new MinHeap();
  const seen = new Set([start]);
  front.push(ground[start], start);
  let taken = 0;
  while (front.size > 0 && taken < wantedCells) {
    const cell = front.pop();
    if (!studyArea[cell] || water[cell]) continue;
    water[cell] = 1;
    taken++;
    for (const next of edgeNeighbours(fine, cell)) {
      if (next < 0 || seen.has(next)) continue;
      seen.add(next);
      const away = Math.hypot(
        (next % fine.cols) - (start % fine.cols),
        Math.floor(next / fine.cols) - Math.floor(start / fine.cols),
      );
      front.push(ground[next] + 0.03 * away, next);
    }
  }
  return taken;
}

const MIN_STREAM_CELLS = 12;

/** Lines from every head of a stream down to where another stream or the edge takes it. */
function traceStreams(
  { receiver, upstreamCells }: Channels,
  { cols, cellM }: Lattice,
  minKm2: number,
): Line[] {
  const isStream = (cell: number) => (upstreamCells[cell] * cellM * cellM) / 1e6 > minKm2;
  const hasInflow = new Uint8Array(receiver.length);
  receiver.forEach((next, cell) => {
    if (next >= 0 && isStream(cell)) hasInflow[next] = 1;
  });
  const seen = new Uint8Array(receiver.length);
  const lines: Line[] = [];
  for (let head = 0; head < receiver.length; head++) {
    if (!isStream(head) || hasInflow[head]) continue;
    const line: [number, number][] = [];
    for (let cell = head; cell >= 0; cell = receiver[cell]) {
      line.push([((cell % cols) + 0.5) * cellM, (Math.floor(cell / cols) + 0.5) * cellM]);
      if (seen[cell]) break;
      seen[cell] = 1;
    }
    if (line.length > MIN_STREAM_CELLS) lines.push(line);
  }
  return lines;
}
