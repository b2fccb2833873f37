import { cellCount, type Lattice } from "../core/lattice.ts";
import { clamp } from "../core/numeric.ts";
import { fractalNoise, type Noise, type Random, scatterPoints } from "../core/random.ts";
import { resampleCubic } from "../core/raster-filters.ts";

interface Cone {
  readonly x: number;
  readonly y: number;
  readonly radiusM: number;
  readonly heightM: number;
  readonly angle: number;
  readonly stretch: number;
  /** Profile 1 - t^power: 1 is a straight cone, 2 a dome. */
  readonly power: number;
  readonly seed: number;
}

interface ConeSeeding {
  readonly random: Random;
  readonly minSpacingM: number;
  readonly maxSpacingM: number;
  /** Spacing at a place, m; 0 where no cone stands. */
  readonly spacingAt: (x: number, y: number) => number;
  readonly sizeAt: (x: number, y: number, spacingM: number) => { radiusM: number; heightM: number };
  readonly power: readonly [min: number, max: number];
}

/** The two joint directions along which cones are stretched, radians. */
const JOINTS = [0.8, 2.15] as const;

/** Cones on Poisson-disc seeds, their sizes spread log-normally: equal cones look like bubble wrap. */
function seedCones(lattice: Lattice, seeding: ConeSeeding): Cone[] {
  const { random, power } = seeding;
  const points = scatterPoints({
    random,
    width: lattice.cols * lattice.cellM,
    height: lattice.rows * lattice.cellM,
    minRadius: seeding.minSpacingM,
    maxRadius: seeding.maxSpacingM,
    radiusAt: seeding.spacingAt,
  });
  const cones = points.map((point): Cone => {
    const { radiusM, heightM } = seeding.sizeAt(point.x, point.y, point.radius);
    const size = Math.exp(0.62 * (random() + random() + random() - 1.5));
    const joint = random() < 0.6 ? JOINTS[0] : JOINTS[1];
    return {
      x: point.x,
      y: point.y,
      radiusM: radiusM * size,
      heightM: heightM * size ** 1.15 * (0.7 + random() * 0.6),
      angle: joint + 0.5 * (random() - 0.5),
      stretch: 1 + 0.38 * random(),
      power: power[0] + random() * (power[1] - power[0]),
      seed: random() * 900,
    };
  });
  return cones.sort((a, b) => a.y - b.y);
}

interface ConeJoint {
  /** Width of the smooth maximum where cones meet, m. */
  readonly softnessM: number;
  /** Reach of a cone's foot in radii. */
  readonly foot: number;
}

/**
 * Height of cone karst above the plain, m. Convex cones are joined by a smooth maximum: where they overlap (fengcong)
 * the points farthest from the seeds become star-shaped closed depressions, where they do not they stand as isolated
 * hills (fenglin).
 */
export function raiseCones(
  lattice: Lattice,
  noise: Noise,
  seeding: ConeSeeding,
  joint: ConeJoint,
): Float64Array {
  const height = new Float64Array(cellCount(lattice));
  for (const cone of seedCones(lattice, seeding)) addCone(height, lattice, noise, cone, joint);
  return height;
}

function addCone(
  height: Float64Array,
  lattice: Lattice,
  noise: Noise,
  cone: Cone,
  { softnessM, foot }: ConeJoint,
) {
  const { cols, rows, cellM } = lattice;
  const reachM = cone.radiusM * foot * 1.3;
  const west = Math.max(0, Math.floor((cone.x - reachM) / cellM));
  const east = Math.min(cols - 1, Math.ceil((cone.x + reachM) / cellM));
  const north = Math.max(0, Math.floor((cone.y - reachM) / cellM));
  const south = Math.min(rows - 1, Math.ceil((cone.y + reachM) / cellM));
  for (let row = north; row <= south; row++) {
    for (let col = west; col <= east; col++) {
      const t = radialPosition(cone, noise, (col + 0.5) * cellM - cone.x, (row + 0.5) * cellM - cone.y);
      if (t > foot) continue;
      const value = cone.heightM * (t < 1 ? 1 - t ** cone.power : -(t - 1) * 0.9);
      if (value <= -softnessM) continue;
      const cell = row * cols + col;
      const current = height[cell];
      const blend = clamp(0.5 + (0.5 * (value - current)) / softnessM, 0, 1);
      height[cell] = current + (value - current) * blend + softnessM * blend * (1 - blend);
    }
  }
}

/** Distance from the axis in radii, on an outline warped in proportion to the cone's own size. */
function radialPosition(cone: Cone, noise: Noise, dx: number, dy: number): number {
  const { seed, radiusM, stretch } = cone;
  const warpM = radiusM * 0.34;
  const wx = dx / (radiusM * 0.85);
  const wy = dy / (radiusM * 0.85);
  const x = dx + warpM * (noise(seed + wx, wy) + 0.45 * noise(seed + wx * 2.3, 9 + wy * 2.3));
  const y = dy + warpM * (noise(wx, seed + 50 + wy) + 0.45 * noise(5 + wx * 2.3, seed + wy * 2.3));
  const cos = Math.cos(cone.angle);
  const sin = Math.sin(cone.angle);
  const u = (x * cos + y * sin) / stretch;
  const v = (-x * sin + y * cos) * stretch;
  return Math.sqrt(u * u + v * v) / radiusM;
}

/** Small-scale roughness, m, added in place. */
export function addRoughness(
  elevation: Float64Array,
  { cols, rows, cellM }: Lattice,
  noise: Noise,
  amplitudeM: (cell: number) => number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const cell = row * cols + col;
      elevation[cell] +=
        amplitudeM(cell) * fractalNoise(noise, (col * cellM) / 210, (row * cellM) / 210, 3, 0.55);
    }
  }
}

/** Builds a surface at twice the cell size and returns it at the full one: large forms need no more. */
export function buildCoarse(lattice: Lattice, build: (coarse: Lattice) => Float64Array): Float64Array {
  const coarse: Lattice = {
    cols: Math.ceil(lattice.cols / 2),
    rows: Math.ceil(lattice.rows / 2),
    cellM: lattice.cellM * 2,
  };
  const doubled = resampleCubic(build(coarse), coarse, 2);
  const surface = new Float64Array(cellCount(lattice));
  for (let row = 0; row < lattice.rows; row++) {
    const start = row * coarse.cols * 2;
    surface.set(doubled.subarray(start, start + lattice.cols), row * lattice.cols);
  }
  return surface;
}

/** Cell of the full lattice at a cell of the coarse one. */
export function fullCellOf({ cols, rows }: Lattice, coarseCol: number, coarseRow: number): number {
  return Math.min(rows - 1, coarseRow * 2) * cols + Math.min(cols - 1, coarseCol * 2);
}
