import { LAND_USES, type LandUse } from "#solver/region";
import { cellCount, type Lattice } from "../core/lattice.ts";
import { clamp, smoothstep } from "../core/numeric.ts";
import { fractalNoise, type Noise } from "../core/random.ts";
import { blur, sortedWithin } from "../core/raster-filters.ts";
import { ROCK } from "../lithology.ts";
import type { Form, RegionFacts } from "../region-facts.ts";

export const GRADES = ["none", "potential", "light", "moderate", "severe"] as const;

/** Whole percents of bare rock in each grade: below 20, 20-30, 31-50, 51-70, above 70. */
const BARE_ROCK_PCT = [
  [0, 19],
  [20, 30],
  [31, 50],
  [51, 70],
  [71, 95],
] as const;

export interface Desertification {
  /** 0 none to 4 severe, by the thresholds of bare rock. */
  readonly grade: Uint8Array;
  /** Bare rock, % of the cell. */
  readonly bareRockPct: Uint8Array;
  /** Vegetation, % of the cell; never more than what rock leaves. */
  readonly coverPct: Uint8Array;
}

export interface GroundInput {
  readonly elevation: Float64Array;
  readonly slopeDeg: Float32Array;
  readonly reliefM: Float64Array;
  readonly lithology: Uint8Array;
  /** Codes of the land-use raster. */
  readonly landUse: Uint8Array;
  readonly inside: Uint8Array;
  readonly noises: readonly Noise[];
}

/**
 * Desertification grade by quantiles of vulnerability, so that the wanted shares hold; bare rock inside the band of
 * the grade, and cover beside the rock, so that the three agree cell by cell.
 */
export function gradeDesertification(
  facts: RegionFacts,
  lattice: Lattice,
  input: GroundInput,
): Desertification {
  const vulnerability = measureVulnerability(facts.form, lattice, input);
  const sorted = sortedWithin(vulnerability, input.inside);
  let cumulative = 0;
  const tops = facts.targets.desertification.map((share) => {
    cumulative += share / 100;
    return sorted[Math.min(sorted.length - 1, Math.floor(cumulative * sorted.length))];
  });
  tops[tops.length - 1] = sorted[sorted.length - 1];
  const bottoms = [sorted[Math.floor(sorted.length * 0.02)], ...tops];
  const n = cellCount(lattice);
  const grade = new Uint8Array(n);
  const bareRockPct = new Uint8Array(n);
  const coverPct = new Uint8Array(n);
  for (let cell = 0; cell < n; cell++) {
    const use = LAND_USES[input.landUse[cell] - 1];
    if (use === "water") continue;
    let g = 0;
    while (g < 4 && vulnerability[cell] > tops[g]) g++;
    const t = clamp((vulnerability[cell] - bottoms[g]) / Math.max(1e-6, tops[g] - bottoms[g]), 0, 1);
    grade[cell] = g;
    bareRockPct[cell] = bareRockIn(g, t, use, input.lithology[cell]);
    coverPct[cell] = coverOf(cell, use, bareRockPct[cell], lattice, input.noises);
  }
  return { grade, bareRockPct, coverPct };
}

/** How much each use strips or keeps the ground. */
const USE_VULNERABILITY: Readonly<Record<LandUse, number>> = {
  paddy: -9,
  dry: 0.45,
  "orchard-tea": 0.05,
  forest: -0.75,
  shrub: 0.15,
  grass: 0.35,
  water: -9,
  built: -2.2,
  bare: 1.7,
};

const ROCK_VULNERABILITY: Readonly<Record<number, number>> = {
  [ROCK.limestone]: 0.75,
  [ROCK.dolomite]: 0.4,
  [ROCK.interbedded]: -0.7,
  [ROCK.clastic]: -3,
};

function measureVulnerability(form: Form, lattice: Lattice, input: GroundInput): Float64Array {
  const { cols } = lattice;
  const ground = Float64Array.from(input.lithology, (rock, cell) => {
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    const plateau = form === "gorge" ? 0.5 * smoothstep(1150, 1400, input.elevation[cell]) : 0;
    return (
      ROCK_VULNERABILITY[rock] +
      1.5 * smoothstep(4, 34, input.slopeDeg[cell]) +
      clamp(input.reliefM[cell] / 50, -0.5, 0.7) +
      0.95 * fractalNoise(input.noises[8], x / 26, y / 26, 3) +
      0.5 * fractalNoise(input.noises[9], x / 9, y / 9, 3) -
      plateau
    );
  });
  return blur(ground, lattice, 1, 2).map(
    (value, cell) =>
      value +
      USE_VULNERABILITY[LAND_USES[input.landUse[cell] - 1]] +
      (input.lithology[cell] === ROCK.clastic ? -4 : 0),
  );
}

/** Bare rock at the share `t` of a grade's range of vulnerability; what is seldom lies low in the band. */
function bareRockIn(grade: number, t: number, use: LandUse, rock: number): number {
  const [low, high] = BARE_ROCK_PCT[grade];
  const pct =
    grade === 0
      ? rock === ROCK.clastic
        ? 4 * t
        : high * t ** 1.3
      : low - 0.5 + (grade === 4 ? t ** 1.5 * 22.4 : t * (high - low + 1));
  const ceiling = use === "paddy" ? 0 : use === "built" ? 10 : 95;
  return clamp(Math.round(Math.min(pct, ceiling)), low, high);
}

const USE_COVER_PCT: Readonly<Record<LandUse, number>> = {
  paddy: 62,
  dry: 46,
  "orchard-tea": 58,
  forest: 86,
  shrub: 68,
  grass: 60,
  water: 0,
  built: 22,
  bare: 12,
};

function coverOf(
  cell: number,
  use: LandUse,
  bareRockPct: number,
  { cols }: Lattice,
  noises: readonly Noise[],
): number {
  const patch = fractalNoise(noises[10], (cell % cols) / 12, Math.floor(cell / cols) / 12, 3);
  return Math.round(clamp(USE_COVER_PCT[use] + 9 * patch - 0.22 * bareRockPct, 2, 100 - bareRockPct));
}
