import type { Language } from "./arguments.ts";
import { VERBS, type VerbSpec } from "./command-spec.ts";
import { writeTable } from "./write-table.ts";

/** Help about the command, or about one verb. */
export function writeHelp(lang: Language, about?: string): string {
  const verb = VERBS.find(({ name }) => name === about);
  return verb ? writeVerbHelp(verb, lang) : writeOverview(lang);
}

const WORDS = {
  en: {
    summary: "Fenglin decides which eco-industry goes on which parcel of karst land.",
    usage: "Usage",
    codes: "Exit codes",
    more: "fenglin help <verb> tells more about one verb.",
  },
  zh: {
    summary: "峰林：为喀斯特石漠化图斑选择生态产业。",
    usage: "用法",
    codes: "退出码",
    more: "fenglin help <动词> 显示一个动词的说明。",
  },
} as const;

const EXIT_MEANINGS = {
  en: [
    ["0", "done"],
    ["1", "internal error"],
    ["2", "the command line cannot be understood"],
    ["3", "an input file or value is wrong"],
    ["4", "the output cannot be written"],
    ["10", "no layout meets all rules"],
    [
      "11",
      "the result could not be verified, a report does not agree with its inputs, or judgements contradict each other",
    ],
    ["12", "a limit was reached before the optimum was proven"],
    ["130", "interrupted"],
  ],
  zh: [
    ["0", "完成"],
    ["1", "内部错误"],
    ["2", "命令行无法理解"],
    ["3", "输入文件或数值有误"],
    ["4", "无法写出结果"],
    ["10", "没有布局能满足全部规则"],
    ["11", "结果未通过复核、报告与其输入不符，或判断相互矛盾"],
    ["12", "在证明最优之前达到限制"],
    ["130", "被中断"],
  ],
} as const;

function writeOverview(lang: Language): string {
  const words = WORDS[lang];
  const verbs = VERBS.map((verb) => [`  ${writeUsage(verb)}`, verb.help[lang]]);
  const codes = EXIT_MEANINGS[lang].map(([code, meaning]) => [`  ${code}`, meaning]);
  return [
    words.summary,
    "",
    `${words.usage}:`,
    writeTable(verbs),
    "",
    `${words.codes}:`,
    writeTable(codes),
    "",
    words.more,
    "",
  ].join("\n");
}

function writeVerbHelp(verb: VerbSpec, lang: Language): string {
  const rows = verb.flags.map(({ name, value, help }) => [
    `  --${name}${value ? ` ${value}` : ""}`,
    help[lang],
  ]);
  const operand = verb.operand ? [[`  <${verb.operand.name}>`, verb.operand.help[lang]]] : [];
  return [
    `${WORDS[lang].usage}: fenglin ${writeUsage(verb)} [...]`,
    verb.help[lang],
    "",
    writeTable([...operand, ...rows]),
    "",
  ].join("\n");
}

function writeUsage({ name, operand, flags }: VerbSpec): string {
  const required = flags.filter((flag) => flag.required).map((flag) => `--${flag.name} ${flag.value}`);
  return [name, operand ? `<${operand.name}>` : "", ...required].filter(Boolean).join(" ");
}
