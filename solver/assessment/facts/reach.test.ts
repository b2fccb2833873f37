import { expect, it } from "vitest";
import { computeWaterReach } from "./reach.ts";

const SOURCE = { x: 0, y: 0, elevationM: 500, m3PerYear: 1000 };

it("hands every cubic metre out exactly once over the land in reach", () => {
  const points = new Float64Array([0, 0, 800, 0, 2000, 0, 5000, 0]);
  const area = [10, 20, 5, 40];
  const reach = computeWaterReach(points, [500, 520, 480, 500], area, [SOURCE]);
  expect(area.reduce((sum, ha, i) => sum + ha * reach[i], 0)).toBeCloseTo(1000, 8);
  expect(reach[3]).toBe(0);
  expect(reach[0]).toBeGreaterThan(reach[1]);
});

it("counts a lift above 50 m against a parcel but not a fall", () => {
  const points = new Float64Array([500, 0, 500, 0, 500, 0]);
  const [level, high, low] = computeWaterReach(points, [550, 650, 300], [1, 1, 1], [SOURCE]);
  expect(low).toBe(level);
  expect(high / level).toBeCloseTo(Math.exp(-2), 10);
});
