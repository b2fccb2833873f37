import { type Issue, isUsable } from "#gis";
import { readOverrides } from "#solver";
import { type Assessment, type AssessmentOverrides, assessRegion } from "#solver/assessment";
import { ENGINE_IDS, type EngineId, type Termination } from "#solver/engine";
import { evaluateLayout } from "#solver/evaluation";
import type { WholeLayout } from "#solver/layout";
import { compileProgram, type Program } from "#solver/model";
import {
  type ProblemDefinition,
  type Region,
  type RegionFiles,
  readProblem,
  readRegion,
} from "#solver/region";
import { certifyLayout } from "./certify-layout.ts";
import { cleanText } from "./clean-text.ts";
import { compareNodes, type Difference, isRecord } from "./compare-nodes.ts";
import { describeReport, hasOwnChecksum, type ReportParts } from "./geojson-report.ts";
import { type ParsedReport, parseReport, type ReportRefusal } from "./parse-report.ts";
import { rebuildLayout, rebuildWholeLayout } from "./rebuild-layout.ts";
import type { ReportSource } from "./report-source.ts";

/** What a check of a report found. */
export interface Verification {
  /** True when everything recomputed agrees with what is stated. */
  readonly ok: boolean;
  /** Present when the text is no report of ours, or the region cannot be read; then nothing was compared. */
  readonly refusal?: ReportRefusal;
  readonly issues: readonly Issue[];
  /** All differences, in the order in which they were found: inputs first, parcels last. */
  readonly differences: readonly Difference[];
  /** How much was recomputed. */
  readonly checked: {
    readonly inputs: number;
    readonly parcels: number;
    readonly rules: number;
    readonly totals: number;
  };
}

/**
 * Reads a report and its region again and recomputes, without the solver, everything the report states: input hashes,
 * areas and borders, the assessment under the edits it states, scores, gates, money, every rule and total, the objective, and from shares and prices the
 * certificate. Never throws for anything a report or a region may hold.
 *
 * @param text the report; nothing in it is trusted.
 * @param files the region it claims to be made from.
 */
export async function verifyReport(text: string, files: RegionFiles): Promise<Verification> {
  const parsed = parseReport(text);
  if ("refusal" in parsed) return refuse(parsed.refusal);
  const { region, issues } = await readRegion(files);
  if (!region) return { ...NOTHING_CHECKED, issues };
  const { overrides, issues: editIssues } = readOverrides(parsed.run.assessmentEdits, region.definition);
  if (!overrides) return { ...NOTHING_CHECKED, issues: [...issues, ...editIssues] };
  const { assessment, issues: findings } = assessRegion(region, overrides);
  const found = [...issues, ...findings];
  if (!isUsable(found)) return { ...NOTHING_CHECKED, issues: found };
  const verification = checkReport(text, region, assessment, overrides);
  return { ...verification, issues: [...found, ...verification.issues] };
}

/** The check of `verifyReport` against a region already read and assessed, under the overrides given. */
export function checkReport(
  text: string,
  region: Region,
  assessment: Assessment,
  overrides: AssessmentOverrides = {},
): Verification {
  const parsed = parseReport(text);
  if ("refusal" in parsed) return refuse(parsed.refusal);
  const { problem, issues: problemIssues } = readProblem(parsed.run.problem, region.definition);
  if (!problem) return { ...NOTHING_CHECKED, issues: problemIssues };
  const { program, issues } = compileProgram(problem, assessment);
  if (!program) return { ...NOTHING_CHECKED, issues };
  const { source, differences } = recompute(parsed, { region, assessment, overrides, problem, program });
  const recomputed = describeReport(source, statedVersions(parsed));
  const all = [...compareReport(parsed, recomputed), ...differences];
  if (!hasOwnChecksum(text)) all.push(CHANGED_TEXT);
  return {
    ok: all.length === 0,
    issues,
    differences: all,
    checked: {
      inputs: region.hashes.size,
      parcels: region.units.count,
      rules: source.result.evaluation.rules.length,
      totals: source.result.evaluation.totals.length,
    },
  };
}

const NOTHING_CHECKED: Verification = {
  ok: false,
  issues: [],
  differences: [],
  checked: { inputs: 0, parcels: 0, rules: 0, totals: 0 },
};

const CHANGED_TEXT: Difference = {
  path: "fenglin/checksum",
  kind: "text",
  stated: "another text",
  recomputed: "the text was changed after it was written",
};

function refuse(refusal: ReportRefusal): Verification {
  return { ...NOTHING_CHECKED, refusal };
}

interface Basis {
  readonly region: Region;
  readonly assessment: Assessment;
  readonly overrides: AssessmentOverrides;
  readonly problem: ProblemDefinition;
  readonly program: Program;
}

