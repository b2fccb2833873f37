import {
  type AssessedRegion,
  type Assessment,
  FACT_SPECS,
  faoClass,
  rankForReview,
} from "#solver/assessment";
import { ASSESSMENT_IDS, LAND_USES, type Region } from "#solver/region";
import { type CsvCell, writeCsv } from "./csv.ts";

type WithoutData = AssessedRegion["withoutData"];

/** Legend of the criteria: number as in the rasters of limiting factors, spec, and weight with its method. */
export function writeCriteria({ criteria, weighing }: Assessment): string {
  const header = [
    "number",
    "criterion",
    "assessment",
    "title_zh",
    "title_en",
    "unit",
    "low",
    "high",
    "direction",
    "weight",
    "assessment_weight",
    "weight_method",
    "label",
    "source",
  ];
  const rows = criteria.map(({ spec, weight }, number): CsvCell[] => [
    number,
    spec.id,
    spec.assessment,
    spec.title.zh,
    spec.title.en,
    spec.unit,
    ...spec.range,
    spec.direction,
    roundTo(weight, 6),
    roundTo(weighing.assessments.weights[ASSESSMENT_IDS.indexOf(spec.assessment)], 6),
    weighing.criteria[spec.assessment].method,
    spec.label,
    spec.source,
  ]);
  return writeCsv(header, rows);
}

/** Legend of the gates: number as in the rasters of gates, kind, and the article each rests on. */
export function writeGates({ gates }: Assessment): string {
  const header = [
    "number",
    "gate",
    "kind",
    "title_zh",
    "title_en",
    "basis_zh",
    "basis_en",
    "label",
    "source",
  ];
  const rows = gates.masks.map(({ id, kind, title, basis, label, source }, number): CsvCell[] => [
    number,
    id,
    kind,
    title.zh,
    title.en,
    basis.zh,
    basis.en,
    label,
    source,
  ]);
  return writeCsv(header, rows);
}

/**
 * One line per parcel: what it is, the layers it has too little of (`no_data`, it is then not scored), its best industry, its
 * rank and closeness for review, and its facts.
 */
export function writeParcels(region: Region, assessment: Assessment, withoutData: WithoutData): string {
  const { options, suitability, limiting, criteria, landUse, stand, village } = assessment;
  const lacking = lackingByUnit(withoutData);
  const { rank, closeness, option } = rankForReview(assessment);
  const facts = [...FACT_SPECS.keys()].filter((id) => assessment.facts.has(id));
  const header = [
    "parcel",
    "area_ha",
    "present_use",
    "present_stand",
    "village",
    "no_data",
    "best_industry",
    "suitability",
    "class",
    "limiting_factor",
    "review_rank",
    "closeness",
    ...facts,
  ];
  const rows = region.units.ids.map((id, unit): CsvCell[] => {
    const best = option[unit];
    const pair = best === "" ? -1 : unit * options.length + options.indexOf(best);
    return [
      id,
      roundTo(region.units.areaHa[unit], 4),
      LAND_USES[landUse[unit]] ?? null,
      stand[unit] || null,
      village.names[village.of[unit]]?.zh ?? null,
      lacking.get(unit) ?? null,
      best || null,
      pair < 0 ? null : roundTo(suitability[pair], 4),
      pair < 0 ? null : (faoClass(suitability[pair]) ?? null),
      pair < 0 ? null : (criteria[limiting[pair]]?.spec.id ?? null),
      rank[unit] || null,
      roundTo(closeness[unit], 4),
      ...facts.map((fact) => roundTo(assessment.facts.get(fact)![unit], 4)),
    ];
  });
  return writeCsv(header, rows);
}

/** One line per parcel and industry: the four scores, suitability, class, limiting factor and gates. */
export function writeParcelScores(region: Region, assessment: Assessment, withoutData: WithoutData): string {
  const header = [
    "parcel",
    "area_ha",
    "present_use",
    "no_data",
    "industry",
    ...ASSESSMENT_IDS.map((id) => `score_${id}`),
    "suitability",
    "class",
    "limiting_factor",
    "largest_share",
    "gates",
  ];
  return writeCsv(header, listScoreRows(region, assessment, lackingByUnit(withoutData)));
}

function* listScoreRows(
  { units }: Region,
  assessment: Assessment,
  lacking: ReadonlyMap<number, string>,
): Generator<readonly CsvCell[]> {
  const { options, scores, suitability, limiting, gates, criteria, landUse } = assessment;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    for (const [k, option] of options.entries()) {
      const pair = unit * options.length + k;
      const reasons = gates.reasons.subarray(gates.offsets[pair], gates.offsets[pair + 1]);
      yield [
        units.ids[unit],
        roundTo(units.areaHa[unit], 4),
        LAND_USES[landUse[unit]] ?? null,
        lacking.get(unit) ?? null,
        option,
        ...ASSESSMENT_IDS.map((id) => roundTo(scores[id][pair], 4)),
        roundTo(suitability[pair], 4),
        faoClass(suitability[pair]) ?? null,
        criteria[limiting[pair]]?.spec.id ?? null,
        roundTo(gates.cap[pair], 4),
        Array.from(reasons, (mask) => gates.masks[mask].id).join("+"),
      ];
    }
  }
}

function lackingByUnit(withoutData: WithoutData): ReadonlyMap<number, string> {
  return new Map(withoutData.map(({ unit, layers }) => [unit, layers.join("+")]));
}

function roundTo(value: number, decimals: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) : null;
}
