import { distanceToMask } from "../core/distance.ts";
import { erodeByStreams } from "../core/flow.ts";
import { cellAt, type Lattice } from "../core/lattice.ts";
import { burnLine, type Line, meander, type Place } from "../core/lines.ts";
import { smoothstep } from "../core/numeric.ts";
import { fractalNoise, makeNoise, makeRandom, type Noise } from "../core/random.ts";
import { blur } from "../core/raster-filters.ts";
import { addRoughness, buildCoarse, raiseCones } from "./cones.ts";
import type { Landform } from "./landform.ts";
import { foldStrata } from "./strata.ts";

/** A valley that will drown: its axis and the height of its bed at the two ends. */
interface Valley {
  readonly axis: Line;
  readonly bedM: readonly [start: number, end: number];
  readonly isTrunk: boolean;
}

const PLAIN_M = 1285;

/** Plateau basin: a valley system that will be flooded, a plain, and cones from isolated to clustered. */
export function shapeBasin(lattice: Lattice, seed: number): Landform {
  const random = makeRandom(seed);
  const noise = makeNoise(seed);
  const warp = makeNoise(seed + 1);
  const clusterNoise = makeNoise(seed + 2);
  const valleys = drawValleys(lattice, noise, warp, clusterNoise);
  const elevation = buildCoarse(lattice, (coarse) => carveValleys(coarse, valleys, noise, warp));

  const { cols, rows, cellM } = lattice;
  const lowland = blur(elevation, lattice, 6);
  const clusterAt = (x: number, y: number) =>
    smoothstep(-0.25, 0.35, fractalNoise(clusterNoise, x / 2600, y / 2600, 2) + 0.12);
  const cones = raiseCones(
    lattice,
    noise,
    {
      random,
      minSpacingM: 190,
      maxSpacingM: 620,
      power: [1.25, 1.75],
      spacingAt: (x, y) => {
        // Few cones in the drowned valleys: each of them becomes an island.
        if (lowland[cellAt(lattice, x, y)] < 1236 && random() < 0.82) return 0;
        return 560 - 320 * clusterAt(x, y);
      },
      sizeAt: (x, y, spacingM) => {
        const cluster = clusterAt(x, y);
        return { radiusM: 115 + 0.22 * spacingM + 45 * cluster, heightM: 34 + 62 * cluster };
      },
    },
    { softnessM: 4, foot: 1.25 },
  );
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const cell = row * cols + col;
      const x = col * cellM;
      const y = row * cellM;
      const upland = smoothstep(1242, 1262, elevation[cell]) * clusterAt(x, y);
      elevation[cell] +=
        cones[cell] + upland * 26 * Math.max(0, fractalNoise(noise, x / 760, y / 760, 3) + 0.25);
    }
  }
  const erodibility = new Float64Array(elevation.length).fill(0.01);
  erodeByStreams(elevation, lattice, { steps: 3, erodibility, diffusionM2: 70 });
  addRoughness(elevation, lattice, warp, (cell) => 1.4 + 0.05 * Math.min(60, cones[cell]));
  return {
    elevation,
    trunk: valleys[0].axis,
    inlets: valleys.slice(1).map(({ axis }) => axis),
    strata: foldStrata(lattice, clusterNoise, { strike: 1, wavelengthM: 5200, warpM: 2600 }),
  };
}

