import { OPTION_TITLES } from "#solver/region";
import type { Constraint } from "./constraint.ts";
import { industryShareTerms } from "./industry-share.ts";

export const leading: Constraint = {
  spec: {
    family: "leading",
    title: { zh: "主导产业", en: "Leading industry" },
    unit: "ha",
    formulation: "area_lead - theta * area of land industries (without restoration) >= 0, stands included",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment }) => {
    if (!problem.leading) return [];
    const { option, minShare } = problem.leading;
    const title = OPTION_TITLES[option];
    return [
      {
        id: `leading:${option}`,
        title: { zh: `主导产业：${title.zh}`, en: `Leading industry: ${title.en}` },
        lower: 0,
        ...industryShareTerms(assessment, option, minShare),
      },
    ];
  },
};
