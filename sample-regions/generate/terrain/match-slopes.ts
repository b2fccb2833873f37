import { cellCount, type Lattice } from "../core/lattice.ts";
import { toRadians } from "../core/numeric.ts";
import { blur, sortedWithin } from "../core/raster-filters.ts";
import { measureSlopeDeg } from "../core/slope.ts";

/** Upper ends of the slope classes but the last, degrees. */
const SLOPE_CLASS_TOPS_DEG = [5, 8, 15, 25, 35] as const;

interface SlopeTarget {
  /** Cells whose slopes are counted. */
  readonly mask: Uint8Array;
  /** Wanted share of each slope class, any unit. */
  readonly shares: readonly number[];
  /** Cells that keep their height, such as water. */
  readonly pinned: Uint8Array;
  readonly rounds: number;
  /** Forms wider than this keep their height, cells. */
  readonly keepFormCells: number;
}

/**
 * A surface with the wanted distribution of slopes and the same landforms: gradients are scaled so that the slopes of
 * the mask meet the target's quantiles, and the surface nearest to those gradients is found by a screened Poisson
 * equation `(lambda - Laplace) z = lambda z0 - div g`.
 *
 * Source: gradient-domain processing after Fattal, Lischinski and Werman 2002, ACM Trans. Graphics 21(3), 249-256.
 */
export function matchSlopes(elevation: Float64Array, lattice: Lattice, target: SlopeTarget): Float64Array {
  let surface = elevation;
  const screening = Float64Array.from(target.pinned, (pinned) =>
    pinned ? 3 : 1 / target.keepFormCells ** 2,
  );
  for (let round = 0; round < target.rounds; round++) {
    const gain = blur(gradientGain(surface, lattice, target), lattice, 1, 1);
    surface = solveForSurface(surface, gain, screening, lattice);
  }
  return surface;
}

/** Share of each slope class among the cells of a mask, %. */
export function measureSlopeShares(elevation: Float64Array, lattice: Lattice, mask: Uint8Array): number[] {
  const cells = new Array<number>(SLOPE_CLASS_TOPS_DEG.length + 1).fill(0);
  measureSlopeDeg(elevation, lattice).forEach((deg, cell) => {
    if (mask[cell]) cells[slopeClassOf(deg)]++;
  });
  const total = cells.reduce((a, b) => a + b, 0);
  return cells.map((count) => (100 * count) / total);
}

export function slopeClassOf(deg: number): number {
  const rank = SLOPE_CLASS_TOPS_DEG.findIndex((top) => deg < top);
  return rank < 0 ? SLOPE_CLASS_TOPS_DEG.length : rank;
}

const MAX_GAIN = 2.5;

/** Factor by which each cell's gradient is scaled to put its slope at the wanted place in the distribution. */
function gradientGain(
  surface: Float64Array,
  lattice: Lattice,
  { mask, shares, pinned }: SlopeTarget,
): Float64Array {
  const slope = measureSlopeDeg(surface, lattice);
  const sorted = sortedWithin(slope, mask);
  const total = shares.reduce((a, b) => a + b, 0);
  let cumulative = 0;
  const quantiles = [0, ...shares.map((share) => (cumulative += share / total))];
  const present = quantiles.map(
    (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * (sorted.length - 1)))],
  );
  const steepest = Math.max(48, Math.min(62, sorted[Math.floor(sorted.length * 0.999)]));
  const wanted = [0, ...SLOPE_CLASS_TOPS_DEG, steepest];
  return Float64Array.from(slope, (deg, cell) => {
    if (pinned[cell]) return 1;
    let k = 0;
    while (k < SLOPE_CLASS_TOPS_DEG.length && deg > present[k + 1]) k++;
    const width = present[k + 1] - present[k];
    const t = width > 0 ? Math.min(1, (deg - present[k]) / width) : 0.5;
    const wantedDeg = wanted[k] + t * (wanted[k + 1] - wanted[k]);
    const gain = Math.tan(toRadians(wantedDeg)) / Math.max(1e-4, Math.tan(toRadians(deg)));
    return Math.min(MAX_GAIN, Math.max(1 / MAX_GAIN, gain));
  });
}

/** Conjugate gradients on the screened Poisson equation, free edges. */
function solveForSurface(
  start: Float64Array,
  gain: Float64Array,
  screening: Float64Array,
  lattice: Lattice,
): Float64Array {
  const rightHandSide = divergence(start, gain, screening, lattice);
  const n = cellCount(lattice);
  const surface = Float64Array.from(start);
  const residual = new Float64Array(n);
  const image = new Float64Array(n);
  applyOperator(surface, screening, lattice, image);
  for (let cell = 0; cell < n; cell++) residual[cell] = rightHandSide[cell] - image[cell];
  const direction = Float64Array.from(residual);
  let norm = dot(residual, residual);
  const goal = norm * 1e-8;
  for (let iteration = 0; iteration < 180 && norm > goal; iteration++) {
    applyOperator(direction, screening, lattice, image);
    const step = norm / dot(direction, image);
    for (let cell = 0; cell < n; cell++) {
      surface[cell] += step * direction[cell];
      residual[cell] -= step * image[cell];
    }
    const next = dot(residual, residual);
    const keep = next / norm;
    norm = next;
    for (let cell = 0; cell < n; cell++) direction[cell] = residual[cell] + keep * direction[cell];
  }
  return surface;
}

function divergence(
  start: Float64Array,
  gain: Float64Array,
  screening: Float64Array,
  { cols, rows }: Lattice,
) {
  const result = start.map((z, cell) => screening[cell] * z);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < cols; x++) {
      const cell = y * cols + x;
      if (x < cols - 1) {
        const east = (start[cell + 1] - start[cell]) * 0.5 * (gain[cell] + gain[cell + 1]);
        result[cell] -= east;
        result[cell + 1] += east;
      }
      if (y < rows - 1) {
        const south = (start[cell + cols] - start[cell]) * 0.5 * (gain[cell] + gain[cell + cols]);
        result[cell] -= south;
        result[cell + cols] += south;
      }
    }
  }
  return result;
}

function applyOperator(
  z: Float64Array,
  screening: Float64Array,
  { cols, rows }: Lattice,
  out: Float64Array,
): void {
  for (let y = 0; y < rows; y++) {
    const start = y * cols;
    // Beyond the edge lies the edge cell itself, so that nothing flows across it.
    const north = y > 0 ? -cols : 0;
    const south = y < rows - 1 ? cols : 0;
    out[start] = applyAt(z, screening, start, 0, 1, north, south);
    for (let cell = start + 1; cell < start + cols - 1; cell++) {
      out[cell] =
        (screening[cell] + 4) * z[cell] - z[cell - 1] - z[cell + 1] - z[cell + north] - z[cell + south];
    }
    const last = start + cols - 1;
    out[last] = applyAt(z, screening, last, -1, 0, north, south);
  }
}

function applyAt(
  z: Float64Array,
  screening: Float64Array,
  cell: number,
  west: number,
  east: number,
  north: number,
  south: number,
): number {
  return (
    (screening[cell] + 4) * z[cell] - z[cell + west] - z[cell + east] - z[cell + north] - z[cell + south]
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let cell = 0; cell < a.length; cell++) total += a[cell] * b[cell];
  return total;
}
