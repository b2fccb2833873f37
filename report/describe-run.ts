import type { Layout } from "#solver/layout";
import type { Program } from "#solver/model";
import type { Bilingual, Label } from "#solver/region";
import { LAND_USES, OPTION_TITLES } from "#solver/region";
import { certifyLayout } from "./certify-layout.ts";
import { listColumns } from "./columns.ts";
import { type ReportNode, toDecimals, toTenDigits, writeNode } from "./figure.ts";
import type { ReportSource, ReportVersions } from "./report-source.ts";

/** Version of the report's own form; a reader refuses what it does not know. */
export const REPORT_FORMAT = 1;

/**
 * The `fenglin` member: everything about a run that is not about one parcel. In the order in which a check reads
 * it: what went in, what was asked, what came out, why it may be believed, what the words mean.
 */
export function describeRun(source: ReportSource, versions: ReportVersions): Record<string, ReportNode> {
  const { definition } = source.region;
  return {
    format: REPORT_FORMAT,
    region: {
      id: definition.id,
      name: describeText(definition.name),
      synthetic: definition.synthetic,
      crs: source.region.grid.crs,
      parcels: source.region.units.count,
    },
    note: definition.synthetic ? describeText(SYNTHETIC_NOTE) : null,
    inputs: describeInputs(source),
    alignment: source.region.alignment.map(({ layer, action, from, to, amount }) => ({
      layer,
      action,
      from,
      to,
      amount: toTenDigits(amount),
    })),
    parcelsWithoutData: listWithoutData(source),
    assessmentEdits: source.overrides ? describePlain(source.overrides) : null,
    problem: describePlain(source.problem),
    problemIsDefault: isDefaultProblem(source),
    ...describeOutcome(source),
    versions: { program: versions.program, engine: versions.engine },
    labels: describeLabels(source),
    legend: describeLegend(source),
  };
}

const SYNTHETIC_NOTE: Bilingual = {
  zh: "本区数据为合成数据，仅用于演示，不得用于实际规划。",
  en: "The data of this region are synthetic and serve demonstration; no real plan may rest on them.",
};

/** Ids of the parcels that are not scored because an essential layer covers less than half of each. */
function listWithoutData({ region, assessment: { gates, options } }: ReportSource): readonly string[] {
  const noData = gates.masks.findIndex(({ kind }) => kind === "no-data");
  return region.units.ids.filter((_, unit) => {
    const pair = unit * options.length;
    return gates.reasons.subarray(gates.offsets[pair], gates.offsets[pair + 1]).includes(noData);
  });
}

function describeInputs({ region }: ReportSource): ReportNode {
  return Object.fromEntries([...region.hashes].sort(([a], [b]) => compareText(a, b)));
}

/** True when the planner changed nothing of the region's own problem; payoff ranges count where the region stores them. */
function isDefaultProblem({ problem, region }: ReportSource): boolean {
  const own = region.definition.problem;
  const asked = own.payoff ? problem : { ...problem, payoff: undefined };
  return writeNode(describePlain(asked)) === writeNode(describePlain(own));
}

function describeOutcome(source: ReportSource): Record<string, ReportNode> {
  const { whole, evaluation, layout, solution } = source.result;
  const certificate = certifyLayout(source.program, layout, solution.rowDual);
  return {
    totals: evaluation.totals.map(({ id, title, unit, today, planned, change }) => ({
      id,
      title: describeText(title),
      unit,
      today: toTenDigits(today),
      planned: toTenDigits(planned),
      change: toTenDigits(change),
    })),
    industries: evaluation.industries.map(({ option, parcels, ...figures }) => ({
      option,
      parcels,
      ...mapValues(figures, toTenDigits),
    })),
    rules: evaluation.rules.map((rule) => ({
      id: rule.id,
      family: rule.family,
      title: describeText(rule.title),
      unit: rule.unit,
      lower: describeLimit(rule.lower),
      upper: describeLimit(rule.upper),
      activity: toTenDigits(rule.activity),
      met: rule.met,
      binding: rule.binding,
      law: rule.law,
    })),
    objective: {
      value: toDecimals(evaluation.objective.value, 12),
      parts: mapValues(evaluation.objective.parts, ({ raw, normalised, weight }) => ({
        raw: toTenDigits(raw),
        normalised: toDecimals(normalised, 12),
        weight,
      })),
    },
    engine: source.engine,
    termination: describeTermination(source),
    certificate: {
      state: certificate.state,
      primal: toDecimals(certificate.primal, 12),
      bound: toDecimals(certificate.bound, 12),
      gap: toDecimals(certificate.gap, 12),
      maxResidual: toDecimals(certificate.maxResidual, 12),
      // Written to the last bit: with shares and prices anyone can compute primal and bound anew.
      prices: Object.fromEntries(
        source.program.rows.map((row, k) => [row.id, source.result.solution.rowDual[k]]),
      ),
    },
    wholeParcels: whole.found
      ? describeWhole(source.program, whole.layout, solution.rowDual)
      : { found: false, reason: whole.reason },
  };
}

