import type { RowDraft } from "../assemble.ts";
import { todayTotal } from "../figures.ts";
import type { Constraint, RowContext } from "./constraint.ts";

/**
 * Irrigation water of the region and of each sub-basin. The region's water is split over sub-basins by the water their
 * sources give; a sub-basin that draws more than its part already today may not draw still more.
 */
export const water: Constraint = {
  spec: {
    family: "water",
    title: { zh: "灌溉用水", en: "Irrigation water" },
    unit: "m3/a",
    formulation: "for the region and each sub-basin b: sum A (w_k - w_0) x + sum A w_0 <= max(W_b, today)",
    label: "E",
    law: false,
  },
  rows: (context) => {
    const limit = context.problem.irrigationM3PerYear;
    if (limit === undefined) return [];
    const region: RowDraft = {
      id: "water",
      upper: limit,
      constant: todayTotal(context.assessment, "irrigationM3"),
      terms: [{ stream: context.change("irrigationM3") }],
    };
    return context.problem.waterBySubBasin ? [region, ...basinRows(context, limit)] : [region];
  },
};

function basinRows({ assessment, change }: RowContext, limitM3: number): readonly RowDraft[] {
  const { of, names, supply } = assessment.subBasin;
  const sources = supply.reduce((sum, value) => sum + value, 0);
  if (!(sources > 0)) return [];
  return names.map((name, index) => {
    const today = todayTotal(assessment, "irrigationM3", { of, index });
    return {
      id: `water:${index}`,
      title: { zh: `灌溉用水：${name.zh}`, en: `Irrigation water: ${name.en}` },
      upper: Math.max((limitM3 * supply[index]) / sources, today),
      constant: today,
      terms: [{ group: { of, index }, stream: change("irrigationM3") }],
    };
  });
}
