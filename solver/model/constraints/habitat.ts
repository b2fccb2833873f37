import { todayTotal } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

export const habitat: Constraint = {
  spec: {
    family: "habitat",
    title: { zh: "生境质量不下降", en: "No net loss of habitat" },
    unit: "ha",
    formulation: "sum A (Q_k - Q_0) x + sum A Q_0 >= sum A Q_0",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment, change }) => {
    if (!problem.noNetLoss.habitat) return [];
    const today = todayTotal(assessment, "habitat");
    return [{ id: "habitat", lower: today, constant: today, terms: [{ stream: change("habitat") }] }];
  },
};
