import { describe, expect, it } from "vitest";
import { annualMargin, effortShare, siteYear, slopeCostFactor, yieldResponse } from "./margin.ts";

describe("margin", () => {
  it("meets the reference margin of a mature year", () => {
    const year = siteYear({
      grossCny: 1.2 * 6,
      costCny: 2.5,
      yieldT: 6,
      growth: 0.8,
      slopeFactor: slopeCostFactor(8, 25),
      travelMin: 35,
      transportRate: 0.002,
    });
    expect(year.grossCny - year.costCny - year.transportCny + 0.15).toBeCloseTo(3.074, 10);
  });

  it("harvests nothing below a growing quality of 0.4, all of it on highly suitable land and where none is defined", () => {
    expect([0.39, 0.45, 0.75, 1, Number.NaN].map(yieldResponse)).toEqual([0, 0.6, 1, 1, 1]);
  });

  it("spends harvest work only on what is harvested", () => {
    expect([1, 0.5, 0].map(effortShare)).toEqual([1, 0.7, 0.4]);
  });

  it("costs more on slopes above the usual one", () => {
    expect(slopeCostFactor(10, 25)).toBe(1);
    expect(slopeCostFactor(25, 25)).toBeCloseTo(1.15, 12);
    expect(slopeCostFactor(25, 35)).toBeCloseTo(1.05, 12);
  });

  it("charges establishment by its annuity", () => {
    const factors = { gross: 1, cost: 1, establishment: 0.1 };
    expect(annualMargin({ grossCny: 100, costCny: 40, transportCny: 5 }, 200, factors)).toBeCloseTo(35, 12);
  });
});
