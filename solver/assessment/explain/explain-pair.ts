import { ASSESSMENT_IDS, LAND_USES, OPTION_TITLES, type OptionId, type Region } from "#solver/region";
import type { AssessedRegion } from "../assess-region.ts";
import { FIGURE_IDS } from "../assessment.ts";
import { ASSESSMENT_SPECS } from "../assessment-specs.ts";
import { curveOf } from "../criteria/applied-curves.ts";
import { MEMBERSHIP_FLOOR } from "../criteria/overlay.ts";
import { VALUE_FORM_SPECS } from "../criteria/value-form-specs.ts";
import { FACT_SPECS } from "../facts/fact-specs.ts";
import { LEVEL_SPECS } from "../figures/level-specs.ts";
import { LEGAL_RULES, legalEffect } from "../masks/legal-rules.ts";
import { faoClass } from "../scores/fao-class.ts";
import { NO_LIMIT } from "../scores/score-pairs.ts";
import { CRITERION_INPUTS } from "./criterion-inputs.ts";
import { describeLayers } from "./describe-layers.ts";
import { describeParameters } from "./describe-parameters.ts";
import type { PairExplanation } from "./explanation.ts";

/** Layers that decide what may stand on a parcel, whatever its criteria. */
const ALWAYS_READ = ["land-use", "soil-type", "lithology"];

/**
 * How one pair of parcel and industry came to its suitability: the cells of every layer that entered, the facts, criteria,
 * curves, weights and gates, and the industry's parameters with their sources.
 *
 * @param assessed result of `createAssessor(region)`; its overrides hold here too.
 * @throws {RangeError} when the region has no such parcel or does not consider the option.
 */
export function explainPair(
  region: Region,
  assessed: AssessedRegion,
  unit: number,
  option: OptionId,
): PairExplanation {
  const { assessment, definition, industries, withoutData } = assessed;
  const { options, gates, landUse, stand, village, overlay, limiting, suitability } = assessment;
  const k = options.indexOf(option);
  if (k < 0) throw new RangeError(`The region does not consider ${option}`);
  if (!(unit >= 0 && unit < assessment.unitCount)) throw new RangeError(`The region has no parcel ${unit}`);
  const pair = unit * options.length + k;
  const judgedAs = option === "RN" ? stand[unit] || null : option;
  const industry = judgedAs === null ? undefined : industries.get(judgedAs);

  const criteria = describeCriteria(assessed, unit, k);
  const asked = criteria.filter(({ curve }) => curve !== null);
  const facts = describeFacts(assessed, unit, new Set(asked.flatMap((criterion) => criterion.facts)), region);
  const reasons = describeReasons(assessed, pair, option);
  const masks = reasons.flatMap(({ id }) => definition.masks.find((mask) => mask.id === id)?.layer ?? []);
  const layerIds = new Set([...facts.flatMap((fact) => fact.layers), ...ALWAYS_READ, ...masks]);
  return {
    parcel: {
      unit,
      id: region.units.ids[unit],
      areaHa: assessment.areaHa[unit],
      landUse: LAND_USES[landUse[unit]] ?? null,
      stand: stand[unit] || null,
      village: village.names[village.of[unit]] ?? null,
      lacking: withoutData.find((entry) => entry.unit === unit)?.layers ?? [],
    },
    option,
    title: OPTION_TITLES[option],
    judgedAs,
    layers: describeLayers(region, layerIds, unit),
    facts,
    figures: FIGURE_IDS.map((id) => {
      const { title, unit: inUnit } = LEVEL_SPECS.get(id)!;
      const { present, option: under } = assessment.figures;
      return { id, title, unit: inUnit, today: present[id][unit], option: under[id][pair] };
    }),
    criteria,
    assessments: describeAssessments(assessed, pair),
    suitability: {
      value: suitability[pair],
      overlay,
      weighing: assessment.weighing.assessments,
      faoClass: faoClass(suitability[pair]) ?? null,
      limiting: limiting[pair] === NO_LIMIT ? null : assessment.criteria[limiting[pair]].spec.id,
    },
    gates: {
      largestShare: gates.cap[pair],
      reasons,
      opened:
        gates.conditional[pair] === 0
          ? []
          : definition.openConditions
              .filter((condition) => condition.options.includes(option))
              .map(({ mask, note }) => ({
                mask,
                title: gates.masks.find(({ id }) => id === mask)?.title ?? { zh: mask, en: mask },
                note,
              })),
    },
    parameters: industry ? describeParameters(industry) : [],
    indicators: definition.indicators.filter((entry) => entry.option === judgedAs),
  };
}

