import { todayTotal, zoneFactor } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

/** Fertiliser load around the drinking water (zone II and quasi-zone) not above today's. A law: never relaxed. */
export const nutrientLoad: Constraint = {
  spec: {
    family: "nutrient",
    title: { zh: "饮用水源保护区氮磷负荷不增加", en: "Nutrient load in zone II and quasi-zone" },
    unit: "kg/a",
    formulation: "sum A phi_zone (n_k - n_0) x + today <= today",
    label: "E",
    law: true,
  },
  rows: ({ problem, assessment, change }) => {
    if (!problem.nutrientLoadCap) return [];
    const factor = zoneFactor(assessment, "zone-2", "zone-quasi");
    const today = todayTotal(assessment, "nutrientKg", { factor });
    return [
      { id: "nutrient", upper: today, constant: today, terms: [{ factor, stream: change("nutrientKg") }] },
    ];
  },
};