/** The run a report states, put together from its shares and prices alone, and the rules it breaks. */
function recompute(
  parsed: ParsedReport,
  { region, assessment, overrides, problem, program }: Basis,
): { readonly source: ReportSource; readonly differences: readonly Difference[] } {
  const ids = region.units.ids.map(cleanText);
  const { layout, differences } = rebuildLayout(parsed.features, ids, program);
  const rowDual = statedPrices(parsed, program);
  const evaluation = evaluateLayout(layout, { assessment, problem });
  const { whole, differences: wholeDifferences } = recomputeWhole(parsed, { ids, program, rowDual });
  const brokenRules = evaluation.rules
    .filter(({ met }) => !met)
    .map(({ id, activity }): Difference => {
      return {
        path: `fenglin/rules/${id}`,
        kind: "rule",
        stated: String(activity),
        recomputed: "this rule is not met",
      };
    });
  return {
    source: {
      region,
      assessment,
      ...(Object.keys(overrides).length > 0 && { overrides }),
      problem,
      program,
      engine: statedEngine(parsed),
      termination: statedTermination(parsed),
      result: { layout, whole, evaluation, solution: { rowDual } },
    },
    differences: [...differences, ...brokenRules, ...wholeDifferences],
  };
}

/** Prices by the id of their rule; what is missing or no number counts as no price, which can only weaken the bound. */
function statedPrices(parsed: ParsedReport, program: Program): Float64Array {
  const prices = isRecord(parsed.run.certificate) ? parsed.run.certificate.prices : undefined;
  return Float64Array.from(program.rows, ({ id }) => {
    const price = isRecord(prices) && Object.hasOwn(prices, id) ? prices[id] : 0;
    return typeof price === "number" ? price : 0;
  });
}

interface WholeBasis {
  readonly ids: readonly string[];
  readonly program: Program;
  readonly rowDual: Float64Array;
}

/** The whole-parcel layout with its value and gap computed anew, or the statement that none was found. */
function recomputeWhole(
  parsed: ParsedReport,
  { ids, program, rowDual }: WholeBasis,
): { readonly whole: WholeLayout; readonly differences: readonly Difference[] } {
  const stated = parsed.run.wholeParcels;
  const layout = rebuildWholeLayout(parsed.features, ids, program);
  if (!isRecord(stated) || stated.found !== true || !layout) {
    const reason =
      WHOLE_REASONS.find((word) => isRecord(stated) && stated.reason === word) ?? WHOLE_REASONS[0];
    return { whole: { found: false, reason }, differences: [] };
  }
  const { primal, gap, maxResidual, worstRow } = certifyLayout(program, layout, rowDual);
  const breach: Difference = {
    path: "fenglin/wholeParcels",
    kind: "rule",
    stated: "a layout that meets every rule",
    recomputed: `${worstRow} is missed by ${maxResidual}`,
  };
  return {
    whole: { found: true, layout, objective: program.benefitConstant - primal, gap },
    differences: maxResidual <= 1e-6 ? [] : [breach],
  };
}

const WHOLE_REASONS = ["time", "repair-failed", "cancel"] as const;

/** Who solved it is a claim, not a computed fact: any engine of ours is believed. */
function statedEngine({ run }: ParsedReport): EngineId {
  return ENGINE_IDS.find((id) => id === run.engine) ?? ENGINE_IDS[0];
}

/** How the solve ended is a claim as well; that the layout is optimal is not, the certificate shows it. */
function statedTermination({ run }: ParsedReport): Termination {
  const stated = run.termination;
  if (!isRecord(stated) || stated.reason !== "feasible" || typeof stated.gap !== "number")
    return { reason: "optimal" };
  return { reason: "feasible", limit: stated.limit === "cancel" ? "cancel" : "time", gap: stated.gap };
}

function statedVersions({ run }: ParsedReport): { readonly program: string; readonly engine: string } {
  const { program, engine } = isRecord(run.versions) ? run.versions : {};
  return {
    program: typeof program === "string" ? program : "",
    engine: typeof engine === "string" ? engine : "",
  };
}

/** Differences in the order of interest: what went in, what came out, then parcel by parcel. */
function compareReport(parsed: ParsedReport, recomputed: ReportParts): readonly Difference[] {
  const { inputs, ...others } = recomputed.run;
  const { inputs: statedInputs, checksum: _checksum, ...statedOthers } = parsed.run;
  const byId = new Map(parsed.features.map((feature) => [feature.id, feature]));
  return [
    ...compareNodes(statedInputs, inputs, "fenglin/inputs"),
    ...compareNodes(statedOthers, others, "fenglin"),
    ...compareNodes(parsed.bounds, recomputed.bounds, "bbox"),
    ...recomputed.parcels.flatMap(({ id, properties, geometry }) => {
      const stated = byId.get(id);
      if (!stated) return [];
      return [
        ...compareNodes(stated.properties, properties, `features/${id}`),
        ...compareNodes(stated.geometry, geometry, `features/${id}/geometry`),
      ];
    }),
  ];
}