function drawValleys(
  { cols, rows, cellM }: Lattice,
  noise: Noise,
  warp: Noise,
  clusterNoise: Noise,
): Valley[] {
  const place = (u: number, v: number): Place => [u * cols * cellM, v * rows * cellM];
  const trunk = [
    place(0.86, -0.02),
    place(0.82, 0.1),
    place(0.88, 0.22),
    place(0.78, 0.4),
    place(0.86, 0.58),
    place(0.76, 0.78),
    place(0.84, 1.02),
  ];
  const northArm = [
    place(0.8, 0.36),
    place(0.66, 0.3),
    place(0.55, 0.34),
    place(0.44, 0.27),
    place(0.3, 0.3),
    place(0.12, 0.22),
    place(-0.02, 0.27),
  ];
  const southArm = [
    place(0.8, 0.72),
    place(0.66, 0.7),
    place(0.57, 0.8),
    place(0.46, 0.76),
    place(0.38, 0.88),
    place(0.3, 1.02),
  ];
  const middleArm = [
    place(0.84, 0.54),
    place(0.7, 0.52),
    place(0.6, 0.56),
    place(0.5, 0.52),
    place(0.36, 0.56),
    place(0.2, 0.52),
  ];
  return [
    {
      axis: meander(trunk, noise, { amplitudeM: 520, wavelengthM: 1300 }),
      bedM: [1206, 1222],
      isTrunk: true,
    },
    {
      axis: meander(northArm, noise, { amplitudeM: 260, wavelengthM: 1100 }),
      bedM: [1219, 1262],
      isTrunk: false,
    },
    {
      axis: meander(southArm, warp, { amplitudeM: 240, wavelengthM: 1000 }),
      bedM: [1219, 1262],
      isTrunk: false,
    },
    {
      axis: meander(middleArm, clusterNoise, { amplitudeM: 240, wavelengthM: 900 }),
      bedM: [1220, 1266],
      isTrunk: false,
    },
  ];
}

function carveValleys(coarse: Lattice, valleys: readonly Valley[], noise: Noise, warp: Noise): Float64Array {
  const { cols, rows, cellM } = coarse;
  const surface = new Float64Array(cols * rows).fill(Infinity);
  const bed = new Float64Array(cols * rows).fill(Infinity);
  for (const valley of valleys) {
    const { mask } = burnLine(valley.axis, coarse);
    const distanceM = distanceToMask(mask, coarse);
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++) {
        const cell = row * cols + col;
        const x = (col + 0.5) * cellM;
        const y = (row + 0.5) * cellM;
        const t = positionAlong(valley.axis, x, y);
        const bedM = valley.bedM[0] + (valley.bedM[1] - valley.bedM[0]) * t ** (valley.isTrunk ? 1 : 1.25);
        const awayM =
          distanceM[cell] * (1 + 0.55 * fractalNoise(warp, x / 900, y / 900, 3)) +
          60 * fractalNoise(noise, x / 300, y / 300, 2);
        const widthM = valley.isTrunk ? 1150 : 1050 * (1 - 0.5 * t);
        const side = bedM + (PLAIN_M - bedM) * (1 - Math.exp(-Math.max(0, awayM) / widthM));
        surface[cell] = Math.min(surface[cell], side);
        if (mask[cell]) bed[cell] = Math.min(bed[cell], bedM);
      }
    }
  }
  const fixed = Uint8Array.from(bed, (bedM) => (bedM < Infinity ? 1 : 0));
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const cell = row * cols + col;
      const x = col * cellM;
      const y = row * cellM;
      surface[cell] = fixed[cell]
        ? bed[cell]
        : surface[cell] +
          15 * fractalNoise(noise, x / 1500, y / 1500, 3) +
          9 * fractalNoise(warp, x / 420 + 9, y / 420, 2) +
          3 * noise(x / 73, y / 71);
    }
  }
  const erodibility = new Float64Array(cols * rows).fill(0.022);
  return erodeByStreams(surface, coarse, { steps: 14, erodibility, diffusionM2: 400, fixed });
}

/** Share of a line's length at its vertex nearest to a place; every sixth vertex is close enough. */
function positionAlong(line: Line, x: number, y: number): number {
  let nearest = Infinity;
  let at = 0;
  for (let k = 0; k < line.length; k += 6) {
    const squared = (line[k][0] - x) ** 2 + (line[k][1] - y) ** 2;
    if (squared < nearest) {
      nearest = squared;
      at = k;
    }
  }
  return at / (line.length - 1);
}
