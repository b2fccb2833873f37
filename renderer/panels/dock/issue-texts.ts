import type { Bilingual } from "#solver/region";

/** Sentences of findings in a problem, by code; findings in files and layers bring their own. */
export const PROBLEM_ISSUE_TEXTS: Readonly<Record<string, Bilingual>> = {
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
