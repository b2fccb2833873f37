import { composeSentence, type Issue, type IssueMessages } from "#gis";

/** What an assessment can find in the layers of a region. */
export const ASSESSMENT_MESSAGES = {
  "assessed-layer-missing": {
    en: "there is no such layer: {consequence}. Add it to the region to take it into account.",
    zh: "没有该图层：{consequence}。如需纳入，请添加到研究区。",
  },
  "layer-without-data": {
    en: "the layer holds no data: {consequence}. Check its extent and its no-data value.",
    zh: "图层没有有效值：{consequence}。请检查其范围与无数据值。",
  },
  "units-without-data": {
    en: "{units} of {of} parcels have no data and are not scored, because the layer covers less than half of each: {parcels}. Complete the layer.",
    zh: "{of} 个图斑中有 {units} 个因该图层有效面积不足一半而无数据，不予评分：{parcels}。请补全图层。",
  },
  "layer-short-on-parcels": {
    en: "on {units} of {of} parcels the layer covers less than half, so {consequence} there: {parcels}. Complete the layer.",
    zh: "{of} 个图斑中有 {units} 个的该图层有效面积不足一半，{consequenceZh}：{parcels}。请补全图层。",
  },
  "units-outside-groups": {
    en: "{units} of {of} parcels lie in none of the layer's areas, so no limit of its areas holds there. Check whether the layer is shifted, or extend it.",
    zh: "{of} 个图斑中有 {units} 个不在该图层的任何分区内，分区限值对其不起作用。请检查图层是否偏移，或扩大其范围。",
  },
  "criterion-out-of-range": {
    en: "the criterion runs from {least} to {most}, expected {low} to {high} {unit}, on {pairs} parcels or pairs. Check the layers and figures it is formed from.",
    zh: "该准则取值为 {least} 至 {most}，应在 {low} 至 {high} {unit} 之间，涉及 {pairs} 处。请检查其所依据的图层与参数。",
  },
  "figure-unknown": {
    en: "the industry {id} has no figure {name}, so it is left out. Did you mean {nearest}?",
    zh: "产业 {id} 没有名为 {name} 的参数，未予采用。是否应为 {nearest}？",
  },
  "figure-in-other-unit": {
    en: "the figure {name} of {id} is given in {unit}, expected {expected}. The library's figure is used; convert yours and state the unit.",
    zh: "产业 {id} 的参数 {name} 单位为 {unit}，应为 {expected}，故采用内置值。请换算后注明单位。",
  },
  "policy-money-twice": {
    en: "the policy score of {option} rests on money ({source}), which the margin counts already. Score only what is not money: priority, insurance, land transfer.",
    zh: "{option} 的政策评分依据资金（{source}），而资金已计入净收益。请只对非资金因素评分：优先产业、保险、土地流转等。",
  },
  "travel-time-computed": {
    en: "there is no such layer, so the minutes to the nearest market (without a layer of markets: village seat) follow from slope, roads and water, on foot off the road and at the speed of its class along it. Add the layer to use measured times.",
    zh: "没有该图层，到最近集镇（无集镇图层时为村委会驻地）的时间由坡度、道路、水域推算：无路处按步行，沿路按道路等级车速。如有实测时间，请添加该图层。",
  },
  "erosivity-unusual": {
    en: "rain erosivity runs from {least} to {most} MJ mm/(ha h a), expected {low} to {high}; {units} parcels lie outside. Check the unit of the rain and its months.",
    zh: "降雨侵蚀力为 {least} 至 {most} MJ·mm/(ha·h·a)，一般在 {low} 至 {high} 之间，{units} 个图斑超出。请检查降水单位与月份分配。",
  },
  "stands-inferred": {
    en: "on {units} orchard parcels the stand is not stated; the perennial that grows best there is assumed. State it as the property stand.",
    zh: "{units} 个园地图斑未注明现有产业，按当地最适宜的多年生作物推定。请在属性 stand 中注明。",
  },
  "stands-unknown": {
    en: "on {units} orchard parcels the stand is neither stated nor can one be inferred; average figures are used. State it as the property stand.",
    zh: "{units} 个园地图斑的现有产业未注明也无法推定，采用平均值。请在属性 stand 中注明。",
  },
  "judgements-inconsistent": {
    en: "the judgements in pairs contradict each other (consistency ratio {ratio}, accepted below 0.10), so the stated weights are used. The worst: {row} against {column} is {given}, the others say {fitting}. Revise it.",
    zh: "成对判断相互矛盾（一致性比率 {ratio}，须小于 0.10），故采用给定权重。偏差最大：{row} 相对 {column} 为 {given}，其余判断显示为 {fitting}。请修正。",
  },
  "too-few-parcels-to-weigh": {
    en: "fewer than three open pairs of parcel and industry tell no spread, so the stated weights are used. Open more land or state the weights.",
    zh: "可用的“图斑—产业”组合少于三个，无法由数据离散度求权重，故采用给定权重。请放宽限制或直接给定权重。",
  },
  "game-theory-unsound": {
    en: "the game-theory combination gives a negative coefficient, which would reverse a preference; the plain average is used. Choose another method to be rid of this note.",
    zh: "博弈论组合出现负系数，会颠倒偏好，故改用简单平均。可选择其他赋权方法。",
  },
  "slivers-ignored": {
    en: "{pairs} times a rule touches half a percent of a parcel or less; that is taken as digitising and ignored.",
    zh: "有 {pairs} 处规则仅涉及图斑面积的千分之五以下，视为数字化误差，未予计入。",
  },
} as const satisfies IssueMessages;

export type AssessmentIssueCode = keyof typeof ASSESSMENT_MESSAGES;

/** The sentence of an issue of an assessment, the same in window, CLI and report. */
export function formatAssessmentIssue(issue: Issue, locale: "en" | "zh"): string {
  return composeSentence(issue, locale, ASSESSMENT_MESSAGES);
}

/** An issue of this folder, so that no code is used that has no sentence. */
export function assessmentIssue(
  code: AssessmentIssueCode,
  severity: Issue["severity"],
  where: Issue["where"],
  context: Issue["context"] = {},
): Issue {
  return { code, severity, where, context };
}
