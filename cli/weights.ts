import { basename } from "node:path";
import { cleanText } from "#report";
import { describeConsistency, RANDOM_INDEX, WEIGHT_METHOD_SPECS, weighByAhp } from "#solver/assessment";
import { type ComparisonMatrix, readComparisonMatrix } from "#solver/region";
import type { Command, Language } from "./arguments.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { readRegularFile } from "./region-files.ts";
import { reportFindings } from "./report-findings.ts";
import type { Terminal } from "./terminal.ts";
import { writeTable } from "./write-table.ts";

/** Weights and consistency of a matrix of judgements in pairs; the exit code says whether it may be used. */
export async function weights(
  { matrix: path, json, lang }: Extract<Command, { verb: "weights" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { matrix, issues } = readComparisonMatrix(await readRegularFile(path, path), basename(path));
  const isRead = matrix !== undefined;
  const code = reportFindings(issues, { regionWord: path, json: json && !isRead, lang, terminal });
  if (!isRead) return code;
  const weighed = weigh(matrix);
  terminal.out(json ? `${JSON.stringify({ matrix: path, ...weighed, issues })}\n` : writeText(weighed, lang));
  return weighed.consistency.acceptable ? EXIT.done : EXIT.notVerified;
}

type Weighed = ReturnType<typeof weigh>;

function weigh(matrix: ComparisonMatrix) {
  const ahp = weighByAhp(matrix);
  const { names } = matrix;
  const { worst, ...consistency } = describeConsistency(ahp, names);
  return {
    method: WEIGHT_METHOD_SPECS.ahp,
    weights: names.map((name, i) => ({ name, weight: ahp.weights[i] })),
    consistency: {
      ...consistency,
      index: ahp.consistencyIndex,
      randomIndex: RANDOM_INDEX[names.length - 1],
      acceptedBelow: 0.1,
    },
    /** Null where two things or fewer, or judgements that agree throughout, leave none to revise. */
    worst: Math.abs(Math.log(worst.given / worst.fitting)) < 1e-6 ? null : worst,
  };
}

const WORDS = {
  en: {
    head: ["", "weight"],
    accepted: "Accepted: the judgements agree well enough (consistency ratio below 0.10).",
    rejected: "Rejected: the judgements contradict each other (consistency ratio 0.10 or more).",
    random: "random index",
    worst: "Farthest from the others",
    against: "against",
    fits: "the others say",
  },
  zh: {
    head: ["", "权重"],
    accepted: "通过：判断基本一致（一致性比率小于 0.10）。",
    rejected: "不通过：判断相互矛盾（一致性比率不小于 0.10）。",
    random: "随机一致性指标",
    worst: "偏离其余判断最大",
    against: "相对",
    fits: "其余判断显示为",
  },
} as const;

function writeText({ weights: list, consistency, worst, method }: Weighed, lang: Language): string {
  const words = WORDS[lang];
  const { lambda, index, randomIndex, ratio, acceptable } = consistency;
  const rows = list.map(({ name, weight }) => [cleanText(name), weight.toFixed(4)]);
  const named = worst && {
    pair: `${cleanText(worst.row)} ${words.against} ${cleanText(worst.column)}`,
    given: asJudgement(worst.given),
    fitting: asJudgement(worst.fitting),
  };
  return [
    `${method.title[lang]} (${method.source})`,
    writeTable([words.head, ...rows], [1]),
    "",
    `lambda ${lambda.toFixed(4)}   CI ${index.toFixed(4)}   RI ${randomIndex.toFixed(2)}   CR ${ratio.toFixed(4)}   (${words.random}, n = ${list.length})`,
    acceptable ? words.accepted : words.rejected,
    ...(named ? [`${words.worst}: ${named.pair} = ${named.given}; ${words.fits} ${named.fitting}.`] : []),
    "",
  ].join("\n");
}

/** A judgement as one would write it: below 1 as a fraction. */
function asJudgement(value: number): string {
  const shown = (number: number) => String(Number(number.toPrecision(3)));
  return value < 1 ? `1/${shown(1 / value)}` : shown(value);
}
