import { describe, expect, it } from "vitest";
import {
  coverFactor,
  erodibility,
  erodibilityEpic,
  fournierIndex,
  ROCK_COVER_COEFFICIENT,
  type RockTreatment,
  rainErosivity,
  rainErosivityFromYear,
  rainErosivityOfHalfMonths,
  rainErosivityWischmeier,
  rockFactor,
  soilLifeLossPct,
  soilLossIntensity,
  toleranceMultiple,
} from "./soil-loss.ts";

const ROCK_AS_COVER: RockTreatment = { form: "cover", coefficient: ROCK_COVER_COEFFICIENT };
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
    expect(plain * rockFactor(0.4, true, ROCK_AS_COVER)).toBeCloseTo(6.699287, 5);
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

  it("sums the erosive days of each half month by season", () => {
    const days = (month: number, day: number) => [15, 30, 55, 9.9].map((rainMm) => ({ month, day, rainMm }));
    const halves = rainErosivityOfHalfMonths([...days(6, 15), ...days(0, 16)]);
    expect(halves[12]).toBeCloseTo(580.023803, 5);
    expect(halves[1]).toBeCloseTo(456.858982, 5);
    expect(halves.reduce((sum, r) => sum + r, 0)).toBeCloseTo(580.023803 + 456.858982, 5);
    // May and September are warm, April and October are not.
    const [may, september] = [8, 16].map((half) => rainErosivityOfHalfMonths(days(half / 2, 1))[half]);
    expect([may, september]).toEqual([halves[12], halves[12]]);
    expect(rainErosivityOfHalfMonths(days(3, 1))[6]).toBe(halves[1]);
    expect(rainErosivityOfHalfMonths(days(9, 1))[18]).toBe(halves[1]);
  });

  it("keeps Wischmeier's sum in SI units, apart from the default", () => {
    expect(rainErosivityWischmeier(RAIN)).toBeCloseTo(3151.080874, 4);
    expect(rainErosivityWischmeier(RAIN) / 17.02).toBeCloseTo(185.139887, 5);
    expect(rainErosivity(RAIN)).not.toBeCloseTo(rainErosivityWischmeier(RAIN), -2);
  });

  it("takes a user's factor by grade in place of the others, and none where the table ends", () => {
    const table: RockTreatment = { form: "grades", factors: [1, 0.8, 0.6, 0.4, 0.2] };
    expect(rockFactor(0.4, true, table, 3)).toBe(0.4);
    expect(rockFactor(0.4, false, table, 3)).toBe(1);
    expect(rockFactor(0.4, true, { form: "grades", factors: [] }, 3)).toBeNaN();
  });

  it("classes the intensity of loss, each bound in the upper class", () => {
    const tPerKm2 = [0, 499, 500, 2500, 5000, 8000, 15_000];
    expect(tPerKm2.map((loss) => soilLossIntensity(loss / 100))).toEqual([0, 0, 1, 2, 3, 4, 5]);
    expect(soilLossIntensity(Number.NaN)).toBeNaN();
  });

  it("measures the same loss ten times harder where carbonate forms little soil", () => {
    expect(toleranceMultiple(5, false)).toBe(1);
    expect(toleranceMultiple(5, true)).toBe(10);
  });
});
