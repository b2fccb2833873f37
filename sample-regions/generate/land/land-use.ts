import { LAND_USES, type LandUse } from "#solver/region";
import { smoothstep } from "../core/numeric.ts";
import { fractalNoise, type Noise } from "../core/random.ts";
import type { Form, RegionFacts } from "../region-facts.ts";
import type { Adjacency } from "../units/merge-small.ts";
import { totalCells, type UnitSite, type UsedUnit } from "../units/unit.ts";
import { allocateByPrice, type Bidder } from "./allocate-by-price.ts";

/** Uses that compete for dry ground; water is where the water is. */
const DRY_USES = ["paddy", "dry", "orchard-tea", "forest", "shrub", "grass", "built", "bare"] as const;
type DryUse = (typeof DRY_USES)[number];

/** Code of a land use in the raster, from 1; 0 is no data. */
export function landUseCode(landUse: LandUse): number {
  return LAND_USES.indexOf(landUse) + 1;
}

const ROUNDS = 260;
const PASSES = 3;
const NEIGHBOUR_BONUS = 0.55;

/**
 * Land use of every unit: scores of the eight dry uses compete, prices hold the wanted shares of area, and a bonus
 * for the neighbours' use gathers it into blocks.
 */
export function allocateLandUse(
  facts: RegionFacts,
  sites: readonly UnitSite[],
  adjacency: Adjacency,
  noises: readonly Noise[],
): UsedUnit[] {
  const dry = sites.filter((site) => site.waterShare < 0.5);
  const dryIndex = new Map(dry.map((site, k) => [site.label, k]));
  const scores = dry.map((site) => scoreUses(facts.form, site, noises));
  const wanted = DRY_USES.map((use) => facts.targets.landUse[use]);
  const wantedSum = wanted.reduce((a, b) => a + b, 0);
  const quotas = wanted.map((share) => (share / wantedSum) * totalCells(dry));
  const prices = new Float64Array(DRY_USES.length);
  let choice = new Uint8Array(dry.length);
  for (let pass = 0; pass < PASSES; pass++) {
    const chosen = choice;
    const bidders = dry.map((site, k): Bidder => {
      if (pass === 0) return { weight: site.cells, scores: scores[k] };
      const bonus = neighbourBonus(adjacency[site.label], (label) => {
        const other = dryIndex.get(label);
        return other === undefined ? undefined : chosen[other];
      });
      return { weight: site.cells, scores: scores[k].map((score, c) => score + bonus[c]) };
    });
    choice = new Uint8Array(allocateByPrice(bidders, quotas, prices, ROUNDS));
  }
  return sites.map((site) => {
    const k = dryIndex.get(site.label);
    return { ...site, landUse: k === undefined ? "water" : DRY_USES[choice[k]] };
  });
}

function neighbourBonus(
  borders: ReadonlyMap<number, number>,
  landUseAt: (label: number) => number | undefined,
): Float64Array {
  const bonus = new Float64Array(DRY_USES.length);
  let total = 0;
  for (const [label, border] of borders) {
    total += border;
    const use = landUseAt(label);
    if (use !== undefined) bonus[use] += border;
  }
  return bonus.map((border) => (NEIGHBOUR_BONUS * border) / total);
}

