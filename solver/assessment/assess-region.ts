import type { Issue } from "#gis";
import {
  type Climate,
  type IndicatorEntry,
  LAND_USES,
  OPTION_IDS,
  type OpenCondition,
  type OptionId,
  type Region,
  type RegionDefinition,
} from "#solver/region";
import type { Assessment, CriterionResult, Figures } from "./assessment.ts";
import type { EffectPair, EffectReferences } from "./criteria/criterion.ts";
import { EFFECT_CRITERIA } from "./criteria/index.ts";
import { MEMBERSHIP_FLOOR } from "./criteria/overlay.ts";
import { collectFacts } from "./facts/collect-facts.ts";
import { LayerReader } from "./facts/read-layers.ts";
import { inferStands } from "./facts/stands.ts";
import type { UnitFacts } from "./facts/unit-facts.ts";
import { computeFigures, type EconomicTerms } from "./figures/figures.ts";
import { TRANSPORT_CNY_PER_T_MIN, WAGE_CNY_PER_DAY } from "./figures/margin.ts";
import { type IndustryTable, libraryFor } from "./industries/industries.ts";
import type { Industry } from "./industries/industry.ts";
import { assessmentIssue } from "./issue-messages.ts";
import { buildGates } from "./masks/gate-table.ts";
import type { DesertificationMethod } from "./physics/desertification.ts";
import { scorePairs } from "./scores/score-pairs.ts";
import { SiteMemberships } from "./scores/site-memberships.ts";

/** What a caller may set aside from the region's file: a what-if without editing it. */
export interface AssessmentOverrides {
  readonly assessmentWeights?: RegionDefinition["assessmentWeights"];
  readonly openConditions?: readonly OpenCondition[];
  readonly industries?: RegionDefinition["industries"];
  readonly climate?: Climate;
  readonly desertificationMethod?: DesertificationMethod;
  readonly terms?: Partial<EconomicTerms>;
}

export const DEFAULT_TERMS: EconomicTerms = {
  wageCnyPerDay: WAGE_CNY_PER_DAY,
  transportCnyPerTMin: TRANSPORT_CNY_PER_T_MIN,
  labourPaid: true,
  restorationGrant: true,
};

/**
 * The four assessments of a region: criteria, gates, scores, suitability and the per-hectare figures of every pair.
 *
 * Layers become facts of each unit; facts and the industry library give memberships of the site, whose growth part decides
 * the yield; yields, costs and covers give the figures of today and of every option; figures give the memberships of
 * effect and money; gates close what law, envelope or present use forbid.
 *
 * @returns the assessment, and issues found in the layers (never thrown). Pure: same region, same numbers.
 */
export function assessRegion(
  region: Region,
  overrides: AssessmentOverrides = {},
): { assessment: Assessment; issues: Issue[] } {
  const definition: RegionDefinition = {
    ...region.definition,
    assessmentWeights: overrides.assessmentWeights ?? region.definition.assessmentWeights,
    openConditions: overrides.openConditions ?? region.definition.openConditions,
    industries: overrides.industries ?? region.definition.industries,
    climate: overrides.climate ?? region.definition.climate,
  };
  const reader = new LayerReader({ ...region, definition });
  const library = libraryFor(definition);
  const options = optionsOf(definition);

  const stated = collectFacts(reader, overrides.desertificationMethod ?? "layer");
  const sites = new SiteMemberships(stated, library);
  const growthOf = (unit: number, industry: Industry) => sites.growthOf(unit, industry.id);
  const stands = inferStands(stated, library, growthOf);
  const facts: UnitFacts = { ...stated, stand: stands.stand };

  const industryOf = (unit: number, option: OptionId) => industryFor(library, facts, unit, option);
  const { gates, slivers } = buildGates({
    facts,
    options,
    industryOf,
    openConditions: definition.openConditions,
  });
  const { soils } = definition;
  const terms = { ...DEFAULT_TERMS, ...overrides.terms };
  const figures = computeFigures({ facts, options, library, soils, growthOf, cap: gates.cap, terms });
  const criteria = [
    ...sites.over(options, facts.stand),
    ...assessEffects(facts, options, industryOf, figures, gates.cap, definition),
  ];
  const pairScores = scorePairs(criteria, gates, facts.usable, definition.assessmentWeights);

  const assessment: Assessment = {
    unitCount: facts.count,
    areaHa: facts.areaHa,
    options,
    criteria,
    ...pairScores,
    gates,
    figures,
    facts: listFacts(facts),
    landUse: facts.landUse,
    stand: facts.stand,
    subBasin: facts.subBasin,
    village: facts.village,
    zoneShare: facts.zoneShare,
  };
  return { assessment, issues: [...reader.issues, ...notes(facts, stands.inferred, slivers)] };
}

