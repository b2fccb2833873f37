import { describe, expect, it } from "vitest";
import { OPTION_IDS } from "#solver/region";
import { labourShareOfMonth } from "./labour-months.ts";

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

describe("labourShareOfMonth", () => {
  it("spreads every industry's year over twelve months without a month below 0", () => {
    for (const option of ["", ...OPTION_IDS] as const) {
      const shares = MONTHS.map((month) => labourShareOfMonth(option, month));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...shares)).toBeGreaterThan(0);
    }
  });

  it("knows the harvests", () => {
    expect(labourShareOfMonth("ZP", 7)).toBe(0.4);
    expect(labourShareOfMonth("ZP", 1)).toBeCloseTo(0.6 / 11, 12);
    expect(labourShareOfMonth("HS", 5) + labourShareOfMonth("HS", 6)).toBeCloseTo(0.45, 12);
    expect(labourShareOfMonth("RF", 7)).toBeCloseTo(1 / 12, 12);
  });
});
