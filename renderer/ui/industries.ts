import type { Bilingual, OptionId } from "#solver/region";

/** How an industry looks and is called, everywhere: map, legend, table, chart, report. */
export interface IndustryLook {
  readonly name: Bilingual;
  readonly colour: string;
  /** Colour of the two-letter code on `colour`, at least 4.6:1. */
  readonly ink: "#14191B" | "#FFFFFF";
}

const DARK = "#14191B";
const WHITE = "#FFFFFF";

/** In the order of legends: pairs that are close to a colour-blind reader never stand side by side. */
export const INDUSTRIES: Readonly<Record<OptionId, IndustryLook>> = {
  RR: { name: { zh: "刺梨", en: "Rosa roxburghii" }, colour: "#D96619", ink: DARK },
  ZP: { name: { zh: "花椒（顶坛）", en: "Green pepper" }, colour: "#22B273", ink: DARK },
  PT: { name: { zh: "火龙果", en: "Pitaya" }, colour: "#B53B70", ink: WHITE },
  LQ: { name: { zh: "枇杷", en: "Loquat" }, colour: "#FDD338", ink: DARK },
  WN: { name: { zh: "核桃", en: "Walnut" }, colour: "#6F5440", ink: WHITE },
  GR: { name: { zh: "棚架葡萄、猕猴桃", en: "Trellis fruit" }, colour: "#6E45B0", ink: WHITE },
  TE: { name: { zh: "茶", en: "Tea" }, colour: "#057978", ink: WHITE },
  HS: { name: { zh: "山银花", en: "Honeysuckle" }, colour: "#FFEDBA", ink: DARK },
  FG: { name: { zh: "草食畜牧业", en: "Forage and cattle" }, colour: "#AFCE79", ink: DARK },
  AF: { name: { zh: "农林复合", en: "Agroforestry" }, colour: "#74784E", ink: WHITE },
  UF: { name: { zh: "林下经济", en: "Under-forest" }, colour: "#A77EA0", ink: DARK },
  RF: { name: { zh: "生态修复林（封育/造林）", en: "Restoration forest" }, colour: "#1C443C", ink: WHITE },
  ET: { name: { zh: "生态旅游", en: "Ecotourism" }, colour: "#588CDA", ink: DARK },
  GV: { name: { zh: "生态粮油", en: "Eco grain and oil" }, colour: "#88F0E8", ink: DARK },
  RN: { name: { zh: "低产改造", en: "Stand renovation" }, colour: "#201888", ink: WHITE },
};

/** Looks of what is drawn on the map without being a land industry of the program. */
export const OTHER_COLOURS = { BE: "#E79902", PR: "#A02507", MZ: "#A5A09C" } as const;
