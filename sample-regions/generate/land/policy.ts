import type { LandUse } from "#solver/region";
import type { Line } from "../core/lines.ts";
import { fractalNoise, type Noise } from "../core/random.ts";
import type { RegionFacts } from "../region-facts.ts";
import { totalCells, type UsedUnit } from "../units/unit.ts";

/** Protection of a forest or shrub unit. */
type ForestProtection = "natural" | "public-welfare";

interface PolicyInput {
  /** Mean desertification grade of each unit, by label - 1. */
  readonly grade: Float64Array;
  /** Axis of the main river, in fine cells. */
  readonly trunk: Line;
  readonly noises: readonly Noise[];
}

/** Units under each policy, as sets of labels. */
export interface Policy {
  readonly basicFarmland: ReadonlySet<number>;
  readonly redline: ReadonlySet<number>;
  readonly reserveCore: ReadonlySet<number>;
  readonly forestProtection: ReadonlyMap<number, ForestProtection>;
  /** County of each unit: its place in the region's list of counties. */
  readonly countyOf: (unit: UsedUnit) => number;
}

/** Every zone is a union of units, so that its borders are theirs. */
export function drawPolicy(facts: RegionFacts, units: readonly UsedUnit[], input: PolicyInput): Policy {
  const countyOf = facts.counties.length > 1 ? bankOf(input.trunk) : () => 0;
  const basicFarmland = chooseBasicFarmland(facts, units, input);
  const redline = chooseRedline(facts, units, input, countyOf);
  return {
    basicFarmland: labelsOf(basicFarmland),
    redline: labelsOf(redline),
    reserveCore: labelsOf(chooseReserveCore(facts, units, redline, input)),
    forestProtection: protectForest(units, input),
    countyOf,
  };
}

const labelsOf = (units: Iterable<UsedUnit>) => new Set([...units].map(({ label }) => label));

function chooseBasicFarmland(facts: RegionFacts, units: readonly UsedUnit[], { grade, noises }: PolicyInput) {
  const cropland = units.filter(({ landUse }) => landUse === "paddy" || landUse === "dry");
  return pickShare(cropland, facts.targets.basicFarmland, totalCells(units), (unit) => {
    const wetField = unit.landUse === "paddy" ? 1.2 : 0;
    const patch = noises[8](unit.col / 70, unit.row / 70);
    return (
      wetField +
      0.9 * patch -
      unit.slopeDeg / 8 -
      0.8 * grade[unit.label - 1] -
      unit.settlementDistanceM / 2500
    );
  });
}

const REDLINE_USE: Readonly<Partial<Record<LandUse, number>>> = {
  forest: 0.9,
  water: 0.9,
  shrub: 0.5,
  bare: 0.1,
  grass: 0,
};

function redlineScore(facts: RegionFacts, unit: UsedUnit, noises: readonly Noise[]): number {
  const place =
    facts.form === "basin"
      ? -unit.waterDistanceM / 1800
      : facts.form === "gorge"
        ? -Math.max(0, unit.elevationM - 800) / 500
        : 0;
  const patch = 1.7 * fractalNoise(noises[9], unit.col / 170, unit.row / 170, 2);
  return (REDLINE_USE[unit.landUse] ?? 0) + unit.slopeDeg / 45 + place + patch;
}

/** The redline's share holds within each county. */
function chooseRedline(
  facts: RegionFacts,
  units: readonly UsedUnit[],
  { noises }: PolicyInput,
  countyOf: Policy["countyOf"],
): Set<UsedUnit> {
  const redline = new Set<UsedUnit>();
  facts.targets.redline.forEach((sharePct, county) => {
    const inCounty = units.filter((unit) => countyOf(unit) === county);
    const eligible = inCounty.filter(({ landUse }) => REDLINE_USE[landUse] !== undefined);
    const picked = pickShare(eligible, sharePct, totalCells(inCounty), (unit) =>
      redlineScore(facts, unit, noises),
    );
    for (const unit of picked) redline.add(unit);
  });
  return redline;
}

