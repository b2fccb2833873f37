import { changePerHa } from "../figures.ts";
import type { Objective } from "./objective.ts";

/** Employment gain: labour income (days times the lower of wage and value per day), not days. */
export const employment: Objective = {
  spec: {
    id: "employment",
    title: { zh: "就业", en: "Employment" },
    unit: "CNY/a",
    formulation: "max sum A (labourIncome_k - labourIncome_0) x",
    label: "E",
    source: "days and wage of the industry library",
  },
  gainPerHa: (assessment) => changePerHa(assessment, "labourIncomeCny"),
};
