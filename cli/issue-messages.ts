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

/** What can be wrong with a program file. */
export const PROGRAM_FILE_MESSAGES = {
  "mps-unknown-section": {
    en: "{text} begins no section of an MPS file. Write NAME, ROWS, COLUMNS, RHS, RANGES, BOUNDS, ENDATA.",
    zh: "{text} 不是 MPS 的段名。应为 NAME、ROWS、COLUMNS、RHS、RANGES、BOUNDS、ENDATA。",
  },
  "mps-line-outside-section": {
    en: "“{text}” stands in no section. Begin sections in the first column and their lines with a blank.",
    zh: "“{text}” 不在任何段内。段名应顶格，段内各行以空格开头。",
  },
  "mps-unknown-word": {
    en: "{text} means nothing here. Use the words of the MPS format.",
    zh: "{text} 在此处无意义。请使用 MPS 格式的关键字。",
  },
  "mps-short-line": {
    en: "the line is not made of names with a number each. Complete it.",
    zh: "该行不是由名称与数值成对组成。请补全。",
  },
  "mps-name-twice": {
    en: "{name} is declared twice. Give each row and column one name and one place.",
    zh: "{name} 重复声明。每行每列只应有一个名称、一处定义。",
  },
  "mps-entry-twice": {
    en: "{name} has two entries in {row}. Add them up; readers disagree on what two mean.",
    zh: "{name} 在 {row} 中有两个系数。请合并，各软件对此理解不一。",
  },
  "mps-unknown-row": {
    en: "there is no row {name}. Declare it under ROWS.",
    zh: "没有名为 {name} 的行。请在 ROWS 中声明。",
  },
  "mps-unknown-column": {
    en: "there is no column {name}. Declare it under COLUMNS.",
    zh: "没有名为 {name} 的列。请在 COLUMNS 中声明。",
  },
  "mps-not-a-number": {
    en: "{text} is no finite number. Write a decimal number.",
    zh: "{text} 不是有限数值。请写十进制数。",
  },
  "mps-negative-upper": {
    en: "{name} has an upper bound below 0 and no lower bound. State the lower bound before it; readers disagree.",
    zh: "{name} 的上界小于 0 而无下界。请先写下界，各软件对此理解不一。",
  },
  "mps-bounds-contradict": {
    en: "{name} must be at least {lower} and at most {upper}. Correct one of the bounds.",
    zh: "{name} 的下界 {lower} 大于上界 {upper}。请更正其一。",
  },
  "mps-no-end": {
    en: "the file ends before ENDATA: a part is missing. Write it again from its source.",
    zh: "文件在 ENDATA 之前结束，内容不全。请重新写出。",
  },
  "mps-no-objective": {
    en: "there is no objective. Declare a row of kind N.",
    zh: "没有目标函数。请声明一个 N 类行。",
  },
  "mps-empty": {
    en: "the program has no columns. There is nothing to decide.",
    zh: "规划没有变量，无可决策。",
  },
  "mps-no-assignment-rows": {
    en: "the dual engine needs assignment rows (sums of shares, at most or exactly a limit). Use --engine highs.",
    zh: "dual 引擎要求分配约束（份额之和不超过或等于限值）。请改用 --engine highs。",
  },
  "mps-row-rescaled": {
    en: "the numbers of row {name} are far from 1; it was rescaled by a power of two. No digit has changed.",
    zh: "行 {name} 的数值量级悬殊，已按 2 的幂缩放，数值不变。",
  },
} as const satisfies IssueMessages;
