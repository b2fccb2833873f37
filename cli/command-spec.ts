import type { Bilingual } from "#solver/region";

/** A flag of a verb: `value` names what follows it, absent for a switch. */
export interface FlagSpec {
  readonly name: string;
  readonly value?: string;
  readonly required?: boolean;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  readonly help: Bilingual;
}

/** Words of `--engine`; `auto` asks HiGHS with pricing first. */
export const ENGINE_CHOICES = ["auto", "dual", "highs", "glpk"] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

/** A verb of the command, written once: parsing and help both read it. */
export interface VerbSpec {
  readonly name: string;
  /** What the verb acts on; absent when it takes nothing. */
  readonly operand?: { readonly name: string; readonly help: Bilingual };
  readonly flags: readonly FlagSpec[];
  readonly help: Bilingual;
}

const REGION_OPERAND = {
  name: "region",
  help: {
    zh: "样区名称、区域文件夹或 region.json",
    en: "name of a sample region, a region's folder, or its region.json",
  },
} as const;

const LANGUAGE: FlagSpec = {
  name: "lang",
  value: "LANG",
  choices: ["en", "zh"],
  help: { zh: "输出语言：en 或 zh，默认 en", en: "language of the text: en or zh; en by default" },
};

const JSON_SWITCH: FlagSpec = {
  name: "json",
  help: { zh: "在标准输出上只写一个 JSON 对象", en: "one JSON object on standard output, nothing else" },
};

export const VERBS: readonly VerbSpec[] = [
  {
    name: "solve",
    operand: REGION_OPERAND,
    flags: [
      {
        name: "out",
        value: "DIR",
        help: { zh: "把 GeoJSON 报告写入此文件夹", en: "write the GeoJSON report into this folder" },
      },
      {
        name: "engine",
        value: "ENGINE",
        choices: ENGINE_CHOICES,
        help: {
          zh: "求解引擎：auto、dual、highs 或 glpk，默认 auto",
          en: "auto, dual, highs or glpk; auto by default",
        },
      },
      {
        name: "time-limit",
        value: "SECONDS",
        help: { zh: "求解时间上限，秒", en: "stop the solve after this many seconds" },
      },
      {
        name: "write-program",
        value: "FILE",
        help: { zh: "把线性规划写成 MPS 文件", en: "write the linear program as an MPS file" },
      },
      JSON_SWITCH,
      LANGUAGE,
    ],
    help: { zh: "评价、优化并复核一个区域", en: "assess a region, optimise its layout and check the result" },
  },
  {
    name: "assess",
    operand: REGION_OPERAND,
    flags: [
      {
        name: "out",
        value: "DIR",
        help: {
          zh: "输出文件夹：准则、隶属度、得分、限制因子与禁限栅格（GeoTIFF），图斑表（CSV）",
          en: "folder for rasters of criteria, memberships, scores, limiting factors and gates (GeoTIFF) and parcels (CSV)",
        },
      },
      {
        name: "explain",
        value: "PARCEL[,INDUSTRY]",
        help: {
          zh: "列出一个图斑从像元到适宜性的全过程；不写产业时取最适宜者",
          en: "print the whole chain of a parcel from raw cells to suitability; of its best industry unless one is named",
        },
      },
      JSON_SWITCH,
      LANGUAGE,
    ],
    help: {
      zh: "只做适宜性评价（须有 --out 或 --explain）",
      en: "assess a region only; needs --out or --explain",
    },
  },
  {
    name: "weights",
    operand: {
      name: "matrix.csv",
      help: {
        zh: "成对比较判断矩阵：首行首列为名称，判断值为小数或分数（1/3）",
        en: "judgements in pairs: names in the first row and column, decimals or fractions (1/3)",
      },
    },
    flags: [JSON_SWITCH, LANGUAGE],
    help: {
      zh: "由判断矩阵求层次分析权重与一致性；不一致时退出码为 11",
      en: "AHP weights and consistency of a matrix; exit code 11 when the judgements contradict each other",
    },
  },
  {
    name: "verify",
    operand: {
      name: "report.geojson",
      help: { zh: "由 solve 或窗口导出的报告", en: "a report written by solve or exported from the window" },
    },
    flags: [
      {
        name: "region",
        value: "PATH",
        help: {
          zh: "报告所依据的区域，默认为报告中写明的样区",
          en: "the region it was made from; the sample region it names by default",
        },
      },
      JSON_SWITCH,
      LANGUAGE,
    ],
    help: {
      zh: "不用求解器，重新计算报告中的每条规则和合计",
      en: "compute every rule and total of a report anew, without the solver",
    },
  },
  {
    name: "regions",
    flags: [JSON_SWITCH, LANGUAGE],
    help: { zh: "列出样区", en: "list the sample regions" },
  },
];
