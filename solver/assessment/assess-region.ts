import type { Issue } from "#gis";
import {
  type Climate,
  LAND_USES,
  OPTION_IDS,
  type OpenCondition,
  type OptionId,
  type Region,
  type RegionDefinition,
} from "#solver/region";
import type { Assessment, Figures } from "./assessment.ts";
import { applyCurves } from "./criteria/applied-curves.ts";
import { checkPolicyMoney } from "./criteria/check-policy-money.ts";
import { checkCriterionRanges } from "./criteria/check-ranges.ts";
import { SITE_CRITERIA } from "./criteria/index.ts";
import { checkErosivity } from "./facts/check-erosivity.ts";
import { collectFacts } from "./facts/collect-facts.ts";
import type { UnitWithoutData } from "./facts/essential-layers.ts";
import { listFacts } from "./facts/list-facts.ts";
import { listShortage } from "./facts/list-shortage.ts";
import { LayerReader } from "./facts/read-layers.ts";
import { inferStands } from "./facts/stands.ts";
import type { UnitFacts } from "./facts/unit-facts.ts";
import { computeFigures, type EconomicTerms } from "./figures/figures.ts";
import { TRANSPORT_CNY_PER_T_MIN, WAGE_CNY_PER_DAY } from "./figures/margin.ts";
import { describeServices, type Services } from "./figures/services.ts";
import { checkFigures } from "./industries/check-figures.ts";
import { type IndustryTable, libraryFor } from "./industries/industries.ts";
import type { Industry } from "./industries/industry.ts";
import { assessmentIssue } from "./issue-messages.ts";
import { buildGates } from "./masks/gate-table.ts";
import type { DesertificationMethod } from "./physics/desertification.ts";
import { CriterionChoices } from "./scores/criterion-choices.ts";
import { assessEffects } from "./scores/effect-memberships.ts";
import { type PairScores, scorePairs } from "./scores/score-pairs.ts";
import { SiteMemberships } from "./scores/site-memberships.ts";
import { Stage } from "./stage.ts";

/** What a caller may set aside from the region's file: a what-if without editing it. */
export interface AssessmentOverrides
  extends Partial<
    Pick<
      RegionDefinition,
      | "criteria"
      | "assessmentWeights"
      | "weighing"
      | "criteriaWeighing"
      | "overlay"
      | "indicators"
      | "industries"
    >
  > {
  readonly openConditions?: readonly OpenCondition[];
  readonly climate?: Climate;
  readonly desertificationMethod?: DesertificationMethod;
  readonly terms?: Partial<EconomicTerms>;
}

export interface AssessedRegion {
  readonly assessment: Assessment;
  /** Found in the layers and weights, never thrown. */
  readonly issues: Issue[];
  /** Names of the stages that were not kept from the call before. */
  readonly recomputed: readonly string[];
  /** The region's definition with the overrides in it. */
  readonly definition: RegionDefinition;
  /** The industry library as used, the region's own figures in it. */
  readonly industries: IndustryTable;
  /** Parcels that are not scored, water aside, with the essential layers that cover less than half of each. */
  readonly withoutData: readonly UnitWithoutData[];
}

export const DEFAULT_TERMS: EconomicTerms = {
  wageCnyPerDay: WAGE_CNY_PER_DAY,
  transportCnyPerTMin: TRANSPORT_CNY_PER_T_MIN,
  labourPaid: true,
  restorationGrant: true,
};

/** The four assessments of a region, once. Pure: same region, same numbers. See `createAssessor`. */
export function assessRegion(region: Region, overrides: AssessmentOverrides = {}): AssessedRegion {
  return createAssessor(region)(overrides);
}

/**
 * The four assessments of a region: criteria, gates, scores, suitability and the per-hectare figures of every pair.
 *
 * Layers become facts of each unit; facts and the industry library give memberships of the site, whose growth part decides
 * the yield; yields, costs and covers give the figures of today and of every option; figures give the memberships of
 * effect and money; gates close what law, envelope or present use forbid.
 *
 * @returns a function that assesses under overrides and keeps each stage, so that the next call recomputes only what its
 * overrides change: a weight only the scores, a price the figures and what follows, a curve of growth the yields too.
 */