/** A compact core: the units of the redline nearest to its best one. */
function chooseReserveCore(
  facts: RegionFacts,
  units: readonly UsedUnit[],
  redline: ReadonlySet<UsedUnit>,
  { noises }: PolicyInput,
): Set<UsedUnit> {
  const mayBeCentre = (unit: UsedUnit) =>
    facts.form === "basin"
      ? unit.landUse === "water" || unit.waterDistanceM < 500
      : facts.form === "gorge" || unit.landUse === "forest";
  const score = (unit: UsedUnit) => redlineScore(facts, unit, noises);
  const centre = [...redline]
    .filter(mayBeCentre)
    .reduce((best, unit) => (score(unit) > score(best) ? unit : best));
  return pickShare(
    [...redline],
    facts.targets.reserveCore,
    totalCells(units),
    (unit) => -Math.hypot(unit.col - centre.col, unit.row - centre.row),
  );
}

/** Shares of forest and shrub under protection, %. [E] */
const NATURAL_FOREST_PCT = 25;
const PUBLIC_WELFARE_PCT = 30;

/** Natural forest on steep, remote woodland; public-welfare forest on the next best woodland and shrub. */
function protectForest(units: readonly UsedUnit[], { noises }: PolicyInput): Map<number, ForestProtection> {
  const wooded = units.filter(({ landUse }) => landUse === "forest" || landUse === "shrub");
  const base = totalCells(wooded);
  const score = (unit: UsedUnit) =>
    unit.slopeDeg / 25 +
    unit.settlementDistanceM / 900 +
    Math.max(0, unit.reliefM) / 40 +
    1.2 * fractalNoise(noises[4], unit.col / 130 + 7, unit.row / 130, 2);
  const natural = pickShare(
    wooded.filter(({ landUse }) => landUse === "forest"),
    NATURAL_FOREST_PCT,
    base,
    score,
  );
  const rest = wooded.filter((unit) => !natural.has(unit));
  const publicWelfare = pickShare(rest, PUBLIC_WELFARE_PCT, base, score);
  return new Map<number, ForestProtection>([
    ...[...natural].map(({ label }) => [label, "natural"] as const),
    ...[...publicWelfare].map(({ label }) => [label, "public-welfare"] as const),
  ]);
}

/** The best units until a share (%) of the base is met as closely as whole units allow. */
function pickShare(
  units: readonly UsedUnit[],
  sharePct: number,
  baseCells: number,
  score: (unit: UsedUnit) => number,
): Set<UsedUnit> {
  const wanted = (sharePct / 100) * baseCells;
  const ranked = units.map((unit) => ({ unit, score: score(unit) }));
  ranked.sort((a, b) => b.score - a.score || a.unit.label - b.unit.label);
  const picked = new Set<UsedUnit>();
  let have = 0;
  for (const { unit } of ranked) {
    if (have > wanted * 0.995) break;
    if (have + unit.cells / 2 > wanted) continue;
    have += unit.cells;
    picked.add(unit);
  }
  return picked;
}

/** 0 on the left bank of the river, 1 on the right, looking downstream. */
function bankOf(trunk: Line): (unit: UsedUnit) => number {
  return ({ col, row }) => {
    let nearest = Infinity;
    let bank = 0;
    for (let k = 1; k < trunk.length; k += 3) {
      const squared = (trunk[k][0] - col) ** 2 + (trunk[k][1] - row) ** 2;
      if (squared >= nearest) continue;
      nearest = squared;
      const [ax, ay] = trunk[Math.max(0, k - 4)];
      const [bx, by] = trunk[Math.min(trunk.length - 1, k + 4)];
      bank = (bx - ax) * (row - ay) - (by - ay) * (col - ax) < 0 ? 0 : 1;
    }
    return bank;
  };
}
