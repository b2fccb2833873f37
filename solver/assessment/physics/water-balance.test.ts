import { describe, expect, it } from "vitest";
import {
  availableWaterMm,
  bareEvapotranspirationMm,
  budykoEvapotranspirationMm,
  waterConservedM3,
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
