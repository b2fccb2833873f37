import type { IndicatorEntry, OptionId } from "#solver/region";
import type { CriterionSpec, Figures } from "../assessment.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { Industry } from "../industries/industry.ts";

/** A pair of unit and option as a criterion sees it; the industry of a renovation is that of the stand it renews. */
export interface Pair {
  readonly unit: number;
  readonly facts: UnitFacts;
  readonly option: OptionId;
  readonly industry: Industry;
}

/** A criterion of the site: raw value and membership of one pair; NaN = no data or not asked of this industry. */
export interface SiteCriterion {
  readonly spec: CriterionSpec;
  /** True: it decides how well the plant grows, so that yield follows it. */
  readonly growth: boolean;
  raw(pair: Pair): number;
  membership(raw: number, pair: Pair): number;
}

/** What the criteria that follow money and ecology see besides the site. */
export interface EffectPair extends Pair {
  /** Index `unit * optionCount + option` into `figures.option`. */
  readonly index: number;
  readonly figures: Figures;
  readonly references: EffectReferences;
  readonly indicators: ReadonlyMap<string, readonly IndicatorEntry[]>;
}

/** Area-weighted standard deviation of today's level of each effect: the step a change is measured in. */
export interface EffectReferences {
  readonly soilLossT: number;
  readonly waterM3: number;
  readonly habitat: number;
  readonly desertification: number;
}

/** A criterion of what the option brings: effect, money, market, policy. */
export interface EffectCriterion {
  readonly spec: CriterionSpec;
  raw(pair: EffectPair): number;
  membership(raw: number, pair: EffectPair): number;
}

/** Membership of a change: .5 for none, 1 and 0 for a reference step up and down. */
export function membershipOfChange(change: number, reference: number): number {
  if (Number.isNaN(change)) return Number.NaN;
  const steps = reference > 0 ? change / reference : Math.sign(change);
  return 0.5 + 0.5 * Math.min(1, Math.max(-1, steps));
}
