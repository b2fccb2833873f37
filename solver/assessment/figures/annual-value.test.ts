import { describe, expect, it } from "vitest";
import {
  annualEquivalent,
  annualFactors,
  bearingShare,
  presentValue,
  renovationFactors,
} from "./annual-value.ts";

const PEPPER = { firstBearingYear: 3, fullBearingYear: 6, replantYear: 0, replantShare: 0 };

describe("annual value", () => {
  it("meets the reference flows", () => {
    const flows = [-3, -0.5, -0.5, -0.5, 2, 2, 2, 2, 2, 2, 2];
    expect(presentValue(flows)).toBeCloseTo(5.037644, 6);
    expect(annualEquivalent(flows)).toBeCloseTo(0.684454, 6);
  });

  it("bears from the first year and fully from the full year", () => {
    expect([2, 3, 4, 5, 6, 7].map((age) => bearingShare(age, PEPPER))).toEqual([0, 0.25, 0.5, 0.75, 1, 1]);
    expect(bearingShare(1, { ...PEPPER, firstBearingYear: 0, fullBearingYear: 0 })).toBe(1);
  });

  it("agrees with the flows written out", () => {
    const factors = annualFactors({ ...PEPPER, replantYear: 18, replantShare: 0.6 });
    const flows = Array.from({ length: 21 }, (_, year) => {
      const share = bearingShare(year, PEPPER);
      if (year === 0) return -24;
      const cost = year < 3 ? 0 : 26 * (0.4 + 0.6 * share);
      return 36 * share - cost - (year === 18 ? 0.6 * 24 : 0);
    });
    const byFactors = 36 * factors.gross - 26 * factors.cost - 24 * factors.establishment;
    expect(byFactors).toBeCloseTo(annualEquivalent(flows), 10);
  });

  it("keeps a stand that bears at once at its mature value", () => {
    const grass = annualFactors({ firstBearingYear: 1, fullBearingYear: 1, replantYear: 0, replantShare: 0 });
    expect(grass.gross).toBeCloseTo(1, 10);
    expect(grass.establishment).toBeCloseTo(0.06 / (1 - 1.06 ** -20), 10);
  });

  it("lifts a renewed stand from its share to the mature yield", () => {
    const factors = renovationFactors(0.7, 3, 0.35);
    expect(factors.gross).toBeGreaterThan(0.95);
    expect(factors.gross).toBeLessThan(1);
    expect(factors.establishment).toBeCloseTo(0.35 * (0.06 / (1 - 1.06 ** -20)), 10);
  });
});
