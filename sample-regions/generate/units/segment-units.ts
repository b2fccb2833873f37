import { cellCount, type Lattice } from "../core/lattice.ts";
import { makeRandom, type Noise, scatterPoints } from "../core/random.ts";
import type { RegionFacts } from "../region-facts.ts";
import { growRegions, labelPockets } from "./grow-regions.ts";
import { mergeSmall } from "./merge-small.ts";

interface SegmentInput {
  /** Fine lattice, degrees, smoothed. */
  readonly slopeDeg: Float64Array;
  readonly water: Uint8Array;
  readonly studyArea: Uint8Array;
  /** Fine lattice: number of the administrative village. */
  readonly village: Int32Array;
  /** Fine cells at the settlements. */
  readonly settlementCells: readonly number[];
  /** Distance of a fine cell to the nearest settlement, m. */
  readonly settlementDistanceM: (cell: number) => number;
  readonly noises: readonly Noise[];
}

interface Segmentation {
  /** Fine lattice: unit of each cell from 1; 0 outside. */
  readonly label: Int32Array;
  readonly count: number;
}

/** Cells of 10 m: a unit above 6.4 ha is split, one below 0.32 ha is merged. */
const SPLIT_ABOVE_CELLS = 640;
const MAX_CELLS = 780;
const MIN_CELLS = 32;

/**
 * Cuts the study area into planning units whose borders follow breaks of slope; no unit crosses a village border or a
 * shoreline unless it would be too small to stand alone.
 */
export function segmentUnits(facts: RegionFacts, fine: Lattice, input: SegmentInput): Segmentation {
  const ground = Int32Array.from(input.studyArea, (inside, cell) =>
    inside ? input.village[cell] * 2 + input.water[cell] : 0,
  );
  const cost = measureBorderCost(fine, input);
  const seeds = new Set([...input.settlementCells, ...scatterSeeds(facts, fine, input)]);
  let label = growRegions([...seeds], cost, ground, fine);
  for (let pass = 0; pass < 2; pass++) {
    const added = seedLargeUnits(label, [...seeds], input.water, fine);
    if (added.length === 0) break;
    for (const cell of added) seeds.add(cell);
    label = growRegions([...seeds], cost, ground, fine);
  }
  const pockets = labelPockets(label, ground, fine);
  return { label, count: mergeUnits(label, pockets, fine, ground, input.slopeDeg) };
}

function measureBorderCost({ cols, rows }: Lattice, { slopeDeg, noises }: SegmentInput): Float64Array {
  const slopeGroup = (deg: number) => (deg < 6 ? 1 : deg < 15 ? 2 : deg < 25 ? 3 : 4);
  const cost = new Float64Array(cols * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < cols; x++) {
      const cell = y * cols + x;
      const here = slopeDeg[cell];
      const east = slopeDeg[x < cols - 1 ? cell + 1 : cell];
      const south = slopeDeg[y < rows - 1 ? cell + cols : cell];
      const slopeBreak = Math.max(Math.abs(east - here), Math.abs(south - here));
      const isClassBorder = slopeGroup(east) !== slopeGroup(here) || slopeGroup(south) !== slopeGroup(here);
      cost[cell] = Math.max(
        0.3,
        1 +
          2.64 * slopeBreak +
          (isClassBorder ? 7 : 0) +
          0.8 * (noises[5](x / 5, y / 5) + 0.5) +
          1.2 * Math.max(0, noises[6](x / 16, y / 16)),
      );
    }
  }
  return cost;
}

/** Seeds closer together on gentle ground and near villages; the spacing is scaled until the count fits. */
function scatterSeeds(facts: RegionFacts, fine: Lattice, input: SegmentInput): number[] {
  const { cols, rows, cellM } = fine;
  const spacingAt = (x: number, y: number) => {
    const col = Math.floor(x / cellM);
    const row = Math.floor(y / cellM);
    const cell = row * cols + col;
    if (col >= cols || row >= rows || !input.studyArea[cell] || input.water[cell]) return 0;
    const open = 74 + 2.3 * Math.min(35, input.slopeDeg[cell]);
    const base = input.settlementDistanceM(cell) < 220 ? Math.min(open, 62) : open;
    return base * (0.85 + 0.3 * (input.noises[7](col / 60, row / 60) + 0.5));
  };
  const scatter = (scale: number) =>
    scatterPoints({
      random: makeRandom(facts.seed * 31),
      width: cols * cellM,
      height: rows * cellM,
      minRadius: 40 * scale,
      maxRadius: 190 * scale,
      radiusAt: (x, y) => spacingAt(x, y) * scale,
    });
  let scale = 1;
  for (let k = 0; k < 4; k++) scale *= Math.sqrt(scatter(scale).length / (facts.planningUnits * 1.06));
  return scatter(scale).map(({ x, y }) => Math.floor(y / cellM) * cols + Math.floor(x / cellM));
}

/** A second seed towards the far end of every unit that is too large. */
function seedLargeUnits(
  label: Int32Array,
  seeds: readonly number[],
  water: Uint8Array,
  fine: Lattice,
): number[] {
  const { cols } = fine;
  const size = new Int32Array(seeds.length + 1);
  for (const k of label) size[k]++;
  const farthest = new Map<number, { squared: number; cell: number }>();
  for (let cell = 0; cell < cellCount(fine); cell++) {
    const k = label[cell];
    if (k === 0 || size[k] <= SPLIT_ABOVE_CELLS || water[cell]) continue;
    const seed = seeds[k - 1];
    const squared =
      ((cell % cols) - (seed % cols)) ** 2 + (Math.floor(cell / cols) - Math.floor(seed / cols)) ** 2;
    if (squared > (farthest.get(k)?.squared ?? -1)) farthest.set(k, { squared, cell });
  }
  return [...farthest].map(([k, { cell }]) => {
    const seed = seeds[k - 1];
    const col = Math.round((2 * (cell % cols) + (seed % cols)) / 3);
    const row = Math.round((2 * Math.floor(cell / cols) + Math.floor(seed / cols)) / 3);
    const towards = row * cols + col;
    return label[towards] === k ? towards : cell;
  });
}

function mergeUnits(
  label: Int32Array,
  count: number,
  fine: Lattice,
  ground: Int32Array,
  slopeDeg: Float64Array,
): number {
  const first = describeLabels(label, count, ground, slopeDeg);
  const left = mergeSmall(label, fine, count, {
    minCells: MIN_CELLS,
    maxCells: MAX_CELLS,
    mayMerge: (a, b) => first.ground[a] === first.ground[b],
    likeness: (a, b) => Math.exp(-Math.abs(first.meanSlopeDeg[a] - first.meanSlopeDeg[b]) / 8),
  });
  // Slivers between water and a village border have no partner of their own kind: they join any neighbour.
  const second = describeLabels(label, left, ground, slopeDeg);
  return mergeSmall(label, fine, left, {
    minCells: MIN_CELLS,
    maxCells: MAX_CELLS,
    likeness: (a, b) => (second.ground[a] >> 1 === second.ground[b] >> 1 ? 1 : 0.02),
  });
}

function describeLabels(label: Int32Array, count: number, ground: Int32Array, slopeDeg: Float64Array) {
  const cells = new Int32Array(count + 1);
  const slopeSum = new Float64Array(count + 1);
  const groundOf = new Int32Array(count + 1);
  label.forEach((k, cell) => {
    cells[k]++;
    slopeSum[k] += slopeDeg[cell];
    groundOf[k] = ground[cell];
  });
  return { ground: groundOf, meanSlopeDeg: slopeSum.map((total, k) => total / Math.max(1, cells[k])) };
}
