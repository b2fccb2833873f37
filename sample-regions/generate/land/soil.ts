import { LAND_USES } from "#solver/region";
import type { Lattice } from "../core/lattice.ts";
import { clamp, smoothstep } from "../core/numeric.ts";
import { fractalNoise } from "../core/random.ts";
import { ROCK } from "../lithology.ts";
import type { Form, RegionFacts } from "../region-facts.ts";
import type { Desertification, GroundInput } from "./desertification.ts";

/** Codes of the soil-type layer; 0 is no data. */
export const SOIL = { yellow: 1, limestone: 2, paddy: 3, yellowBrown: 4 } as const;

export interface Soil {
  readonly type: Uint8Array;
  /** Whole cm; 0 where there is no soil type. */
  readonly depthCm: Uint8Array;
  /** Rounded to 1/8; NaN where there is no soil type. */
  readonly ph: Float32Array;
}

interface SoilOfForm {
  /** Depth on middling ground, and what gentle ground adds and steep ground takes, cm. */
  readonly depthCm: readonly [middle: number, spread: number];
  readonly depthRangeCm: readonly [min: number, max: number];
  /** Slope up to which dolomite keeps yellow soil, degrees, and the noise that cuts it. */
  readonly yellowOnDolomite: { readonly maxSlopeDeg: number; readonly patch: number };
  /** Height above which soils are yellow-brown, m. */
  readonly yellowBrownAboveM: number;
  /** Whether all ground without desertification keeps yellow soil. */
  readonly yellowWhereNone: boolean;
}

const SOIL_OF_FORM: Readonly<Record<Form, SoilOfForm>> = {
  basin: {
    depthCm: [34, 26],
    depthRangeCm: [8, 95],
    yellowOnDolomite: { maxSlopeDeg: 13, patch: -0.2 },
    yellowBrownAboveM: Infinity,
    yellowWhereNone: false,
  },
  mountain: {
    depthCm: [33, 14],
    depthRangeCm: [8, 70],
    yellowOnDolomite: { maxSlopeDeg: 17, patch: 0 },
    yellowBrownAboveM: 1930,
    yellowWhereNone: true,
  },
  gorge: {
    depthCm: [27, 11],
    depthRangeCm: [5, 60],
    yellowOnDolomite: { maxSlopeDeg: 4, patch: 0 },
    yellowBrownAboveM: Infinity,
    yellowWhereNone: false,
  },
};

/** Mean, least and greatest pH by soil code. */
const PH = [
  { mean: 0, min: 0, max: 0 },
  { mean: 5.25, min: 4.5, max: 6.2 },
  { mean: 7.25, min: 6.6, max: 7.9 },
  { mean: 6.3, min: 5.6, max: 7.1 },
  { mean: 5.5, min: 4.8, max: 6.4 },
] as const;

/** Soil type, depth and pH from rock, slope, desertification and use. */
export function formSoil(
  facts: RegionFacts,
  { cols }: Lattice,
  input: GroundInput,
  stripped: Desertification,
): Soil {
  const form = SOIL_OF_FORM[facts.form];
  const { lithology, slopeDeg, noises } = input;
  const n = lithology.length;
  const type = new Uint8Array(n);
  const depthCm = new Uint8Array(n);
  const ph = new Float32Array(n).fill(Number.NaN);
  for (let cell = 0; cell < n; cell++) {
    const patch = (k: number, size: number) =>
      fractalNoise(noises[k], (cell % cols) / size, Math.floor(cell / cols) / size, 3);
    const use = LAND_USES[input.landUse[cell] - 1];
    if (use === "water") continue;
    const rock = lithology[cell];
    const bareRock = stripped.bareRockPct[cell];
    const grade = stripped.grade[cell];
    type[cell] =
      use === "paddy"
        ? SOIL.paddy
        : soilOn(form, {
            rock,
            grade,
            patch: patch(11, 14),
            slopeDeg: slopeDeg[cell],
            elevationM: input.elevation[cell],
          });
    const parentCm = rock === ROCK.clastic ? 14 : rock === ROCK.interbedded ? 7 : 0;
    const useCm = use === "paddy" ? 14 : use === "forest" ? 3 : use === "bare" ? -8 : 0;
    const depth =
      form.depthCm[0] +
      form.depthCm[1] * (1 - 2 * smoothstep(3, 26, slopeDeg[cell])) -
      clamp(input.reliefM[cell] * 0.35, -10, 10) +
      parentCm -
      0.16 * bareRock +
      7 * patch(0, 10) +
      useCm;
    depthCm[cell] = Math.round(clamp(depth, form.depthRangeCm[0], form.depthRangeCm[1]));
    const { mean, min, max } = PH[type[cell]];
    const lime = type[cell] === SOIL.limestone ? 0.004 * bareRock : 0;
    ph[cell] = Math.round(clamp(mean + 0.45 * patch(1, 18) + lime, min, max) * 8) / 8;
  }
  return { type, depthCm, ph };
}

interface SoilSite {
  readonly rock: number;
  readonly grade: number;
  readonly patch: number;
  readonly slopeDeg: number;
  readonly elevationM: number;
}

function soilOn(form: SoilOfForm, { rock, grade, patch, slopeDeg, elevationM }: SoilSite): number {
  if (elevationM > form.yellowBrownAboveM && rock !== ROCK.limestone) return SOIL.yellowBrown;
  if (rock === ROCK.clastic || (rock === ROCK.interbedded && patch > -0.35)) return SOIL.yellow;
  const { maxSlopeDeg, patch: minPatch } = form.yellowOnDolomite;
  if (rock === ROCK.dolomite && slopeDeg < maxSlopeDeg && grade <= 1 && patch > minPatch) return SOIL.yellow;
  return form.yellowWhereNone && grade === 0 ? SOIL.yellow : SOIL.limestone;
}