/** Value and proven gap of the whole-parcel layout, from its stated shares and the prices. */
function describeWhole(program: Program, layout: Layout, rowDual: Float64Array): ReportNode {
  const { primal, gap } = certifyLayout(program, layout, rowDual);
  return {
    found: true,
    objective: toDecimals(program.benefitConstant - primal, 12),
    gap: toDecimals(gap, 12),
  };
}

function describeLimit(limit: number | null): ReportNode {
  return limit === null ? null : toTenDigits(limit);
}

function describeTermination({ termination }: ReportSource): ReportNode {
  return termination.reason === "feasible"
    ? { reason: termination.reason, limit: termination.limit, gap: toDecimals(termination.gap, 12) }
    : { reason: termination.reason };
}

const LABEL_MEANINGS: Readonly<Record<Label, Bilingual>> = {
  S: { zh: "有出处", en: "from a named source" },
  K: { zh: "经验值，待核", en: "general knowledge, to be checked" },
  E: { zh: "估计值", en: "estimate of this project" },
  user: { zh: "用户输入", en: "entered by the user" },
};

/** What the labels mean, and on how many figures, layers, criteria and gates of this run each stands. */
function describeLabels({ region, assessment, overrides }: ReportSource): ReportNode {
  const counts: Record<Label, number> = { S: 0, K: 0, E: 0, user: 0 };
  countLabels({ ...region.definition, ...overrides }, counts);
  countLabels(
    assessment.criteria.map(({ spec }) => spec),
    counts,
  );
  countLabels(assessment.gates.masks, counts);
  return mapValues(LABEL_MEANINGS, (meaning, label) => ({ ...describeText(meaning), count: counts[label] }));
}

function countLabels(value: unknown, counts: Record<Label, number>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "label" && isLabel(member)) counts[member] += 1;
    else countLabels(member, counts);
  }
}

function isLabel(value: unknown): value is Label {
  return typeof value === "string" && Object.hasOwn(LABEL_MEANINGS, value);
}

/** The words of the parcels' properties: columns, industries, criteria, and gates with the article they rest on. */
function describeLegend({ assessment }: ReportSource): ReportNode {
  return {
    columns: Object.fromEntries(
      listColumns(assessment.options).map(({ id, title, unit }) => [id, { ...describeText(title), unit }]),
    ),
    industries: Object.fromEntries(
      assessment.options.map((option) => [option, describeText(OPTION_TITLES[option])]),
    ),
    landUses: [...LAND_USES],
    criteria: Object.fromEntries(
      assessment.criteria.map(({ spec }) => [
        spec.id,
        {
          ...describeText(spec.title),
          assessment: spec.assessment,
          unit: spec.unit,
          label: spec.label,
          source: spec.source,
        },
      ]),
    ),
    gates: Object.fromEntries(
      assessment.gates.masks.map((mask) => [
        mask.id,
        {
          ...describeText(mask.title),
          kind: mask.kind,
          basis: describeText(mask.basis),
          label: mask.label,
          source: mask.source,
        },
      ]),
    ),
  };
}

function describeText({ zh, en }: Bilingual): { zh: string; en: string } {
  return { zh, en };
}

/** Plain data as a node, keys in alphabetical order: the same problem is the same text however it was put together. */
export function describePlain(value: unknown): ReportNode {
  if (
    value === null ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
  ) {
    return value;
  }
  if (Array.isArray(value)) return value.map(describePlain);
  if (typeof value !== "object") throw new TypeError(`A report holds no ${typeof value}.`);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, member]) => [key, describePlain(member)]),
  );
}

function mapValues<Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  change: (value: Value, key: Key) => Result,
): Record<string, Result> {
  return Object.fromEntries((Object.keys(record) as Key[]).map((key) => [key, change(record[key], key)]));
}

/** By code unit, so that no locale changes the bytes. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
