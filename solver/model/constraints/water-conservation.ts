import { todayTotal } from "../figures.ts";
import type { Constraint } from "./constraint.ts";

/** Off by default on carbonate: its sign depends on the runoff coefficient assumed. */
export const waterConservation: Constraint = {
  spec: {
    family: "water-conservation",
    title: { zh: "水源涵养量不减少", en: "No net loss of water conservation" },
    unit: "m3/a",
    formulation: "sum A (WC_k - WC_0) x + sum A WC_0 >= sum A WC_0",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment, change }) => {
    if (!problem.noNetLoss.water) return [];
    const today = todayTotal(assessment, "waterM3");
    return [
      { id: "water-conservation", lower: today, constant: today, terms: [{ stream: change("waterM3") }] },
    ];
  },
};
