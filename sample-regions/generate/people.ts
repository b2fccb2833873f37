import type { LandUse } from "#solver/region";
import { sum } from "./core/numeric.ts";
import type { Random } from "./core/random.ts";
import type { RegionFacts } from "./region-facts.ts";
import type { UsedUnit } from "./units/unit.ts";

export interface People {
  readonly population: number;
  readonly labour: number;
  /** Person-days a year the village can work, today's work included. */
  readonly personDays: number;
}

/** A settlement in fine cells, with the administrative village it belongs to. */
interface Home {
  readonly col: number;
  readonly row: number;
  readonly village: number;
}

/** Share of the people that follows the fields; the rest follows the houses. */
const FIELD_SHARE = 0.65;

/**
 * People of every settlement, by the fields and houses of its own village that are nearest to it. Fields weigh most:
 * a village must have the hands for the work its land asks for today. The sums over the region are exact.
 */
export function settlePeople(
  facts: RegionFacts,
  homes: readonly Home[],
  units: readonly UsedUnit[],
  random: Random,
): People[] {
  const houses = new Float64Array(homes.length).fill(25);
  const fields = new Float64Array(homes.length);
  for (const unit of units) {
    if (unit.landUse === "built") houses[nearestHome(homes, unit)] += unit.cells;
    if (FARMED.has(unit.landUse)) fields[nearestHome(homes, unit)] += unit.cells;
  }
  const lived = houses.map((cells) => cells * (0.7 + 0.6 * random()));
  const weight = homes.map(
    (_, k) => (FIELD_SHARE * fields[k]) / sum(fields) + ((1 - FIELD_SHARE) * lived[k]) / sum(lived),
  );
  const { population, labourShare, personDaysPerYear } = facts.people;
  const people = shareOut(population, weight);
  const labour = shareOut(Math.round(population * labourShare), weight);
  const personDays = shareOut(personDaysPerYear, weight);
  return homes.map((_, k) => ({ population: people[k], labour: labour[k], personDays: personDays[k] }));
}

const FARMED: ReadonlySet<LandUse> = new Set(["paddy", "dry", "orchard-tea"]);

function nearestHome(homes: readonly Home[], unit: UsedUnit): number {
  let nearest = 0;
  let nearestSquared = Infinity;
  homes.forEach(({ col, row, village }, k) => {
    if (village !== unit.village) return;
    const squared = (col - unit.col) ** 2 + (row - unit.row) ** 2;
    if (squared >= nearestSquared) return;
    nearest = k;
    nearestSquared = squared;
  });
  return nearest;
}

/** Whole numbers in proportion to the weights that add up to the total exactly (largest remainders). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const weightSum = sum(weights);
  const exact = weights.map((weight) => (weight / weightSum) * total);
  const whole = exact.map(Math.floor);
  const byRemainder = exact.map((value, k) => ({ k, remainder: value - whole[k] }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.k - b.k);
  const left = Math.round(total - sum(whole));
  for (const { k } of byRemainder.slice(0, left)) whole[k]++;
  return whole;
}
