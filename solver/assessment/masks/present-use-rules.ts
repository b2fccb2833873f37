import type { LandUse, OptionId } from "#solver/region";
import type { MaskSpec } from "../assessment.ts";

/** What a present land use may become; options in no list are closed. */
export interface PresentUseRule {
  readonly spec: MaskSpec;
  readonly landUse: LandUse;
  readonly allows: readonly OptionId[];
}

function rule(
  landUse: LandUse,
  zh: string,
  en: string,
  basis: MaskSpec["basis"],
  allows: readonly OptionId[],
): PresentUseRule {
  return {
    spec: {
      id: `present-${landUse}`,
      kind: "present-use",
      title: { zh: `现状为${zh}`, en: `Present use: ${en}` },
      basis,
      label: "E",
      source: "project rule on changes of land use",
    },
    landUse,
    allows,
  };
}

const FOREST_BASIS = {
  zh: "林地、灌木林地只用于修复、林下经济和轻设施旅游",
  en: "Forest and shrub serve restoration, under-forest use and light visitor facilities only",
};
const OPEN_LAND: readonly OptionId[] = [
  "RR",
  "ZP",
  "PT",
  "LQ",
  "WN",
  "GR",
  "TE",
  "HS",
  "FG",
  "AF",
  "RF",
  "ET",
];
const OPEN_BASIS = {
  zh: "由生长条件决定，不开垦为耕地",
  en: "What the growing envelope allows; no reclamation for crops",
};
const NO_PLANTING = { zh: "不作种植安排", en: "Not for planting" };

export const PRESENT_USE_RULES: readonly PresentUseRule[] = [
  rule(
    "paddy",
    "水田",
    "paddy",
    { zh: "水田只种粮油菜", en: "Paddy stays with grain, rape and vegetables" },
    ["GV"],
  ),
  rule(
    "dry",
    "旱地",
    "dry land",
    { zh: "可改种，须符合耕地规则", en: "May change within the cropland rules" },
    [...OPEN_LAND, "GV"],
  ),
  rule(
    "orchard-tea",
    "园地",
    "orchard or tea",
    { zh: "保持现状、低产改造或改为农林复合", en: "Stays, is renovated or becomes agroforestry" },
    ["RN", "AF"],
  ),
  rule("forest", "林地", "forest", FOREST_BASIS, ["RF", "UF", "ET"]),
  rule("shrub", "灌木林地", "shrub", FOREST_BASIS, ["RF", "UF", "ET"]),
  rule("grass", "草地", "grass", OPEN_BASIS, OPEN_LAND),
  rule("bare", "裸岩地", "bare rock", OPEN_BASIS, OPEN_LAND),
  rule("built", "建设用地", "built-up land", NO_PLANTING, ["ET"]),
  rule("water", "水域", "water", NO_PLANTING, []),
];