export function createAssessor(region: Region): (overrides?: AssessmentOverrides) => AssessedRegion {
  const stages = {
    facts: new Stage<{ facts: UnitFacts; issues: readonly Issue[] }>("facts"),
    library: new Stage<IndustryTable>("library"),
    sites: new Stage<SiteMemberships>("sites"),
    stands: new Stage<{ facts: UnitFacts; inferred: number }>("stands"),
    gates: new Stage<ReturnType<typeof buildGates>>("gates"),
    figures: new Stage<{ figures: Figures; services: Services }>("figures"),
    effects: new Stage<ReturnType<typeof assessEffects>>("effects"),
    scores: new Stage<PairScores>("scores"),
  };

  return (overrides = {}) => {
    const recomputed: string[] = [];
    const definition = overrideDefinition(region.definition, overrides);
    const options = optionsOf(definition);
    const method = overrides.desertificationMethod ?? "layer";
    const choices = new CriterionChoices(definition.criteria);

    const { facts: stated, issues } = stages.facts.get(
      [JSON.stringify(definition.climate), method],
      () => {
        const reader = new LayerReader({ ...region, definition });
        return { facts: collectFacts(reader, method), issues: reader.issues };
      },
      recomputed,
    );
    const library = stages.library.get(
      [JSON.stringify(definition.industries)],
      () => libraryFor(definition),
      recomputed,
    );
    const siteCriteria = SITE_CRITERIA.map(({ spec, growth }) => ({
      curves: choices.curvesOf(spec.id),
      weight: growth ? choices.weightOf(spec.id) : 0,
    }));
    const sites = stages.sites.get(
      [stated, library, JSON.stringify(siteCriteria)],
      () =>
        new SiteMemberships(
          stated,
          library,
          SITE_CRITERIA.map(({ spec, curve }, c) =>
            applyCurves(spec, [...library.values()], curve, siteCriteria[c].curves),
          ),
          siteCriteria.map(({ weight }) => weight),
        ),
      recomputed,
    );
    const growthOf = (unit: number, industry: Industry) => sites.growthOf(unit, industry.id);
    const { facts, inferred } = stages.stands.get(
      [sites],
      () => {
        const stands = inferStands(stated, library, growthOf);
        return { facts: { ...stated, stand: stands.stand }, inferred: stands.inferred };
      },
      recomputed,
    );
    const industryOf = (unit: number, option: OptionId) => industryFor(library, facts, unit, option);
    const { openConditions } = definition;
    const { gates, slivers } = stages.gates.get(
      [facts, library, JSON.stringify([options, openConditions])],
      () => buildGates({ facts, options, industryOf, openConditions }),
      recomputed,
    );
    const terms = { ...DEFAULT_TERMS, ...overrides.terms };
    const { figures, services } = stages.figures.get(
      [sites, facts, gates, JSON.stringify([definition.soils, terms])],
      () => {
        const { soils } = definition;
        const { cap } = gates;
        const levels = computeFigures({ facts, options, library, soils, growthOf, cap, terms });
        return { figures: levels, services: describeServices(facts, library, soils, levels.present) };
      },
      recomputed,
    );
    const { indicators } = definition;
    const effectCurves = definition.criteria?.map(({ id, curves }) => [id, curves]);
    const effects = stages.effects.get(
      [figures, JSON.stringify([indicators, effectCurves])],
      () =>
        assessEffects({ facts, options, library, industryOf, figures, cap: gates.cap, indicators, choices }),
      recomputed,
    );
    const { criteria, assessmentWeights, weighing, criteriaWeighing, overlay } = definition;
    const { faults, ...scores } = stages.scores.get(
      [effects, JSON.stringify([criteria, assessmentWeights, weighing, criteriaWeighing, overlay])],
      () =>
        scorePairs([...sites.over(options, facts.stand), ...effects], gates, facts.usable, {
          criteria,
          assessmentWeights,
          weighing,
          criteriaWeighing,
          overlay,
        }),
      recomputed,
    );

    const assessment: Assessment = {
      unitCount: facts.count,
      areaHa: facts.areaHa,
      options,
      ...scores,
      gates,
      figures,
      facts: listFacts(facts, services),
      landUse: facts.landUse,
      stand: facts.stand,
      subBasin: facts.subBasin,
      village: facts.village,
      zoneShare: facts.zoneShare,
    };
    const withoutData = facts.withoutData.filter(({ unit }) => LAND_USES[facts.landUse[unit]] !== "water");
    return {
      assessment,
      issues: [
        ...issues,
        ...listShortage(facts, withoutData, region),
        ...checkFigures(definition),
        ...checkPolicyMoney(definition),
        ...checkErosivity(facts),
        ...checkCriterionRanges(scores.criteria),
        ...notes(facts, inferred, slivers),
        ...faults.map(describeFault(scores.weighing)),
      ],
      recomputed,
      definition,
      industries: library,
      withoutData,
    };
  };
}

function overrideDefinition(stated: RegionDefinition, overrides: AssessmentOverrides): RegionDefinition {
  const { desertificationMethod: _, terms: __, ...members } = overrides;
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return { ...stated, ...Object.fromEntries(given) };
}

function describeFault(weighing: Assessment["weighing"]) {
  return ({ field, fault }: PairScores["faults"][number]): Issue => {
    const applied =
      field === "weighing"
        ? weighing.assessments
        : Object.entries(weighing.criteria).find(([id]) => field === `criteriaWeighing.${id}`)?.[1];
    const worst = applied?.consistency?.worst;
    return assessmentIssue(
      fault,
      "warning",
      { file: "region.json", field },
      worst && {
        ratio: Number(applied.consistency?.ratio.toPrecision(3)),
        row: worst.row,
        column: worst.column,
        given: Number(worst.given.toPrecision(3)),
        fitting: Number(worst.fitting.toPrecision(3)),
      },
    );
  };
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

function notes(facts: UnitFacts, inferred: number, slivers: number): Issue[] {
  const issues: Issue[] = [];
  const count = (test: (unit: number) => boolean) =>
    facts.landUse.reduce((sum, _, unit) => sum + (test(unit) ? 1 : 0), 0);
  const where = { layer: "planning-units" };
  const stand = { ...where, field: "stand" };
  if (inferred > 0) issues.push(assessmentIssue("stands-inferred", "note", stand, { units: inferred }));
  const unknown = count(
    (unit) => LAND_USES[facts.landUse[unit]] === "orchard-tea" && facts.stand[unit] === "",
  );
  if (unknown > 0) issues.push(assessmentIssue("stands-unknown", "note", stand, { units: unknown }));
  if (slivers > 0) issues.push(assessmentIssue("slivers-ignored", "note", where, { pairs: slivers }));
  return issues;
}
