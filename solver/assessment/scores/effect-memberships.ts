import type { IndicatorEntry, OptionId, RegionDefinition } from "#solver/region";
import type { Figures } from "../assessment.ts";
import { applyCurves, curveOf, membershipOf } from "../criteria/applied-curves.ts";
import type { EffectPair, EffectReferences } from "../criteria/criterion.ts";
import { EFFECT_CRITERIA } from "../criteria/index.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { IndustryTable } from "../industries/industries.ts";
import type { Industry } from "../industries/industry.ts";
import type { CriterionChoices } from "./criterion-choices.ts";
import type { CriterionValues } from "./join-memberships.ts";

export interface EffectInputs {
  readonly facts: UnitFacts;
  readonly options: readonly OptionId[];
  readonly library: IndustryTable;
  readonly industryOf: (unit: number, option: OptionId) => Industry | undefined;
  readonly figures: Figures;
  readonly cap: Float32Array;
  readonly indicators: RegionDefinition["indicators"];
  readonly choices: CriterionChoices;
}

/** The criteria of what an option brings, on every pair that is open. */
export function assessEffects(inputs: EffectInputs): readonly CriterionValues[] {
  const { facts, options, library, industryOf, figures, cap, choices } = inputs;
  const references = referencesOf(facts, figures);
  const indicators = groupIndicators(inputs.indicators);
  return EFFECT_CRITERIA.map((criterion) => {
    const { spec } = criterion;
    const curves = applyCurves(
      spec,
      [...library.values()],
      (industry) => criterion.curve(industry, references),
      choices.curvesOf(spec.id),
    );
    const raw = new Float32Array(facts.count * (spec.perOption ? options.length : 1)).fill(Number.NaN);
    const membership = new Float32Array(facts.count * options.length).fill(Number.NaN);
    for (let unit = 0; unit < facts.count; unit++) {
      for (let k = 0; k < options.length; k++) {
        const index = unit * options.length + k;
        const option = options[k];
        const industry = cap[index] > 0 ? industryOf(unit, option) : undefined;
        if (!industry) continue;
        const pair: EffectPair = { unit, facts, option, industry, index, figures, references, indicators };
        const value = criterion.raw(pair);
        raw[spec.perOption ? index : unit] = value;
        membership[index] = membershipOf(spec, curveOf(curves, option, industry.id), value);
      }
    }
    return { spec, raw, membership, curves };
  });
}

function groupIndicators(entries: readonly IndicatorEntry[]): ReadonlyMap<string, readonly IndicatorEntry[]> {
  const groups = new Map<string, IndicatorEntry[]>();
  for (const entry of entries) groups.set(entry.id, [...(groups.get(entry.id) ?? []), entry]);
  return groups;
}

/** Area-weighted standard deviation of today's levels. */
function referencesOf(facts: UnitFacts, { present }: Figures): EffectReferences {
  return {
    soilLossT: spreadOf(present.soilLossT, facts),
    waterM3: spreadOf(present.waterM3, facts),
    habitat: spreadOf(present.habitat, facts),
    desertification: spreadOf(present.desertification, facts),
  };
}

function spreadOf(levels: Float64Array, { areaHa, usable }: UnitFacts): number {
  let [area, sum, squares] = [0, 0, 0];
  for (let unit = 0; unit < levels.length; unit++) {
    if (usable[unit] === 0) continue;
    area += areaHa[unit];
    sum += areaHa[unit] * levels[unit];
    squares += areaHa[unit] * levels[unit] ** 2;
  }
  return area > 0 ? Math.sqrt(Math.max(0, squares / area - (sum / area) ** 2)) : 0;
}
