import type { IssueMessages } from "#gis";

/** What can be wrong with a problem and its payoff ranges, for those codes that no earlier folder has a sentence for. */
export const PROBLEM_MESSAGES = {
  "payoff-missing": {
    en: "the region stores no payoff ranges; they were computed for this run. Store them: npm run payoff.",
    zh: "区域未存目标值区间，本次已临时计算。可用 npm run payoff 存入。",
  },
  "payoff-outdated": {
    en: "the stored payoff ranges belong to other inputs. Compute them anew: npm run payoff.",
    zh: "所存目标值区间与当前输入不符。请用 npm run payoff 重新计算。",
  },
  "payoff-ranges-missing": {
    en: "there are no payoff ranges; each objective is measured against its own best.",
    zh: "没有目标值区间，各目标按其自身最优值衡量。",
  },
  "payoff-range-empty": {
    en: "best and worst value of this objective are the same. Compute the payoff ranges anew.",
    zh: "该目标的最优值与最差值相同。请重新计算目标值区间。",
  },
  "limit-not-a-number": {
    en: "{value} is no number. Enter one, or leave the limit out.",
    zh: "{value} 不是数字。请填写数字或删去该限值。",
  },
  "limit-negative": {
    en: "{value} is negative. Enter zero or more.",
    zh: "{value} 为负。请填写不小于零的数。",
  },
  "limit-too-large": {
    en: "{value} is more than {max}, the most allowed. Lower it.",
    zh: "{value} 超过允许的最大值 {max}。请调低。",
  },
  "weights-all-zero": {
    en: "no objective has a weight. Give at least one a positive weight.",
    zh: "所有目标的权重均为零。至少一个须为正。",
  },
  "limits-contradict": {
    en: "the least, {min}, is more than the most, {max}. Change one of them.",
    zh: "下限 {min} 高于上限 {max}。请修改其一。",
  },
  "area-limit-twice": {
    en: "{option} is limited twice. Keep one entry per industry.",
    zh: "{option} 的面积限值出现两次。每个产业只保留一条。",
  },
  "option-not-considered": {
    en: "{option} is not considered in this region. Remove the limit or add the industry.",
    zh: "本区域不考虑 {option}。请删除该限值或加入该产业。",
  },
  "minima-exceed-region": {
    en: "the least areas add up to {min} ha, the region has {max} ha. Lower them.",
    zh: "最小面积之和 {min} 公顷超过区域面积 {max} 公顷。请调低。",
  },
  "leading-not-an-industry": {
    en: "{option} cannot lead, it is no land industry. Choose another.",
    zh: "{option} 不是土地产业，不能作为主导产业。请另选。",
  },
} as const satisfies IssueMessages;
