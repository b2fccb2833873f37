import type { Constraint } from "./constraint.ts";

export const capital: Constraint = {
  spec: {
    family: "capital",
    title: { zh: "建设投资", en: "Start-up capital" },
    unit: "CNY",
    formulation: "sum A establishment_k x <= B",
    label: "E",
    law: false,
  },
  rows: ({ problem, change }) =>
    problem.capitalCny === undefined
      ? []
      : [
          {
            id: "capital",
            upper: problem.capitalCny,
            constant: 0,
            terms: [{ stream: change("establishmentCny") }],
          },
        ],
};
