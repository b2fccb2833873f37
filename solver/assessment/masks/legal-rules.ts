import type { OptionId } from "#solver/region";
import type { MaskSpec } from "../assessment.ts";

const PERENNIALS: readonly OptionId[] = ["RR", "ZP", "LQ", "WN", "GR", "TE", "HS"];
const ORCHARDS: readonly OptionId[] = [...PERENNIALS, "PT"];

/**
 * A rule on the part of a parcel that lies in a zone: what it forbids, and what it allows only on a condition. A condition
 * counts as forbidden until the region opens it with a note. Options in neither list are allowed.
 */
export interface ZoneRule {
  readonly spec: MaskSpec;
  /** Key of the area share it acts on. */
  readonly zone: string;
  readonly forbids: readonly OptionId[];
  readonly conditions: readonly OptionId[];
}

/** What a rule does to an option in its zone; a condition is closed until the region opens it with a note. */
export function legalEffect(rule: ZoneRule, option: OptionId): "forbid" | "condition" | "allow" {
  if (rule.forbids.includes(option)) return "forbid";
  return rule.conditions.includes(option) ? "condition" : "allow";
}

const UNCONFIRMED = "article recalled, to be confirmed before official use";

/**
 * The legal rules on land. Beekeeping and processing plants follow the same table but are no columns. The articles are
 * quoted from memory ([K]) unless labelled [S].
 */
export const LEGAL_RULES: readonly ZoneRule[] = [
  {
    spec: {
      id: "basic-farmland",
      kind: "law",
      title: { zh: "永久基本农田", en: "Permanent basic farmland" },
      basis: {
        zh: "永久基本农田不得转为林地、草地、园地（《土地管理法》；国办发〔2020〕44号，待核）",
        en: "May not become forest, grass or orchard (Land Administration Law; State Council Office 2020 No. 44, to be confirmed)",
      },
      label: "S",
      source: "China Daily 2025-09-05 on the red-line measures in force since 1 October 2025",
    },
    zone: "farmland",
    forbids: [...ORCHARDS, "AF", "UF", "RF", "ET", "RN"],
    conditions: ["FG"],
  },
  {
    spec: {
      id: "other-cropland",
      kind: "law",
      title: { zh: "一般耕地", en: "Other cultivated land" },
      basis: {
        zh: "耕地优先用于粮食和油、菜等农产品，转用须进出平衡（自然资发〔2021〕166号，待核）",
        en: "Food, oil and vegetables first; a change needs cropland in-out balance (2021 No. 166, to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "other-cropland",
    forbids: [],
    conditions: [...ORCHARDS, "FG", "AF", "RF", "ET"],
  },
  {
    spec: {
      id: "steep-slope",
      kind: "law",
      title: { zh: "25°以上陡坡地", en: "Slope over 25 degrees" },
      basis: {
        zh: "25°以上陡坡地禁止开垦种植农作物（经济林须采取水保措施）（《水土保持法》第二十条，待核）",
        en: "No reclamation for crops; perennials need soil measures (Soil and Water Conservation Law, Art. 20, to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "steep",
    forbids: ["GV"],
    conditions: [...ORCHARDS, "FG", "AF", "ET", "RN"],
  },
  {
    spec: {
      id: "redline",
      kind: "law",
      title: { zh: "生态保护红线", en: "Ecological redline" },
      basis: {
        zh: "核心保护区外仅允许有限的对生态功能不造成破坏的人为活动（自然资发〔2022〕142号，待核）",
        en: "Outside the core only limited, non-damaging activity (2022 No. 142, to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "redline",
    forbids: [...ORCHARDS, "AF", "GV"],
    conditions: ["FG", "UF", "ET", "RN"],
  },
  {
    spec: {
      id: "reserve-core",
      kind: "law",
      title: { zh: "保护地核心区", en: "Reserve or wetland core" },
      basis: {
        zh: "核心保护区禁止人为活动；国家湿地公园保育区仅限保护与恢复（待核）",
        en: "No human activity in the core; wetland parks allow conservation and restoration only (to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "core",
    forbids: [...ORCHARDS, "FG", "AF", "UF", "ET", "GV", "RN"],
    conditions: [],
  },
  {
    spec: {
      id: "wetland-park",
      kind: "law",
      title: { zh: "湿地公园", en: "Wetland park" },
      basis: {
        zh: "国家湿地公园内禁止开垦、种植和与保护无关的设施，仅限保护与恢复（《湿地保护法》，待核）",
        en: "No reclamation, planting or facilities but for conservation and restoration (Wetlands Protection Law, to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "wetland-park",
    forbids: [...ORCHARDS, "FG", "AF", "UF", "ET", "GV", "RN"],
    conditions: [],
  },
  {
    spec: {
      id: "water-zone-1",
      kind: "law",
      title: { zh: "饮用水水源一级保护区", en: "Drinking-water zone I" },
      basis: {
        zh: "一级保护区禁止与供水无关的建设、旅游、种植等活动（《水污染防治法》第六十五条，待核）",
        en: "No building, tourism or fertilised cropping (Water Pollution Prevention Law, Art. 65, to be confirmed)",
      },
      label: "S",
      source: "Guiyang Hongfeng and Baihua Lake swimming and fishing rules 2012",
    },
    zone: "zone-1",
    forbids: [...ORCHARDS, "FG", "AF", "UF", "ET", "GV", "RN"],
    conditions: [],
  },
  {
    spec: {
      id: "water-zone-2",
      kind: "law",
      title: { zh: "饮用水水源二级保护区", en: "Drinking-water zone II" },
      basis: {
        zh: "二级保护区禁止排放污染物的项目；种植须低投入、旅游须治污（《水污染防治法》第六十六条，待核）",
        en: "No polluting project; planting with low input, tourism with treated sewage (Art. 66, to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "zone-2",
    forbids: [],
    conditions: [...ORCHARDS, "FG", "AF", "UF", "ET", "GV", "RN"],
  },
  {
    spec: {
      id: "water-zone-quasi",
      kind: "law",
      title: { zh: "饮用水水源准保护区", en: "Drinking-water quasi-zone" },
      basis: {
        zh: "准保护区禁止严重污染水体的建设项目和破坏水源涵养林（《水污染防治法》第六十七条，待核）",
        en: "No seriously polluting plant, no felling of water-conservation forest (Art. 67, to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "zone-quasi",
    forbids: [],
    conditions: ["ET"],
  },
  {
    spec: {
      id: "protected-forest",
      kind: "law",
      title: { zh: "公益林与天然林", en: "Public-welfare and natural forest" },
      basis: {
        zh: "公益林、天然林内严格控制林下经营和旅游设施（《森林法》，待核）",
        en: "Under-forest use and visitor facilities are strictly controlled (Forest Law, to be confirmed)",
      },
      label: "K",
      source: UNCONFIRMED,
    },
    zone: "protected-forest",
    forbids: [...ORCHARDS, "FG", "AF", "GV", "RN"],
    conditions: ["UF", "ET"],
  },
  {
    spec: {
      id: "severe-land",
      kind: "envelope",
      title: { zh: "强度石漠化土地", en: "Severely desertified land" },
      basis: {
        zh: "以封育为主；花椒、山银花可植于石缝，土被须不低于20%",
        en: "Closure first; pepper and honeysuckle may stand in rock cracks where at least a fifth is soil",
      },
      label: "E",
      source: "use hints by grade after Xiong 2002",
    },
    zone: "severe",
    forbids: [],
    conditions: ["ZP", "HS"],
  },
];
