import { describe, expect, it } from "vitest";
import type { RuleResult } from "#solver/evaluation";
import type { RunView } from "../../workers/views.ts";
import { priceRules } from "./price-rules.ts";

const TITLE = { en: "", zh: "" };
const ranges = { ecology: 0, employment: 0, suitability: 0 };

function aRun(economy: number, ecology: number): RunView {
  const rule = (id: string, activity: number, upper: number, law = false): RuleResult => ({
    id,
    family: id,
    title: TITLE,
    unit: "ha",
    lower: 0,
    upper,
    activity,
    met: true,
    binding: activity === upper,
    law,
  });
  return {
    problem: {
      weights: { economy, ecology, employment: 0, suitability: 0 },
      payoff: { inputsHash: "", ideal: { ...ranges, economy: 3e6 }, nadir: { ...ranges, economy: 1e6 } },
    },
    rows: [
      { id: "area:GR", title: TITLE, unit: "ha", law: false, price: 0.001 },
      { id: "capital", title: TITLE, unit: "ha", law: false, price: 0.0005 },
    ],
    result: {
      evaluation: {
        rules: [
          rule("area:GR", 40, 40),
          rule("capital", 200, 200),
          rule("labour", 5, 9),
          rule("zone", 1, 1, true),
        ],
      },
    },
  } as unknown as RunView;
}

describe("priceRules", () => {
  it("prices in points while several goals count", () => {
    const { currency, binding } = priceRules(aRun(0.4, 0.6));
    expect(currency).toBe("points");
    expect(binding.find(({ rule }) => rule.id === "area:GR")?.price).toBeCloseTo(0.001, 12);
  });

  it("prices in CNY only when economy is the sole objective", () => {
    const { currency, binding } = priceRules(aRun(1, 0));
    expect(currency).toBe("CNY");
    expect(binding.find(({ rule }) => rule.id === "area:GR")?.price).toBeCloseTo(2, 9);
  });

  it("orders by the worth of one per cent and leaves the law without a price", () => {
    const { binding, free, laws } = priceRules(aRun(0.4, 0.6));
    expect(binding.map(({ rule }) => rule.id)).toEqual(["capital", "area:GR"]);
    expect(free.map(({ rule }) => rule.id)).toEqual(["labour"]);
    expect(laws).toBe(1);
  });
});
