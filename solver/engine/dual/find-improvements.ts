import type { Core } from "./core.ts";
import { AS_IS, CappedFill } from "./price-units.ts";
import type { Pricer } from "./pricer.ts";
import { UNIT_KIND } from "./unit-columns.ts";

/** A unit that could earn more than the core allows it. */
export interface Improvement {
  readonly unit: number;
  /** Column to bring into play; meaningless for a capped unit, which opens as a whole. */
  readonly column: number;
  readonly gain: number;
}

export interface ImprovementPass {
  /** Total profit of all units at the pricer's prices. */
  readonly profit: number;
  readonly improvements: readonly Improvement[];
}

/**
 * One pass over all units at the pricer's prices: what they could earn, and who could earn more than the core allows.
 * No improvement means that the core's optimum is the program's.
 *
 * @param noise gain per weight that is round-off.
 */
export function findImprovements(core: Core, pricer: Pricer, noise: number): ImprovementPass {
  const { units } = core;
  const profits = new Float64Array(units.widest);
  const fill = new CappedFill(units);
  const improvements: Improvement[] = [];
  let total = 0;
  for (let unit = 0; unit < units.unitCount; unit++) {
    const kind = units.kind[unit];
    if (kind === UNIT_KIND.idle) continue;
    pricer.profits(unit, profits);
    const first = units.starts[unit];
    const end = units.starts[unit + 1];
    if (kind === UNIT_KIND.capped) {
      const best = fill.run(unit, profits);
      total += best;
      if (core.isMember(unit)) continue;
      let fixed = 0;
      for (let column = first; column < end; column++)
        fixed += core.baseShare[column] * profits[column - first];
      const gain = best - fixed;
      if (gain > noise * units.weight[unit]) improvements.push({ unit, column: first, gain });
      continue;
    }
    let best = units.mustFill[unit] === 1 ? Number.NEGATIVE_INFINITY : 0;
    let column: number = AS_IS;
    for (let at = 0; at < end - first; at++) {
      if (profits[at] > best) {
        best = profits[at];
        column = first + at;
      }
    }
    total += units.limit[unit] * best;
    if (column === core.baseColumn[unit] || core.isInPlay(unit, column)) continue;
    let allowed = core.isInPlay(unit, AS_IS) ? 0 : Number.NEGATIVE_INFINITY;
    for (let at = 0; at < end - first; at++)
      if (profits[at] > allowed && core.isInPlay(unit, first + at)) allowed = profits[at];
    const gain = units.limit[unit] * (best - allowed);
    if (gain > noise * units.weight[unit]) improvements.push({ unit, column, gain });
  }
  return { profit: total, improvements };
}
