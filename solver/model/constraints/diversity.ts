import { OPTION_TITLES } from "#solver/region";
import { isBaseIndustry } from "../base-industries.ts";
import type { Constraint } from "./constraint.ts";
import { industryShareTerms } from "./industry-share.ts";

export const diversity: Constraint = {
  spec: {
    family: "diversity",
    title: { zh: "单一产业上限", en: "Diversity cap" },
    unit: "ha",
    formulation: "for each land industry k: area_k - theta * area of land industries <= 0, stands included",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment }) => {
    const share = problem.diversityMaxShare;
    if (share === undefined) return [];
    return assessment.options.filter(isBaseIndustry).map((option) => {
      const title = OPTION_TITLES[option];
      return {
        id: `diversity:${option}`,
        title: { zh: `单一产业上限：${title.zh}`, en: `Diversity cap: ${title.en}` },
        upper: 0,
        ...industryShareTerms(assessment, option, share),
      };
    });
  },
};
