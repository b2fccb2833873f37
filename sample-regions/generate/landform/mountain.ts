import { distanceToMask } from "../core/distance.ts";
import { erodeByStreams } from "../core/flow.ts";
import { cellAt, type Lattice } from "../core/lattice.ts";
import { burnLine, type Line, meander, type Place } from "../core/lines.ts";
import { clamp, smoothstep } from "../core/numeric.ts";
import { fractalNoise, makeNoise, makeRandom, type Noise, ridgedNoise } from "../core/random.ts";
import { blur } from "../core/raster-filters.ts";
import { findSurfaceValleys } from "./allogenic.ts";
import { addRoughness, buildCoarse, fullCellOf, raiseCones } from "./cones.ts";
import type { Landform } from "./landform.ts";
import { clasticShare, foldStrata } from "./strata.ts";

/** Plateau mountain: a creek as base level, dissected clastic ridges along the folds, cones and dolines on karst. */
export function shapeMountain(lattice: Lattice, seed: number): Landform {
  const random = makeRandom(seed);
  const noise = makeNoise(seed);
  const warp = makeNoise(seed + 1);
  const clusterNoise = makeNoise(seed + 2);
  const creek = drawCreek(lattice, noise);
  const strata = foldStrata(lattice, clusterNoise, { strike: -0.75, wavelengthM: 4300, warpM: 1500 });
  const clastic = clasticShare(strata, 0.75, [0.22, 0.16]);
  const elevation = buildCoarse(lattice, (coarse) =>
    dissectPlateau(lattice, coarse, creek, clastic, noise, warp),
  );

  const { channels, valley } = findSurfaceValleys(elevation, lattice, clastic, {
    anyRockKm2: 1.1,
    clasticKm2: 0.28,
    widthCells: 4,
    fullAt: 0.22,
  });
  const clusterAt = (x: number, y: number) =>
    smoothstep(-0.3, 0.3, fractalNoise(clusterNoise, x / 2100 + 5, y / 2100, 2) + 0.05);
  const cones = raiseCones(
    lattice,
    noise,
    {
      random,
      minSpacingM: 190,
      maxSpacingM: 520,
      power: [1.2, 1.7],
      spacingAt: (x, y) => (clastic[cellAt(lattice, x, y)] > 0.55 ? 0 : 420 - 190 * clusterAt(x, y)),
      sizeAt: (x, y, spacingM) => ({ radiusM: 90 + 0.42 * spacingM, heightM: 38 + 52 * clusterAt(x, y) }),
    },
    { softnessM: 5, foot: 1.35 },
  );
  const nearClastic = blur(clastic, lattice, 2);
  for (let cell = 0; cell < elevation.length; cell++) {
    elevation[cell] += cones[cell] * (1 - nearClastic[cell]) * (1 - 0.92 * valley[cell]);
  }
  erodeByStreams(elevation, lattice, {
    steps: 4,
    erodibility: clastic.map((share) => 0.01 + 0.03 * share),
    diffusionM2: 100,
  });
  addRoughness(elevation, lattice, warp, () => 3);
  return { elevation, trunk: creek, inlets: [], strata, channels };
}

function drawCreek({ cols, rows, cellM }: Lattice, noise: Noise): Line {
  const place = (u: number, v: number): Place => [u * cols * cellM, v * rows * cellM];
  const controls = [
    place(-0.02, 0.6),
    place(0.14, 0.54),
    place(0.3, 0.58),
    place(0.44, 0.47),
    place(0.58, 0.5),
    place(0.72, 0.4),
    place(0.86, 0.43),
    place(1.02, 0.33),
  ];
  return meander(controls, noise, { amplitudeM: 330, wavelengthM: 1300 });
}

function dissectPlateau(
  lattice: Lattice,
  coarse: Lattice,
  creek: Line,
  clastic: Float64Array,
  noise: Noise,
  warp: Noise,
): Float64Array {
  const { cols, rows, cellM } = coarse;
  const surface = new Float64Array(cols * rows);
  const erodibility = new Float64Array(cols * rows);
  const { mask, alongM, lengthM } = burnLine(creek, coarse);
  const distanceM = distanceToMask(mask, coarse);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const cell = row * cols + col;
      const x = (col + 0.5) * cellM;
      const y = (row + 0.5) * cellM;
      const awayM = distanceM[cell] * (1 + 0.4 * fractalNoise(warp, x / 1700, y / 1700, 3));
      const acrossFolds = ridgedNoise(warp, (x * 0.72 - y * 0.69) / 5200, (x * 0.69 + y * 0.72) / 2300, 2);
      surface[cell] = mask[cell]
        ? 1712 - 110 * clamp(alongM[cell] / lengthM, 0, 1)
        : 1690 +
          190 * (1 - Math.exp(-awayM / 1700)) +
          75 * fractalNoise(noise, x / 2800, y / 2800, 4) +
          60 * (acrossFolds - 0.6) -
          (25 * x) / (lattice.cols * lattice.cellM) +
          7 * noise(x / 150, y / 150) +
          5 * noise(x / 67, y / 61);
      erodibility[cell] = 0.05 + 0.08 * clastic[fullCellOf(lattice, col, row)];
    }
  }
  return erodeByStreams(surface, coarse, {
    steps: 46,
    erodibility,
    upliftM: 4.2,
    diffusionM2: 160,
    fixed: mask,
  });
}