function describeCriteria(
  { assessment }: AssessedRegion,
  unit: number,
  k: number,
): PairExplanation["criteria"] {
  const { options, stand } = assessment;
  const pair = unit * options.length + k;
  const totals = new Map<string, number>();
  for (const { spec, weight, membership } of assessment.criteria)
    if (!Number.isNaN(membership[pair]))
      totals.set(spec.assessment, (totals.get(spec.assessment) ?? 0) + weight);
  return assessment.criteria.map(({ spec, weight, curves, raw, membership }) => {
    const curve = curveOf(curves, options[k], stand[unit]);
    const total = totals.get(spec.assessment) ?? 0;
    const hasData = !Number.isNaN(membership[pair]);
    return {
      id: spec.id,
      assessment: spec.assessment,
      title: spec.title,
      unit: spec.unit,
      range: spec.range,
      direction: spec.direction,
      label: spec.label,
      source: spec.source,
      ...CRITERION_INPUTS[spec.id],
      raw: raw[spec.perOption ? pair : unit],
      curve: curve
        ? {
            function: curve.function,
            formula: VALUE_FORM_SPECS[curve.function.form].formula,
            label: curve.label,
            source: curve.source,
          }
        : null,
      floor: spec.limiting ? 0 : MEMBERSHIP_FLOOR,
      membership: membership[pair],
      weight,
      effectiveWeight: hasData && total > 0 ? weight / total : 0,
    };
  });
}

function describeFacts(
  { assessment, definition }: AssessedRegion,
  unit: number,
  ids: ReadonlySet<string>,
  { rasters, vectors }: Region,
): PairExplanation["facts"] {
  const isThere = (id: string) => rasters.has(id) || vectors.has(id);
  return [...FACT_SPECS.values()]
    .filter(({ id }) => ids.has(id))
    .map(({ layers, otherwise = [], computedBy, ...spec }) => {
      const first = layers.filter(isThere);
      const used = first.length > 0 ? first : otherwise.filter(isThere);
      // A fact without a source of its own has that of what it was read from.
      const layer = definition.layers.find(({ id }) => id === first[0]);
      const own = first.length === 0 ? computedBy : undefined;
      const { label, source } = own ?? (spec.source !== "" ? spec : (layer ?? definition.climate));
      return {
        ...spec,
        value: assessment.facts.get(spec.id)?.[unit] ?? Number.NaN,
        layers: used,
        label,
        source,
      };
    });
}

function describeAssessments({ assessment }: AssessedRegion, pair: number): PairExplanation["assessments"] {
  const { scores, weighing } = assessment;
  const weights = weighing.assessments.weights;
  const total = ASSESSMENT_IDS.reduce(
    (sum, id, i) => (Number.isNaN(scores[id][pair]) ? sum : sum + weights[i]),
    0,
  );
  return ASSESSMENT_IDS.map((id, i) => {
    const score = scores[id][pair];
    return {
      id,
      title: ASSESSMENT_SPECS[id].title,
      join: ASSESSMENT_SPECS[id].join,
      score,
      weight: weights[i],
      effectiveWeight: Number.isNaN(score) || total === 0 ? 0 : weights[i] / total,
      weighing: weighing.criteria[id],
    };
  });
}

function describeReasons(
  { assessment: { gates } }: AssessedRegion,
  pair: number,
  option: OptionId,
): PairExplanation["gates"]["reasons"] {
  const [from, to] = [gates.offsets[pair], gates.offsets[pair + 1]];
  return Array.from(gates.reasons.subarray(from, to), (mask, i) => {
    const spec = gates.masks[mask];
    const rule = LEGAL_RULES.find((legal) => legal.spec.id === spec.id);
    const effect = rule && legalEffect(rule, option) === "condition" ? "condition" : "forbid";
    return { ...spec, share: gates.shares[from + i], effect };
  });
}
