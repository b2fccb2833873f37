import { todayTotal } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

export const labour: Constraint = {
  spec: {
    family: "labour",
    title: { zh: "用工量", en: "Labour" },
    unit: "d/a",
    formulation: "sum A (l_k - l_0) x + sum A l_0 <= L",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment, change }) =>
    problem.labourDaysPerYear === undefined
      ? []
      : [
          {
            id: "labour",
            upper: problem.labourDaysPerYear,
            constant: todayTotal(assessment, "labourDays"),
            terms: [{ stream: change("labourDays") }],
          },
        ],
};