function scoreUses(form: Form, site: UnitSite, noises: readonly Noise[]): Float64Array {
  const slope = site.slopeDeg;
  const steep = smoothstep(10, 30, slope);
  const flat = 1 - smoothstep(3, 11, slope);
  const middling = smoothstep(4, 10, slope) * (1 - smoothstep(19, 30, slope));
  const upland = Math.max(0, site.reliefM);
  const remoteM = site.settlementDistanceM;
  const patch = (k: number, size: number) => fractalNoise(noises[k], site.col / size, site.row / size, 2);
  const bias = FORM_BIAS[form](site);
  const score: Record<DryUse, number> = {
    paddy: 2.6 * flat - upland / 6 - site.waterDistanceM / 2200 - slope / 6 + 0.5 * patch(0, 60),
    dry:
      1.1 * flat +
      0.7 * middling -
      1.6 * smoothstep(18, 32, slope) -
      remoteM / 1500 -
      upland / 30 +
      0.6 * patch(1, 80),
    "orchard-tea":
      middling +
      0.2 * flat -
      1.2 * smoothstep(24, 36, slope) -
      site.roadDistanceM / 1500 -
      remoteM / 2500 +
      0.9 * patch(2, 90),
    forest: 0.9 * steep + upland / 25 + remoteM / 1400 + 0.9 * patch(3, 110) + 0.5 * site.clasticShare,
    shrub: 0.8 * steep + 0.4 * site.carbonateShare + remoteM / 2200 + 0.6 * patch(4, 80),
    grass: 0.3 * middling + 0.25 * steep + remoteM / 2600 + 0.8 * patch(5, 60),
    built: 2.8 * Math.exp(-remoteM / 110) - slope / 9 - site.roadDistanceM / 300 + 0.3 * patch(6, 40),
    bare:
      1.4 * smoothstep(22, 42, slope) +
      0.6 * site.carbonateShare +
      0.9 * patch(7, 50) -
      0.6 * site.clasticShare,
  };
  return Float64Array.from(DRY_USES, (use) => score[use] + (bias[use] ?? 0));
}

/**
 * What a landform adds: the trellises of a basin stand on gentle ground, grass likes the cold heights of a mountain,
 * crops leave the hot floor of a gorge and orchards like its benches.
 */
const FORM_BIAS: Readonly<Record<Form, (site: UnitSite) => Partial<Record<DryUse, number>>>> = {
  basin: ({ slopeDeg }) => ({ "orchard-tea": -0.7 * smoothstep(13, 18, slopeDeg) }),
  mountain: ({ elevationM }) => ({ grass: (elevationM - 1800) / 400 }),
  gorge: ({ elevationM, carbonateShare }) => ({
    paddy: -2 * (1 - smoothstep(430, 540, elevationM)) - Math.abs(elevationM - 1000) / 900,
    dry: -1.6 * (1 - smoothstep(430, 540, elevationM)),
    "orchard-tea": 1.5 * smoothstep(430, 560, elevationM) * (1 - smoothstep(850, 1000, elevationM)) - 0.4,
    forest: -0.3 * carbonateShare,
  }),
};

interface BackdropInput {
  readonly slopeDeg: Float32Array;
  readonly water: Uint8Array;
  readonly noises: readonly Noise[];
  readonly cols: number;
}

/** Plausible land use beyond the study area, where nothing is decided: simple rules, in place, where the code is 0. */
export function fillBackdrop(codes: Uint8Array, facts: RegionFacts, input: BackdropInput): void {
  const hasPaddies = facts.targets.landUse.paddy > 8;
  for (let cell = 0; cell < codes.length; cell++) {
    if (codes[cell]) continue;
    const x = cell % input.cols;
    const y = Math.floor(cell / input.cols);
    const patch = input.noises[1](x / 20, y / 20) + 0.5 * input.noises[2](x / 7, y / 7);
    codes[cell] = landUseCode(
      input.water[cell] ? "water" : pickBackdropUse(input.slopeDeg[cell], patch, hasPaddies),
    );
  }
}

function pickBackdropUse(slopeDeg: number, patch: number, hasPaddies: boolean): LandUse {
  if (slopeDeg < 5 && patch > -0.1) return hasPaddies && patch > 0.3 ? "paddy" : "dry";
  if (slopeDeg < 14) return patch > 0.35 ? "orchard-tea" : patch > -0.45 ? "dry" : "grass";
  if (slopeDeg < 24) return patch > 0.15 ? "forest" : patch > -0.4 ? "shrub" : "dry";
  if (slopeDeg > 38 && patch > 0.3) return "bare";
  return patch > 0 ? "forest" : "shrub";
}
