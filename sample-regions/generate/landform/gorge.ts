import { distanceToMask } from "../core/distance.ts";
import { erodeByStreams } from "../core/flow.ts";
import { cellAt, type Lattice } from "../core/lattice.ts";
import { burnLine, type Line, meander, type Place } from "../core/lines.ts";
import { interpolateTable, smoothstep } from "../core/numeric.ts";
import { fractalNoise, makeNoise, makeRandom, type Noise } from "../core/random.ts";
import { blur } from "../core/raster-filters.ts";
import { findSurfaceValleys } from "./allogenic.ts";
import { addRoughness, buildCoarse, fullCellOf, raiseCones } from "./cones.ts";
import type { Landform } from "./landform.ts";
import { clasticShare, foldStrata } from "./strata.ts";

/** Height above the river, m, by distance from it in half widths: inner wall, two benches, upper wall, plateau. */
const VALLEY_PROFILE = [
  [0, 0],
  [0.008, 4],
  [0.05, 78],
  [0.12, 215],
  [0.19, 290],
  [0.33, 335],
  [0.4, 430],
  [0.46, 500],
  [0.6, 535],
  [0.67, 650],
  [0.76, 820],
  [0.83, 915],
  [0.94, 950],
  [1.05, 985],
  [1.6, 1020],
] as const;

/** River level, m, by share of the grid's width. */
const RIVER_PROFILE = [
  [0, 444],
  [0.2, 440],
  [0.7, 371],
  [1.2, 366],
] as const;

/** Plateau gorge: a river deep below two benches and a plateau of peak clusters. */
export function shapeGorge(lattice: Lattice, seed: number): Landform {
  const random = makeRandom(seed);
  const noise = makeNoise(seed);
  const warp = makeNoise(seed + 1);
  const clusterNoise = makeNoise(seed + 2);
  const river = drawRiver(lattice, noise);
  const strata = foldStrata(lattice, clusterNoise, { strike: -0.45, wavelengthM: 6400, warpM: 2200 });
  const clastic = clasticShare(strata, 0.82, [0.2, 0.14]);
  const elevation = buildCoarse(lattice, (coarse) => cutGorge(lattice, coarse, river, clastic, noise, warp));

  const { channels, valley } = findSurfaceValleys(elevation, lattice, clastic, {
    anyRockKm2: 1.6,
    clasticKm2: 0.35,
    widthCells: 3,
    fullAt: 0.25,
  });
  const { mask } = burnLine(river, lattice);
  const toRiverM = distanceToMask(mask, lattice);
  const cones = raiseCones(
    lattice,
    noise,
    {
      random,
      minSpacingM: 190,
      maxSpacingM: 460,
      power: [1.15, 1.6],
      spacingAt: (x, y) => {
        const cell = cellAt(lattice, x, y);
        if (clastic[cell] > 0.6 || toRiverM[cell] < 380) return 0;
        return 300 + 90 * fractalNoise(clusterNoise, x / 2500, y / 2500, 2);
      },
      sizeAt: (x, y, spacingM) => {
        const plateau = smoothstep(900, 1330, elevation[cellAt(lattice, x, y)]);
        return { radiusM: 80 + 0.5 * spacingM, heightM: 42 + 66 * plateau };
      },
    },
    { softnessM: 6, foot: 1.35 },
  );
  const nearClastic = blur(clastic, lattice, 2);
  for (let cell = 0; cell < elevation.length; cell++) {
    const onKarst = (1 - nearClastic[cell]) * (1 - 0.9 * valley[cell]) * smoothstep(250, 700, toRiverM[cell]);
    elevation[cell] += cones[cell] * onKarst;
  }
  erodeByStreams(elevation, lattice, {
    steps: 4,
    erodibility: clastic.map((share) => 0.01 + 0.025 * share),
    diffusionM2: 90,
    fixed: mask,
  });
  addRoughness(elevation, lattice, warp, () => 4);
  return { elevation, trunk: river, inlets: [], strata, channels };
}

function drawRiver({ cols, rows, cellM }: Lattice, noise: Noise): Line {
  const place = (u: number, v: number): Place => [u * cols * cellM, v * rows * cellM];
  const controls = [
    place(-0.02, 0.3),
    place(0.1, 0.36),
    place(0.2, 0.55),
    place(0.33, 0.62),
    place(0.45, 0.5),
    place(0.58, 0.42),
    place(0.7, 0.5),
    place(0.8, 0.66),
    place(0.9, 0.7),
    place(1.02, 0.6),
  ];
  return meander(controls, noise, { amplitudeM: 620, wavelengthM: 1500 });
}

function cutGorge(
  lattice: Lattice,
  coarse: Lattice,
  river: Line,
  clastic: Float64Array,
  noise: Noise,
  warp: Noise,
): Float64Array {
  const { cols, rows, cellM } = coarse;
  const surface = new Float64Array(cols * rows);
  const erodibility = new Float64Array(cols * rows);
  const { mask } = burnLine(river, coarse);
  const distanceM = distanceToMask(mask, coarse);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const cell = row * cols + col;
      const x = (col + 0.5) * cellM;
      const y = (row + 0.5) * cellM;
      const riverM = interpolateTable(RIVER_PROFILE, x / (lattice.cols * lattice.cellM));
      erodibility[cell] = 0.035 + 0.055 * clastic[fullCellOf(lattice, col, row)];
      if (mask[cell]) {
        surface[cell] = riverM;
        continue;
      }
      const halfWidthM = 2750 * (1 + 0.28 * fractalNoise(warp, x / 5200, y / 5200, 2));
      const awayM = Math.max(0, distanceM[cell] - 42);
      const ragged = smoothstep(150, 900, awayM);
      const u =
        (awayM * (1 + 0.55 * ragged * fractalNoise(noise, x / 1600, y / 1600, 4)) +
          ragged * 330 * fractalNoise(warp, x / 560, y / 560, 3)) /
        halfWidthM;
      surface[cell] =
        riverM +
        interpolateTable(VALLEY_PROFILE, Math.max(0, u)) *
          (1 + 0.05 * fractalNoise(warp, x / 3000 + 3, y / 3000, 2)) +
        smoothstep(0.85, 1.2, u) * 45 * fractalNoise(noise, x / 1900 + 8, y / 1900, 3) +
        smoothstep(90, 300, awayM) * (9 * noise(x / 190, y / 190) + 6 * noise(x / 67, y / 61));
    }
  }
  return erodeByStreams(surface, coarse, {
    steps: 24,
    erodibility,
    upliftM: 1.2,
    diffusionM2: 120,
    fixed: mask,
  });
}
