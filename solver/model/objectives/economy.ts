import { changePerHa } from "../figures.ts";
import type { Objective } from "./objective.ts";

/** Economic gain: yearly net return of the new use minus that of today's use. */
export const economy: Objective = {
  spec: {
    id: "economy",
    title: { zh: "经济", en: "Economy" },
    unit: "CNY/a",
    formulation: "max sum A (margin_k - margin_0) x",
    label: "E",
    source: "money of the industry library",
  },
  gainPerHa: (assessment) => changePerHa(assessment, "marginCny"),
};
