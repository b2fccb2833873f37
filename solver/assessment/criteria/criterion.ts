import type { IndicatorEntry, OptionId, ValueFunction } from "#solver/region";
import type { CriterionSpec, Figures } from "../assessment.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { Industry } from "../industries/industry.ts";

/** A criterion of the site, the same raw value for every industry; NaN where there is no data. */
export interface SiteCriterion {
  readonly spec: CriterionSpec;
  /** True: it decides how well the plant grows, so that yield follows it. */
  readonly growth: boolean;
  raw(unit: number, facts: UnitFacts): number;
  /** From raw value to membership; undefined where it is not asked of this industry. */
  curve(industry: Industry): ValueFunction | undefined;
}

/**
 * A pair of unit and option as the criteria that follow money and ecology see it; the industry of a renovation is that of
 * the stand it renews.
 */
export interface EffectPair {
  readonly unit: number;
  readonly facts: UnitFacts;
  readonly option: OptionId;
  readonly industry: Industry;
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
  curve(industry: Industry, references: EffectReferences): ValueFunction | undefined;
}

/** Least step a change is measured in, where today is everywhere alike. */
const LEAST_STEP = 1e-12;

/** Membership of a change: .5 for none, 1 and 0 for a reference step up and down. */
export function curveOfChange(reference: number): ValueFunction {
  const step = Math.max(reference, LEAST_STEP);
  return { form: "linear", from: -step, to: step };
}
