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
        required: true,
        help: {
          zh: "输出文件夹：指标栅格（GeoTIFF）与图斑得分（CSV）",
          en: "folder for criterion rasters (GeoTIFF) and parcel scores (CSV)",
        },
      },
      JSON_SWITCH,
      LANGUAGE,
    ],
    help: { zh: "只做适宜性评价", en: "assess a region only" },
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
