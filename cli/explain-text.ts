import { cleanText } from "#report";
import {
  type AppliedWeights,
  ASSESSMENT_SPECS,
  describeCurve,
  OVERLAY_SPECS,
  type PairExplanation,
  type RasterEvidence,
  VALUE_FORM_SPECS,
  WEIGHT_METHOD_SPECS,
} from "#solver/assessment";
import type { Language } from "./arguments.ts";
import { writeTable } from "./write-table.ts";

/** The chain of one pair as pages of a terminal: cells, facts, figures, criteria, scores, suitability, gates, parameters. */
export function writeExplanation(chain: PairExplanation, lang: Language): string {
  const words = WORDS[lang];
  const { parcel, suitability, gates } = chain;
  const limiting = chain.criteria.find(({ id }) => id === suitability.limiting)?.title[lang] ?? "-";
  const place = [`${figure(parcel.areaHa)} ha`, parcel.landUse, parcel.village?.[lang]].filter(Boolean);
  const head = [
    `${words.parcel} ${parcel.id} (${place.join(", ")}): ${chain.title[lang]} (${chain.option})`,
    ...(chain.judgedAs !== chain.option ? [`${words.judgedAs}: ${chain.judgedAs ?? words.unknown}`] : []),
    ...(parcel.lacking.length > 0 ? [`${words.lacking}: ${parcel.lacking.join(", ")}`] : []),
    `${words.suitability} ${figure(suitability.value)}, ${words.faoClass} ${suitability.faoClass ?? "-"}, ${words.limiting}: ${limiting}, ${words.largestShare} ${figure(gates.largestShare)}`,
  ];
  const sections: [title: string, body: string][] = [
    [words.layers, layersTable(chain, lang)],
    [words.facts, factsTable(chain, lang)],
    [words.figures, figuresTable(chain, lang)],
    [words.criteria, criteriaTable(chain, lang)],
    [words.assessments, assessmentsTable(chain, lang)],
    [words.suitability, suitabilityLines(chain, lang)],
    [words.gates, gatesTable(chain, lang)],
    [words.parameters, parametersTable(chain, lang)],
  ];
  const body = sections.map(([title, text], i) => `\n${i + 1}. ${title}\n${indent(text)}`);
  return [...head, ...body].join("\n");
}

function layersTable({ layers }: PairExplanation, lang: Language): string {
  const rows = layers.map((layer) => [
    layer.title[lang],
    layer.file,
    ...(layer.kind === "raster"
      ? [
          `${layer.validCells}/${layer.cells}`,
          figure(layer.weight, 5),
          `${figure(100 * layer.validShare, 4)} %`,
          rangeOf(layer, lang),
        ]
      : ["", "", "", `${layer.features} ${WORDS[lang].features}`]),
    layer.unit,
    layer.alignment,
    layer.label,
    layer.source,
  ]);
  return table(WORDS[lang].layerHead, rows);
}

/** `350.2 .. 512.9 .. 720` or the classes with their shares. */
function rangeOf({ min, mean, max, classes }: RasterEvidence, lang: Language): string {
  if (classes.length > 0)
    return classes.map(({ title, share }) => `${title[lang]} ${figure(100 * share, 3)} %`).join(", ");
  return [min, mean, max].map((value) => figure(value)).join(" .. ");
}

function factsTable({ facts }: PairExplanation, lang: Language): string {
  const rows = facts.map(({ id, title, unit, value, rule, layers, label, source }) => [
    id,
    title[lang],
    figure(value),
    unit,
    layers.join(", ") || WORDS[lang].station,
    rule[lang],
    label,
    source,
  ]);
  return table(WORDS[lang].factHead, rows, [2]);
}

function figuresTable({ figures }: PairExplanation, lang: Language): string {
  const rows = figures.map(({ id, title, unit, today, option }) => [
    id,
    title[lang],
    figure(today),
    figure(option),
    unit,
  ]);
  return table(WORDS[lang].figureHead, rows, [2, 3]);
}

