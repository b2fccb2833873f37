import { todayTotal } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

/** Labour of each village. A village that works more than its own days already today may not need still more. */
export const villageLabour: Constraint = {
  spec: {
    family: "labour-village",
    title: { zh: "各村用工量", en: "Labour by village" },
    unit: "d/a",
    formulation: "for each village v: sum A (l_k - l_0) x + sum A l_0 <= max(L_v, today)",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment, change }) => {
    if (!problem.labourByVillage) return [];
    const { of, names, supply } = assessment.village;
    return names.map((name, index) => {
      const today = todayTotal(assessment, "labourDays", { of, index });
      return {
        id: `labour-village:${index}`,
        title: { zh: `用工量：${name.zh}`, en: `Labour: ${name.en}` },
        upper: Math.max(supply[index], today),
        constant: today,
        terms: [{ group: { of, index }, stream: change("labourDays") }],
      };
    });
  },
};
