import type { Constraint } from "./constraint.ts";

export const publicCapital: Constraint = {
  spec: {
    family: "public-capital",
    title: { zh: "财政资金", en: "Public capital" },
    unit: "CNY",
    formulation: "sum A public_k x <= B_public",
    label: "E",
    law: false,
  },
  rows: ({ problem, change }) =>
    problem.publicCapitalCny === undefined
      ? []
      : [
          {
            id: "public-capital",
            upper: problem.publicCapitalCny,
            constant: 0,
            terms: [{ stream: change("publicCny") }],
          },
        ],
};
