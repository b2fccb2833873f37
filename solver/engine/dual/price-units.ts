import type { Pricer } from "./pricer.ts";
import { UNIT_KIND, type UnitColumns } from "./unit-columns.ts";

/** Marks a unit that is best left as is. */
export const AS_IS = -1;

/** The best fill of every unit at the prices of one moment, and how close the call was. */
export interface UnitChoices {
  /** Best column of a plain unit, `AS_IS` for none; the marginal column of a capped one. */
  readonly best: Int32Array;
  /** Profit per weight by which the fill beats the nearest other one; infinite for an idle unit. */
  readonly margin: Float32Array;
}

export function emptyChoices(unitCount: number): UnitChoices {
  return { best: new Int32Array(unitCount).fill(AS_IS), margin: new Float32Array(unitCount) };
}

/**
 * Largest total profit all units can earn at the pricer's prices: the part of the dual bound that does not depend on the
 * rows' limits. Fills in `choices` when given.
 */
export function priceUnits(units: UnitColumns, pricer: Pricer, choices?: UnitChoices): number {
  const profits = new Float64Array(units.widest);
  const fill = new CappedFill(units);
  let total = 0;
  for (let unit = 0; unit < units.unitCount; unit++) {
    const kind = units.kind[unit];
    if (kind === UNIT_KIND.idle) {
      if (choices) choices.margin[unit] = Number.POSITIVE_INFINITY;
      continue;
    }
    pricer.profits(unit, profits);
    if (kind === UNIT_KIND.capped) {
      total += fill.run(unit, profits);
      if (choices) {
        choices.best[unit] = fill.marginal;
        choices.margin[unit] = fill.margin / units.weight[unit];
      }
      continue;
    }
    const first = units.starts[unit];
    const count = units.starts[unit + 1] - first;
    let best = units.mustFill[unit] === 1 ? Number.NEGATIVE_INFINITY : 0;
    let second = Number.NEGATIVE_INFINITY;
    let bestAt = AS_IS;
    for (let at = 0; at < count; at++) {
      const profit = profits[at];
      if (profit > best) {
        second = best;
        best = profit;
        bestAt = first + at;
      } else if (profit > second) second = profit;
    }
    total += units.limit[unit] * best;
    if (choices) {
      choices.best[unit] = bestAt;
      choices.margin[unit] = (best - second) / units.weight[unit];
    }
  }
  return total;
}

/** Fills a capped unit in order of profit: a continuous knapsack with equal weights, hence exact. */
export class CappedFill {
  /** Share of each column of the unit last filled, in column order. */
  readonly shares: Float64Array;
  /** Profit between the column filled last and its nearest rival on either side. */
  margin = 0;
  marginal: number = AS_IS;
  readonly #units: UnitColumns;
  readonly #order: Int32Array;

  constructor(units: UnitColumns) {
    this.#units = units;
    this.shares = new Float64Array(units.widest);
    this.#order = new Int32Array(units.widest);
  }

  /** Total profit of the best fill. */
  run(unit: number, profits: Float64Array): number {
    const { starts, cap, limit } = this.#units;
    const mustFill = this.#units.mustFill[unit] === 1;
    const first = starts[unit];
    const count = starts[unit + 1] - first;
    const order = this.#order;
    let positive = 0;
    let bestLoss = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      this.shares[at] = 0;
      if (!mustFill && !(profits[at] > 0)) {
        bestLoss = Math.max(bestLoss, profits[at]);
        continue;
      }
      let place = positive++;
      for (; place > 0 && profits[order[place - 1]] < profits[at]; place--) order[place] = order[place - 1];
      order[place] = at;
    }
    let left = limit[unit];
    let total = 0;
    let filled = 0;
    this.marginal = AS_IS;
    for (; filled < positive && left > 0; filled++) {
      const at = order[filled];
      const take = Math.min(cap[first + at], left);
      this.shares[at] = take;
      total += take * profits[at];
      left -= take;
      this.marginal = first + at;
    }
    // With share to spare, "as is" is the marginal choice and its profit is 0.
    const spare = left > 0 && !mustFill;
    const level = spare ? 0 : profits[order[filled - 1]];
    const above = spare ? filled - 1 : filled - 2;
    const gapAbove = above >= 0 ? profits[order[above]] - level : Number.POSITIVE_INFINITY;
    const gapBelow = level - (filled < positive ? profits[order[filled]] : spare || mustFill ? bestLoss : 0);
    this.margin = Math.min(gapAbove, gapBelow);
    if (spare) this.marginal = AS_IS;
    return total;
  }
}