function optionsOf({ industries }: RegionDefinition): readonly OptionId[] {
  const wanted = new Set(industries.map(({ id }) => id));
  return OPTION_IDS.filter((id) => wanted.has(id));
}

/** The industry a pair is judged by: a renovation is judged as the stand it renews. */
function industryFor(
  library: IndustryTable,
  facts: UnitFacts,
  unit: number,
  option: OptionId,
): Industry | undefined {
  if (option !== "RN") return library.get(option);
  const stand = facts.stand[unit];
  return stand === "" ? undefined : library.get(stand);
}

function assessEffects(
  facts: UnitFacts,
  options: readonly OptionId[],
  industryOf: (unit: number, option: OptionId) => Industry | undefined,
  figures: Figures,
  cap: Float32Array,
  definition: RegionDefinition,
): readonly CriterionResult[] {
  const references = referencesOf(facts, figures);
  const indicators = new Map<string, IndicatorEntry[]>();
  for (const entry of definition.indicators)
    indicators.set(entry.id, [...(indicators.get(entry.id) ?? []), entry]);
  return EFFECT_CRITERIA.map((criterion) => {
    const { perOption, limiting } = criterion.spec;
    const raw = new Float32Array(facts.count * (perOption ? options.length : 1)).fill(Number.NaN);
    const membership = new Float32Array(facts.count * options.length).fill(Number.NaN);
    for (let unit = 0; unit < facts.count; unit++) {
      for (let k = 0; k < options.length; k++) {
        const index = unit * options.length + k;
        const option = options[k];
        const industry = cap[index] > 0 ? industryOf(unit, option) : undefined;
        if (!industry) continue;
        const pair: EffectPair = { unit, facts, option, industry, index, figures, references, indicators };
        const value = criterion.raw(pair);
        raw[perOption ? index : unit] = value;
        const member = criterion.membership(value, pair);
        membership[index] = limiting ? member : Math.max(MEMBERSHIP_FLOOR, member);
      }
    }
    return { spec: criterion.spec, raw, membership };
  });
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

/** Facts under the names inspector and report show them by. */
function listFacts(facts: UnitFacts): ReadonlyMap<string, Float32Array> {
  const listed: Readonly<Record<string, Float64Array>> = {
    elevationM: facts.elevationM,
    slopeDeg: facts.slopeDeg,
    slopeLength: facts.slopeLength,
    bedrockPct: facts.bedrockShare.map((share) => 100 * share),
    coverPct: facts.coverPct,
    soilDepthCm: facts.soilDepthCm,
    ph: facts.ph,
    grade: facts.grade,
    temperatureC: facts.temperatureC,
    heatSumCd: facts.heatSumCd,
    rainMm: facts.rainMm,
    travelMin: facts.travelMin,
    roadM: facts.roadM,
    plantM: facts.plantM,
    scenicM: facts.scenicM,
    waterReachM3: facts.waterReachM3,
    labourReachDays: facts.labourReachDays,
    degradation: facts.degradation,
  };
  return new Map(Object.entries(listed).map(([name, values]) => [name, Float32Array.from(values)]));
}

function notes(facts: UnitFacts, inferred: number, slivers: number): Issue[] {
  const issues: Issue[] = [];
  const count = (test: (unit: number) => boolean) =>
    facts.landUse.reduce((sum, _, unit) => sum + (test(unit) ? 1 : 0), 0);
  const where = { layer: "planning-units" };
  const units = count((unit) => facts.usable[unit] === 0 && LAND_USES[facts.landUse[unit]] !== "water");
  if (units > 0)
    issues.push(assessmentIssue("units-without-data", "warning", where, { units, of: facts.count }));
  const stand = { ...where, field: "stand" };
  if (inferred > 0) issues.push(assessmentIssue("stands-inferred", "note", stand, { units: inferred }));
  const unknown = count(
    (unit) => LAND_USES[facts.landUse[unit]] === "orchard-tea" && facts.stand[unit] === "",
  );
  if (unknown > 0) issues.push(assessmentIssue("stands-unknown", "note", stand, { units: unknown }));
  if (slivers > 0) issues.push(assessmentIssue("slivers-ignored", "note", where, { pairs: slivers }));
  return issues;
}
