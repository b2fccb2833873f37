import { OPTION_TITLES } from "#solver/region";
import type { Constraint } from "./constraint.ts";

/** New area of an industry between two limits. Existing stands that are kept do not count: they are no decision. */
export const area: Constraint = {
  spec: {
    family: "area",
    title: { zh: "种植规模", en: "Area" },
    unit: "ha",
    formulation: "L_k <= sum A x_pk <= U_k",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment }) =>
    problem.areas
      .filter((limit) => assessment.options.includes(limit.option))
      .map((limit) => {
        const title = OPTION_TITLES[limit.option];
        return {
          id: `area:${limit.option}`,
          title: { zh: `面积：${title.zh}`, en: `Area: ${title.en}` },
          // A minimum of nothing is no rule, and would be shown as binding wherever an industry is absent.
          ...(limit.minHa > 0 ? { lower: limit.minHa } : {}),
          upper: limit.maxHa,
          constant: 0,
          terms: [
            {
              byOption: Float64Array.from(assessment.options, (option) => (option === limit.option ? 1 : 0)),
            },
          ],
        };
      }),
};
