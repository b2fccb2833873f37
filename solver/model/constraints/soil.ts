import { todayTotal } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

/** No net loss of soil, per sub-basin by default: soil lost above one doline is not repaid elsewhere. */
export const soil: Constraint = {
  spec: {
    family: "soil",
    title: { zh: "土壤侵蚀量不增加", en: "No net loss of soil" },
    unit: "t/a",
    formulation: "sum A (loss_k - loss_0) x + sum A loss_0 <= sum A loss_0, per sub-basin or region",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment, change }) => {
    if (problem.noNetLoss.soil === "off") return [];
    if (problem.noNetLoss.soil === "region") {
      const today = todayTotal(assessment, "soilLossT");
      return [{ id: "soil", upper: today, constant: today, terms: [{ stream: change("soilLossT") }] }];
    }
    const { of, names } = assessment.subBasin;
    return names.map((name, index) => {
      const today = todayTotal(assessment, "soilLossT", { of, index });
      return {
        id: `soil:${index}`,
        title: { zh: `土壤侵蚀量不增加：${name.zh}`, en: `No net loss of soil: ${name.en}` },
        upper: today,
        constant: today,
        terms: [{ group: { of, index }, stream: change("soilLossT") }],
      };
    });
  },
};
