import type { Bilingual, OptionId } from "./definition.ts";

/** What each option is called on screen, in rows and in reports. */
export const OPTION_TITLES: Readonly<Record<OptionId, Bilingual>> = {
  RR: { zh: "刺梨", en: "Rosa roxburghii" },
  ZP: { zh: "花椒（顶坛）", en: "Dingtan pepper" },
  PT: { zh: "火龙果", en: "Pitaya" },
  LQ: { zh: "枇杷", en: "Loquat" },
  WN: { zh: "核桃", en: "Walnut" },
  GR: { zh: "棚架葡萄", en: "Trellis grape" },
  TE: { zh: "茶", en: "Tea" },
  HS: { zh: "山银花", en: "Honeysuckle" },
  FG: { zh: "草食畜牧业", en: "Forage and cattle" },
  AF: { zh: "农林复合", en: "Agroforestry" },
  UF: { zh: "林下经济", en: "Understorey economy" },
  RF: { zh: "生态修复林（封育/造林）", en: "Restoration forest" },
  ET: { zh: "生态旅游", en: "Ecotourism" },
  GV: { zh: "生态粮油", en: "Eco grain and vegetables" },
  RN: { zh: "低产改造", en: "Stand renovation" },
};