function criteriaTable({ criteria }: PairExplanation, lang: Language): string {
  const words = WORDS[lang];
  const asked = criteria.flatMap((criterion) =>
    criterion.curve ? [{ ...criterion, curve: criterion.curve }] : [],
  );
  const rows = asked.map((criterion) => [
    `${criterion.assessment}/${criterion.id}`,
    criterion.title[lang],
    figure(criterion.raw),
    criterion.unit,
    figure(criterion.membership),
    figure(criterion.floor),
    figure(criterion.weight),
    describeCurve(criterion.curve.function),
    criterion.curve.label,
    criterion.curve.source,
    [...criterion.facts, ...criterion.figures].join(", "),
  ]);
  const forms = new Set(asked.map(({ curve }) => curve.function.form));
  const formulas = [...forms].map((form) => `${form}: ${VALUE_FORM_SPECS[form].formula}`);
  const others = criteria.filter(({ curve }) => curve === null).map(({ title }) => title[lang]);
  return [
    table(words.criterionHead, rows, [2, 4, 5, 6]),
    ...(others.length > 0 ? [`${words.notAsked}: ${others.join(", ")}`] : []),
    ...formulas,
  ].join("\n");
}

function assessmentsTable({ assessments, suitability }: PairExplanation, lang: Language): string {
  const words = WORDS[lang];
  const rows = assessments.map(({ id, title, score, weight, effectiveWeight, weighing, join }) => [
    id,
    title[lang],
    figure(score),
    figure(weight),
    figure(effectiveWeight),
    describeWeighing(weighing, lang),
    join === "fit" ? ASSESSMENT_SPECS[id].formula : OVERLAY_SPECS[suitability.overlay].formula,
  ]);
  return [
    table(words.assessmentHead, rows, [2, 3, 4]),
    `${words.weightsOfThese}: ${describeWeighing(suitability.weighing, lang)}`,
  ].join("\n");
}

/** `Mean of AHP and entropy (ahp 0.4 0.3 ..., entropy 0.2 ...; CR 0.012)`. */
function describeWeighing({ method, parts, consistency }: AppliedWeights, lang: Language): string {
  const details = [
    parts
      .map((part) => `${part.method} ${part.weights.map((weight) => figure(weight, 4)).join(" ")}`)
      .join(", "),
    consistency ? `CR ${figure(consistency.ratio, 3)}` : "",
  ].filter(Boolean);
  const title = WEIGHT_METHOD_SPECS[method].title[lang];
  return details.length > 0 ? `${title} (${details.join("; ")})` : title;
}

/** How the scores become the suitability, with every number in its place. */
function suitabilityLines(
  { assessments, suitability, gates, parcel }: PairExplanation,
  lang: Language,
): string {
  const words = WORDS[lang];
  const overlay = OVERLAY_SPECS[suitability.overlay];
  const known = assessments.filter(({ score }) => !Number.isNaN(score));
  const sign = suitability.overlay === "geometric" ? "^" : " x ";
  const terms = known.map(({ score, effectiveWeight }) =>
    overlay.weighted ? `${figure(score)}${sign}${figure(effectiveWeight)}` : figure(score),
  );
  const joint = suitability.overlay === "linear" ? " + " : suitability.overlay === "geometric" ? " x " : ", ";
  const lines = [`${overlay.title[lang]}: ${overlay.formula} (${overlay.source})`];
  if (parcel.lacking.length > 0) lines.push(words.notScored);
  else if (gates.largestShare === 0) lines.push(`${words.closed} = 0`);
  else lines.push(`${terms.join(joint)} = ${figure(suitability.value)}`);
  return lines.join("\n");
}

function gatesTable({ gates }: PairExplanation, lang: Language): string {
  const words = WORDS[lang];
  const rows = gates.reasons.map(({ id, title, effect, share, basis, label, source }) => [
    id,
    title[lang],
    words[effect],
    figure(share),
    basis[lang],
    label,
    source,
  ]);
  const opened = gates.opened.map(({ title, note }) => `${words.opened}: ${title[lang]} (${note[lang]})`);
  const reasons = rows.length > 0 ? [table(words.gateHead, rows, [3])] : [words.noGate];
  return [...reasons, ...opened].join("\n");
}

