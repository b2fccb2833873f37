import type { Bilingual } from "#solver/region";

/** Sentences of findings by code; blanks are filled from the finding's context and place. */
export const ISSUE_TEXTS: Readonly<Record<string, Bilingual>> = {
  "file-missing": { en: "The file {file} could not be read: {reason}", zh: "无法读取文件 {file}：{reason}" },
  "file-empty": { en: "The file {file} is empty.", zh: "文件 {file} 为空。" },
  "not-json": { en: "region.json is not valid JSON: {reason}", zh: "region.json 不是有效的 JSON：{reason}" },
  "no-planning-units": { en: "There are no planning units.", zh: "没有规划单元。" },
  "units-overlap": { en: "Planning units overlap.", zh: "规划单元相互重叠。" },
  "unit-without-id": { en: "A planning unit has no id.", zh: "有规划单元没有编号。" },
  "units-without-data": {
    en: "{units} of {of} parcels lack an essential layer and stay as they are.",
    zh: "{of} 个图斑中有 {units} 个缺少必要图层，保持现状。",
  },
  "stands-inferred": {
    en: "The kind of {units} existing stands was inferred from their site.",
    zh: "{units} 个现有园地的种类按立地条件推断。",
  },
  "stands-unknown": {
    en: "The kind of {units} existing stands is unknown.",
    zh: "{units} 个现有园地的种类不明。",
  },
  "slivers-ignored": {
    en: "{pairs} touches of a zone too small to matter were ignored.",
    zh: "{pairs} 处与管控区的微小重叠已忽略。",
  },
  "raster-has-more-bands": {
    en: "Only the first of {bands} bands is used.",
    zh: "共 {bands} 个波段，仅用第一个。",
  },
  "infinite-values": {
    en: "{count} infinite values are taken as no data.",
    zh: "{count} 个无穷值按无数据处理。",
  },
  "raster-without-data": { en: "The raster holds no data.", zh: "栅格没有数据。" },
  "raster-covers-part": { en: "The raster covers only a part of the region.", zh: "栅格只覆盖部分区域。" },
  "class-unknown": {
    en: "{cells} cells hold classes without a name: {values}.",
    zh: "{cells} 个像元为未命名类别：{values}。",
  },
  "layer-outside-region": { en: "The layer lies outside the region.", zh: "图层位于区域之外。" },
  "areas-exceed-region": { en: "The minimum areas exceed the region.", zh: "最小面积之和超过区域面积。" },
  "payoff-missing": {
    en: "Ranges of the objectives were computed for this session; the region stores none.",
    zh: "区域未存目标区间，本次已临时计算。",
  },
  "payoff-outdated": {
    en: "The stored ranges of the objectives belong to other inputs.",
    zh: "所存目标区间与当前输入不符。",
  },
  "limit-not-a-number": { en: "{field} is not a number.", zh: "{field} 不是数字。" },
  "limit-negative": { en: "{field} is negative.", zh: "{field} 为负。" },
  "limit-too-large": { en: "{field} may be at most {max}.", zh: "{field} 不得超过 {max}。" },
  "weights-all-zero": {
    en: "At least one objective needs a positive weight.",
    zh: "至少一个目标的权重须为正。",
  },
  "limits-contradict": {
    en: "{option}: the minimum {min} is above the maximum {max}.",
    zh: "{option}：下限 {min} 高于上限 {max}。",
  },
  "option-not-considered": {
    en: "{option} is not considered in this region.",
    zh: "本区域不考虑 {option}。",
  },
  "minima-exceed-region": {
    en: "The minimum areas sum to {min} ha, the region has {max} ha.",
    zh: "最小面积之和 {min} 公顷超过区域面积 {max} 公顷。",
  },
  "leading-not-an-industry": {
    en: "{option} cannot lead: it is no land industry.",
    zh: "{option} 不是土地产业，不能作为主导产业。",
  },
};
