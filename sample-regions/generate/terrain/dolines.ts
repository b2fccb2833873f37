import { cellAt, type Lattice } from "../core/lattice.ts";
import { smoothstep, toRadians } from "../core/numeric.ts";
import { type Noise, type Random, scatterPoints } from "../core/random.ts";
import { blur } from "../core/raster-filters.ts";
import { measureSlopeDeg } from "../core/slope.ts";

interface DolineOptions {
  readonly random: Random;
  readonly noise: Noise;
  readonly isAllowed: (cell: number) => boolean;
}

const SPACING_M = 330;
const MAX_SLOPE_DEG = 14.5;

/** Sinks bowl dolines into gentle ground, in place, each deep enough to hold against the slope it lies on. */
export function sinkDolines(
  elevation: Float64Array,
  lattice: Lattice,
  { random, noise, isAllowed }: DolineOptions,
): void {
  const regionalSlope = measureSlopeDeg(blur(elevation, lattice, 4), lattice);
  const points = scatterPoints({
    random,
    width: lattice.cols * lattice.cellM,
    height: lattice.rows * lattice.cellM,
    minRadius: SPACING_M * 0.7,
    maxRadius: SPACING_M * 1.5,
    radiusAt: (x, y) => {
      const cell = cellAt(lattice, x, y);
      return regionalSlope[cell] < MAX_SLOPE_DEG && isAllowed(cell) ? SPACING_M * (0.7 + 0.8 * random()) : 0;
    },
  });
  for (const { x, y } of points) {
    const radiusM = 65 + 135 * random() * random();
    const tilt = Math.tan(toRadians(regionalSlope[cellAt(lattice, x, y)]));
    const depthM = radiusM * (0.15 + 0.17 * random()) + tilt * radiusM * 1.15;
    sinkBowl(elevation, lattice, noise, {
      x,
      y,
      radiusM,
      depthM,
      stretch: 1 + 0.5 * random(),
      angle: random() * Math.PI,
    });
  }
}

interface Bowl {
  readonly x: number;
  readonly y: number;
  readonly radiusM: number;
  readonly depthM: number;
  readonly stretch: number;
  readonly angle: number;
}

function sinkBowl(elevation: Float64Array, { cols, rows, cellM }: Lattice, noise: Noise, bowl: Bowl): void {
  const { x, y, radiusM, depthM, stretch, angle } = bowl;
  const reach = Math.ceil((radiusM * 1.5) / cellM);
  const centreCol = Math.floor(x / cellM);
  const centreRow = Math.floor(y / cellM);
  const wave = radiusM / 0.9;
  for (let row = Math.max(0, centreRow - reach); row <= Math.min(rows - 1, centreRow + reach); row++) {
    for (let col = Math.max(0, centreCol - reach); col <= Math.min(cols - 1, centreCol + reach); col++) {
      const ex = (col + 0.5) * cellM - x;
      const ey = (row + 0.5) * cellM - y;
      const dx = ex + 0.42 * radiusM * noise(x + ex / wave, ey / wave);
      const dy = ey + 0.42 * radiusM * noise(ex / wave, y + ey / wave);
      const u = (dx * Math.cos(angle) + dy * Math.sin(angle)) / stretch;
      const v = -dx * Math.sin(angle) + dy * Math.cos(angle);
      const t = Math.sqrt(u * u + v * v) / radiusM;
      if (t < 1.25) elevation[row * cols + col] -= depthM * (1 - smoothstep(0.15, 1.25, t));
    }
  }
}
