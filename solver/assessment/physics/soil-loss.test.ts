import { describe, expect, it } from "vitest";
import {
  coverFactor,
  erodibility,
  erodibilityEpic,
  fournierIndex,
  rainErosivity,
  rainErosivityFromYear,
  rockFactor,
  rockFactorExponential,
  soilLifeLossPct,
} from "./soil-loss.ts";

const RAIN = [22, 28, 45, 95, 175, 215, 190, 150, 105, 90, 45, 20];

describe("soil loss", () => {
  it("gives rain erosivity from months and from the year", () => {
    expect(fournierIndex(RAIN)).toBeCloseTo(143.489831, 6);
    expect(rainErosivity(RAIN)).toBeCloseTo(3694.284853, 5);
    expect(rainErosivityFromYear(1180)).toBeCloseTo(6469.81113, 5);
  });

  it("gives erodibility in both unit systems", () => {
    expect(erodibilityEpic(30, 40, 30, 2)).toBeCloseTo(0.2512064, 6);
    expect(0.1317 * erodibilityEpic(30, 40, 30, 2)).toBeCloseTo(0.0330839, 6);
    expect(erodibility(30, 40, 30, 2)).toBeCloseTo(0.0152416, 6);
  });

  it("gives the cover factor at the reference covers", () => {
    const expected = [0.6508, 0.3072, 0.143261, 0.067034, 0.000103, 0];
    for (const [i, cover] of [1, 10, 30, 50, 78.3, 80].entries())
      expect(coverFactor(cover)).toBeCloseTo(expected[i], 6);
    expect(coverFactor(0)).toBe(1);
  });

  it("scales the product by the rock factor, area or exponential", () => {
    const plain = 5500 * 0.03 * 6 * coverFactor(50) * 0.5;
    expect(plain).toBeCloseTo(33.181784, 5);
    expect(plain * rockFactor(0.4, true)).toBeCloseTo(19.90907, 5);
    expect(plain * rockFactorExponential(0.4)).toBeCloseTo(6.699287, 5);
    expect(5500 * 0.03 * 6 * (1 - coverFactor(50) * 0.5) * rockFactor(0.4, true)).toBeCloseTo(574.09093, 4);
    expect(rockFactor(0.4, false)).toBe(1);
  });

  it("counts the same loss more on thin soil and not less among rock", () => {
    const deep = soilLifeLossPct(20, 60, 1.3, 1);
    const thin = soilLifeLossPct(20, 15, 1.3, 1);
    expect(deep).toBeCloseTo((100 * 20) / 7800, 10);
    expect(thin).toBeCloseTo(4 * deep, 10);
    const lossAmongRock = 20 * rockFactor(0.6, true);
    expect(soilLifeLossPct(lossAmongRock, 15, 1.3, 0.4)).toBeCloseTo(thin, 10);
  });
});
