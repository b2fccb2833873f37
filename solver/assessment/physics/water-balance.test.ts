import { describe, expect, it } from "vitest";
import {
  availableWaterMm,
  bareEvapotranspirationMm,
  budykoEvapotranspirationMm,
  retainedYield,
  waterConservedM3,
  waterYieldM3,
} from "./water-balance.ts";

describe("water balance", () => {
  it("meets the reference yields", () => {
    const shallow = availableWaterMm(400, 1500, 0.14);
    expect(shallow).toBeCloseTo(56, 12);
    expect(budykoEvapotranspirationMm(1180, 810, shallow, 12)).toBeCloseTo(513.110892, 5);
    const deep = availableWaterMm(1200, 1500, 0.14);
    expect(deep).toBeCloseTo(168, 12);
    expect(budykoEvapotranspirationMm(1180, 810, deep, 30)).toBeCloseTo(776.042582, 5);
    expect(1180 - bareEvapotranspirationMm(1180, 0.3 * 900)).toBe(910);
  });

  it("takes the shape of the curve from the water in the soil, at most 5", () => {
    const shape = (available: number, seasonality: number) => (seasonality * available) / 1180 + 1.25;
    expect(shape(56, 12)).toBeCloseTo(1.819492, 6);
    expect(shape(168, 30)).toBeGreaterThan(5);
    const capped = budykoEvapotranspirationMm(1180, 810, 168, 30);
    expect(budykoEvapotranspirationMm(1180, 810, 400, 30)).toBe(capped);
  });

  it("yields what does not evaporate", () => {
    expect(waterYieldM3(1180, budykoEvapotranspirationMm(1180, 810, 56, 12))).toBeCloseTo(6668.89108, 4);
    expect(waterYieldM3(1180, budykoEvapotranspirationMm(1180, 810, 168, 30))).toBeCloseTo(4039.57418, 4);
    expect(waterYieldM3(1180, bareEvapotranspirationMm(1180, 270))).toBe(9100);
  });

  it("retains a share of the yield, none where the wetness is negative", () => {
    const y = 1180 - budykoEvapotranspirationMm(1180, 810, 56, 12);
    expect(retainedYield(y, 200, 2, 100)).toBeCloseTo(133.377822, 5);
    expect(retainedYield(y, 200, -1, 100)).toBe(0);
  });

  it("balances to cubic metres a hectare", () => {
    expect(waterConservedM3(1180, 0.0267, 650)).toBeCloseTo(4984.94, 6);
  });

  it("never evaporates more than falls or than the air asks", () => {
    for (const potential of [100, 500, 900, 2000])
      for (const available of [5, 50, 300]) {
        const et = budykoEvapotranspirationMm(1000, potential, available);
        expect(et).toBeLessThanOrEqual(Math.min(1000, potential) + 1e-9);
        expect(et).toBeGreaterThan(0);
      }
  });
});
