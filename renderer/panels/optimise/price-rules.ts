import type { RuleResult } from "#solver/evaluation";
import { OBJECTIVE_POINTS } from "#solver/model";
import type { RunView } from "../../workers/views.ts";

export interface PricedRule {
  readonly rule: RuleResult;
  /** Per unit of the row: objective points, or CNY. */
  readonly price: number;
  /** The side of the limit that counts, in the row's unit. */
  readonly limit: number;
  readonly worthOfOnePercent: number;
}

export interface PricedRules {
  readonly currency: "CNY" | "points";
  /** Dearest first, by what one per cent is worth. */
  readonly binding: readonly PricedRule[];
  readonly free: readonly PricedRule[];
  readonly laws: number;
}

/**
 * Prices of a run's rules. They are money only when economy is the sole objective; then one objective unit is the
 * range between the best and the worst net return the weights were normalised by. Legal rules carry no price.
 */
export function priceRules(run: RunView): PricedRules {
  const { ecology, economy, employment, suitability } = run.problem.weights;
  const payoff = run.problem.payoff;
  const onlyEconomy = economy > 0 && ecology === 0 && employment === 0 && suitability === 0;
  const range = payoff ? Math.abs(payoff.ideal.economy - payoff.nadir.economy) : Number.NaN;
  const currency = onlyEconomy && Number.isFinite(range) ? "CNY" : "points";
  const factor = currency === "CNY" ? range / (OBJECTIVE_POINTS * economy) : 1;
  const prices = new Map(run.rows.map(({ id, price }) => [id, price * factor]));
  const rules = run.result?.evaluation.rules ?? [];
  const priced = rules
    .filter(({ law }) => !law)
    .map((rule): PricedRule => {
      const price = prices.get(rule.id) ?? 0;
      const limit = nearestLimit(rule);
      return { rule, price, limit, worthOfOnePercent: price * Math.abs(limit) * 0.01 };
    });
  return {
    currency,
    binding: priced
      .filter(({ rule }) => rule.binding)
      .sort((a, b) => b.worthOfOnePercent - a.worthOfOnePercent),
    free: priced.filter(({ rule }) => !rule.binding),
    laws: rules.filter(({ law }) => law).length,
  };
}

function nearestLimit({ lower, upper, activity }: RuleResult): number {
  if (lower === null) return upper ?? Number.NaN;
  if (upper === null) return lower;
  return Math.abs(activity - lower) < Math.abs(activity - upper) ? lower : upper;
}
