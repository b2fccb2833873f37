import { describe, expect, it } from "vitest";
import { annualMargin, effortShare, siteYear, slopeCostFactor, yieldResponse } from "./margin.ts";

describe("margin", () => {
  it("meets the reference margin of a mature year", () => {
    const year = siteYear(1.2 * 6, 2.5, 6, 0.8, 8, 35, 0.002);
    expect(year.grossCny - year.costCny - year.transportCny + 0.15).toBeCloseTo(3.074, 10);
  });

  it("harvests nothing below a growing quality of 0.4, all of it on an ordinary good site and where none is defined", () => {
    expect([0.39, 0.425, 0.85, 1, Number.NaN].map(yieldResponse)).toEqual([0, 0.5, 1, 1, 1]);
  });

  it("spends harvest work only on what is harvested", () => {
    expect([1, 0.5, 0].map(effortShare)).toEqual([1, 0.8, 0.6]);
  });

  it("costs more on slopes above 10 degrees", () => {
    expect(slopeCostFactor(10)).toBe(1);
    expect(slopeCostFactor(25)).toBeCloseTo(1.15, 12);
  });

  it("charges establishment by its annuity", () => {
    const factors = { gross: 1, cost: 1, establishment: 0.1 };
    expect(annualMargin({ grossCny: 100, costCny: 40, transportCny: 5 }, 200, factors)).toBeCloseTo(35, 12);
  });
});