function parametersTable({ parameters, indicators }: PairExplanation, lang: Language): string {
  const rows = parameters.map(({ id, title, value, unit, label, source, range }) => [
    id,
    title[lang],
    typeof value === "number" ? figure(value) : value.map((corner) => figure(corner)).join(" "),
    unit,
    range ? range.map((end) => figure(end)).join(" - ") : "",
    label,
    source,
  ]);
  const scored = indicators.map(({ id, score, label, source }) => [
    id,
    WORDS[lang].indicator,
    figure(score),
    "1",
    "",
    label,
    source,
  ]);
  return table(WORDS[lang].parameterHead, [...rows, ...scored]);
}

/** Digits enough to compute the result anew from what is printed. */
function figure(value: number, digits = 9): string {
  return Number.isNaN(value) ? "-" : String(Number(value.toPrecision(digits)));
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  return writeTable([head, ...rows.map((row) => row.map(cleanText))], right);
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `   ${line}`.trimEnd())
    .join("\n");
}

const WORDS = {
  en: {
    parcel: "Parcel",
    judgedAs: "judged as the stand",
    unknown: "unknown",
    lacking: "NO DATA, not scored; less than half covered by",
    faoClass: "class",
    limiting: "limiting factor",
    largestShare: "largest share",
    layers: "Layers under the parcel",
    layerHead: [
      "layer",
      "file (band 1)",
      "cells valid/all",
      "area, cells",
      "valid",
      "min .. mean .. max",
      "unit",
      "alignment",
      "label",
      "source",
    ],
    features: "features",
    facts: "Facts of the parcel",
    factHead: ["fact", "", "value", "unit", "layers", "rule", "label", "source"],
    station: "climate station",
    figures: "Figures per hectare",
    figureHead: ["figure", "", "today", "industry", "unit"],
    criteria: "Criteria: raw value -> curve -> membership, not below the floor",
    criterionHead: [
      "id",
      "criterion",
      "raw",
      "unit",
      "membership",
      "floor",
      "weight",
      "curve",
      "label",
      "source",
      "from",
    ],
    notAsked: "not asked of this industry",
    assessments: "Assessments",
    assessmentHead: ["id", "", "score", "weight", "used", "weights of its criteria", "formula"],
    weightsOfThese: "weights of the four",
    suitability: "Suitability",
    notScored: "no data: not scored",
    closed: "closed by the gates below",
    gates: "Gates",
    gateHead: ["id", "", "effect", "share", "basis", "label", "source"],
    forbid: "forbids",
    condition: "condition, not opened",
    opened: "condition opened",
    noGate: "none",
    parameters: "Parameters of the industry",
    parameterHead: ["id", "", "value", "unit", "range", "label", "source"],
    indicator: "indicator of the region",
  },
  zh: {
    parcel: "图斑",
    judgedAs: "按现有种植评价",
    unknown: "未知",
    lacking: "无数据，不予评分；有效面积不足一半的图层",
    faoClass: "等级",
    limiting: "限制因子",
    largestShare: "最大可用比例",
    layers: "图斑内的图层",
    layerHead: [
      "图层",
      "文件（波段 1）",
      "有效/全部像元",
      "面积（像元）",
      "有效",
      "最小 .. 平均 .. 最大",
      "单位",
      "对齐",
      "标记",
      "来源",
    ],
    features: "个要素",
    facts: "图斑事实",
    factHead: ["编号", "", "数值", "单位", "图层", "规则", "标记", "来源"],
    station: "气象站",
    figures: "每公顷指标",
    figureHead: ["编号", "", "现状", "该产业", "单位"],
    criteria: "准则：原值 -> 曲线 -> 隶属度（不低于下限）",
    criterionHead: ["编号", "准则", "原值", "单位", "隶属度", "下限", "权重", "曲线", "标记", "来源", "来自"],
    notAsked: "对该产业不作要求",
    assessments: "四项评价",
    assessmentHead: ["编号", "", "得分", "权重", "实用", "准则权重方法", "公式"],
    weightsOfThese: "四项评价的权重",
    suitability: "适宜性",
    notScored: "无数据：不评分",
    closed: "被下列禁限关闭",
    gates: "禁限",
    gateHead: ["编号", "", "作用", "比例", "依据", "标记", "来源"],
    forbid: "禁止",
    condition: "有条件，未放开",
    opened: "已放开的条件",
    noGate: "无",
    parameters: "产业参数",
    parameterHead: ["编号", "", "数值", "单位", "范围", "标记", "来源"],
    indicator: "本区指标",
  },
} as const;
