import { cleanText } from "#report";
import type { Certificate, Termination } from "#solver/engine";
import type { RuleResult } from "#solver/evaluation";
import { OPTION_TITLES } from "#solver/region";
import type { Language } from "./arguments.ts";
import type { RunSummary } from "./jobs.ts";
import { writeChange, writeFigure, writeTable } from "./write-table.ts";

const WORDS = {
  en: {
    synthetic: "synthetic data",
    parcels: "parcels",
    engine: "engine",
    gap: "gap",
    residual: "largest residual",
    verified: "Proven optimal",
    approximate: "Optimal to six digits",
    refused: "Not verified: the certificate was refused",
    within: "Within",
    infeasible: "No layout meets all rules",
    noSolution: "No layout was found in the time allowed",
    failed: "The engine failed",
    required: "required",
    attainable: "attainable",
    totals: ["Total", "Unit", "Today", "Planned", "Change"],
    industries: ["Industry", "New ha", "Stands ha", "Parcels"],
    binding: ["Rule at its limit", "Value", "Limit", "Unit"],
    split: "parcels are split between uses",
    whole: "Whole parcels: a layout within",
    noWhole: "Whole parcels: no layout was found",
    ofBound: "of the proven bound",
    objective: "Objective",
    files: "Files",
    nothing: "Nothing was written (name a folder with --out).",
  },
  zh: {
    synthetic: "合成数据",
    parcels: "个图斑",
    engine: "求解引擎",
    gap: "间隙",
    residual: "最大残差",
    verified: "模型内最优（已复核）",
    approximate: "六位有效数字内最优",
    refused: "未通过复核：凭证无效",
    within: "与最优相差不超过",
    infeasible: "没有布局能满足全部规则",
    noSolution: "在限定时间内未找到布局",
    failed: "求解引擎出错",
    required: "要求",
    attainable: "可达",
    totals: ["合计", "单位", "现状", "规划", "变化"],
    industries: ["产业", "新增公顷", "现有公顷", "图斑数"],
    binding: ["达到限值的规则", "数值", "限值", "单位"],
    split: "个图斑由多种用途分占",
    whole: "整块布局：与界的差距不超过",
    noWhole: "整块布局：未找到",
    ofBound: "",
    objective: "目标值",
    files: "文件",
    nothing: "未写文件（用 --out 指定文件夹）。",
  },
} as const;

/** A run for a reader: verdict, totals, industries, rules at their limit, whole parcels, files. */
export function summariseText(summary: RunSummary, files: readonly string[], lang: Language): string {
  const words = WORDS[lang];
  const { region } = summary;
  const heading = [
    region.name[lang],
    `${region.id}, ${writeFigure(region.parcels)} ${words.parcels}${region.synthetic ? `, ${words.synthetic}` : ""}`,
  ];
  const sections = [
    `${heading[0]}  (${heading[1]})\n${describeVerdict(summary, lang)}`,
    ...describeResult(summary, lang),
    files.length > 0 ? [words.files, ...files.map((file) => `  ${file}`)].join("\n") : words.nothing,
  ];
  return `${sections.map((section) => section.split("\n").map(cleanText).join("\n")).join("\n\n")}\n`;
}

function describeVerdict({ termination, result, engine, timings }: RunSummary, lang: Language): string {
  const words = WORDS[lang];
  const seconds = Object.values(timings).reduce((sum, value) => sum + value, 0);
  const how = `${words.engine} ${engine}, ${seconds.toFixed(1)} s`;
  if (!result) return `${describeEnd(termination, lang)}  (${how})`;
  const { certificate, evaluation } = result;
  const proof = `${words.gap} ${certificate.gap.toExponential(1)}, ${words.residual} ${certificate.maxResidual.toExponential(1)}`;
  return [
    `${describeCertificate(certificate, lang)}  (${proof}; ${how})`,
    `${words.objective} ${evaluation.objective.value.toFixed(6)}`,
  ].join("\n");
}

/** What a certificate allows to be said. */
export function describeCertificate({ state, gap, maxResidual }: Certificate, lang: Language): string {
  const words = WORDS[lang];
  if (state !== "refused") return words[state];
  const isFeasible = maxResidual <= 1e-6 && Number.isFinite(gap);
  return isFeasible ? `${words.within} ${(gap * 100).toPrecision(2)} %` : words.refused;
}

function describeEnd(termination: Termination, lang: Language): string {
  const words = WORDS[lang];
  switch (termination.reason) {
    case "infeasible":
      return [
        `${words.infeasible}:`,
        ...termination.rows.map(
          ({ id, attainable, required }) =>
            `  ${id}: ${words.required} ${writeRange(required)}, ${words.attainable} ${writeRange(attainable)}`,
        ),
      ].join("\n");
    case "failed":
      return `${words.failed}: ${termination.message}`;
    default:
      return words.noSolution;
  }
}

function writeRange([low, high]: readonly [number, number]): string {
  if (!Number.isFinite(low)) return `<= ${writeFigure(high)}`;
  return Number.isFinite(high) ? `${writeFigure(low)} - ${writeFigure(high)}` : `>= ${writeFigure(low)}`;
}

function describeResult({ result }: RunSummary, lang: Language): readonly string[] {
  if (!result) return [];
  const words = WORDS[lang];
  const { totals, industries, rules } = result.evaluation;
  const whole = result.whole.found
    ? `${words.whole} ${((result.whole.gap ?? 0) * 100).toPrecision(2)} % ${words.ofBound}`.trimEnd()
    : words.noWhole;
  return [
    writeTable(
      [
        words.totals,
        ...totals.map(({ title, unit, today, planned, change }) => [
          title[lang],
          unit === "1" ? "" : unit,
          writeFigure(today),
          writeFigure(planned),
          writeChange(change),
        ]),
      ],
      [2, 3, 4],
    ),
    writeTable(
      [
        words.industries,
        ...industries
          .filter(({ areaHa, standHa }) => areaHa > 0 || standHa > 0)
          .map(({ option, areaHa, standHa, parcels }) => [
            `${option} ${OPTION_TITLES[option][lang]}`,
            writeFigure(areaHa, 1),
            writeFigure(standHa, 1),
            writeFigure(parcels),
          ]),
      ],
      [1, 2, 3],
    ),
    writeTable(
      [
        words.binding,
        ...rules
          // An industry or a stream that gets nothing because nothing is allowed is no news.
          .filter(({ binding, activity, family }) => {
            return binding && !(activity === 0 && (family === "area" || family === "water"));
          })
          .map((rule) => [rule.title[lang], writeFigure(rule.activity), describeLimit(rule), rule.unit]),
      ],
      [1, 2],
    ),
    `${result.splitParcels} ${words.split}\n${whole}`,
  ];
}

/** The limit a binding rule rests on: the nearer one of two. */
function describeLimit({ lower, upper, activity }: RuleResult): string {
  const isAtUpper =
    lower === null || (upper !== null && Math.abs(upper - activity) <= Math.abs(activity - lower));
  return isAtUpper ? `<= ${writeFigure(upper ?? Number.NaN)}` : `>= ${writeFigure(lower)}`;
}
