import type { Lattice } from "../core/lattice.ts";
import { smoothstep } from "../core/numeric.ts";
import { fractalNoise, type Noise } from "../core/random.ts";

interface FoldOptions {
  /** Direction of the fold axes, radians from east. */
  readonly strike: number;
  readonly wavelengthM: number;
  /** Sideways wander of the folds, m. */
  readonly warpM: number;
}

/** Position in a folded pile of strata, one smooth number per cell: cut at quantiles it gives belts of rock. */
export function foldStrata(
  lattice: Lattice,
  noise: Noise,
  { strike, wavelengthM, warpM }: FoldOptions,
): Float64Array {
  const { cols, rows, cellM } = lattice;
  const cos = Math.cos(strike);
  const sin = Math.sin(strike);
  const strata = new Float64Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const x = col * cellM;
      const y = row * cellM;
      const across = -x * sin + y * cos + warpM * fractalNoise(noise, x / 3500, y / 3500, 3);
      const along = x * cos + y * sin;
      strata[row * cols + col] =
        Math.sin((2 * Math.PI * across) / wavelengthM + 0.8 * noise(along / 6000, 7)) +
        0.25 * fractalNoise(noise, x / 900 + 40, y / 900, 3);
    }
  }
  return strata;
}

/** How clastic the ground is, 0-1: the upper strata above a share, with a soft border. */
export function clasticShare(
  strata: Float64Array,
  aboveShare: number,
  [below, above]: readonly [number, number],
) {
  const sorted = Float64Array.from(strata).sort();
  const threshold = sorted[Math.floor(aboveShare * sorted.length)];
  return strata.map((value) => smoothstep(threshold - below, threshold + above, value));
}
