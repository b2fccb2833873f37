import type { Bilingual } from "#solver/region";
import { TERRAIN_LAYERS } from "./terrain-layers.ts";

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
    name: "solve-program",
    operand: {
      name: "program.mps",
      help: {
        zh: "自由格式 MPS 文件，由 solve --write-program 或其他软件写出",
        en: "a free-format MPS file, written by solve --write-program or by other software",
      },
    },
    flags: [
      {
        name: "engine",
        value: "ENGINE",
        choices: ENGINE_CHOICES,
        help: {
          zh: "求解引擎：auto、dual、highs 或 glpk；auto 对分配型规划用 dual，其余用 highs",
          en: "auto, dual, highs or glpk; auto takes dual for programs of assignment rows, highs for others",
        },
      },
      {
        name: "integral",
        help: {
          zh: "另求整数解：分配约束中的变量取整，并给出可证明的间隙",
          en: "also look for whole numbers in the assignment rows, with a proven gap",
        },
      },
      {
        name: "time-limit",
        value: "SECONDS",
        help: { zh: "求解时间上限，秒", en: "stop the solve after this many seconds" },
      },
      JSON_SWITCH,
      LANGUAGE,
    ],
    help: {
      zh: "重新求解写出的线性规划并复核",
      en: "solve a written program again and check the answer",
    },
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
    name: "terrain",
    operand: {
      name: "dem.tif",
      help: {
        zh: "高程模型（GeoTIFF，米制投影坐标系）",
        en: "an elevation model: GeoTIFF in a projected metric system",
      },
    },
    flags: [
      {
        name: "out",
        value: "DIR",
        required: true,
        help: { zh: "输出文件夹，每个图层一个 GeoTIFF", en: "folder for one GeoTIFF per layer" },
      },
      {
        name: "edges",
        help: {
          zh: "外推边缘，使边界与无数据旁的像元也有值（同 gdaldem -compute_edges）",
          en: "compute the border and cells beside no data too, as gdaldem -compute_edges does",
        },
      },
      {
        name: "only",
        value: "LAYERS",
        help: {
          zh: `只写这些图层，以逗号分隔：${TERRAIN_LAYERS.join("、")}`,
          en: `write only these, separated by commas: ${TERRAIN_LAYERS.join(", ")}`,
        },
      },
      {
        name: "z-factor",
        value: "NUMBER",
        help: { zh: "高程乘数，英尺为 0.3048", en: "multiplies heights; 0.3048 for feet" },
      },
      {
        name: "azimuth",
        value: "DEGREES",
        help: { zh: "光源方位，默认 315", en: "where light comes from; 315" },
      },
      {
        name: "altitude",
        value: "DEGREES",
        help: { zh: "光源高度角，默认 45", en: "height of the light; 45" },
      },
      {
        name: "window",
        value: "CELLS",
        help: { zh: "地形起伏度的窗口边长（奇数），默认 11", en: "side of the window of relief, odd; 11" },
      },
      {
        name: "longest-slope",
        value: "METRES",
        help: {
          zh: "坡长上限，默认 122：喀斯特径流不连续",
          en: "cap of the slope length; 122, because runoff on karst is discontinuous",
        },
      },
      {
        name: "sinkholes",
        value: "FILE",
        help: {
          zh: "已知落水洞（GeoJSON 点或面），水流在此终止",
          en: "known sinkholes (GeoJSON points or polygons), where flow ends",
        },
      },
      {
        name: "compress",
        value: "METHOD",
        choices: ["deflate", "none"],
        help: { zh: "deflate 或 none，默认 deflate", en: "deflate or none; deflate by default" },
      },
      JSON_SWITCH,
      LANGUAGE,
    ],
    help: {
      zh: "由高程模型求坡度、坡向、阴影、粗糙度、流向、汇流、TWI、LS 等",
      en: "slope, aspect, hillshade, ruggedness, flow, wetness and LS of an elevation model",
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
