import { describe, expect, it } from "vitest";
import { wetnessIndex } from "./wetness.ts";

describe("wetnessIndex", () => {
  it("equals the reference cells (TV-A3)", () => {
    const slope = Float32Array.of(9.1369457, 9.7367773, 10.2193775);
    const index = wetnessIndex([0, 3, 4], slope, 30);
    [5.228571, 6.550117, 6.723893].forEach((expected, i) => {
      expect(index[i]).toBeCloseTo(expected, 5);
    });
  });

  it("is finite on flats, grows with the area that drains there, and keeps no data", () => {
    const [flat, more, none] = wetnessIndex([0, 10, 0], Float32Array.of(0, 0, Number.NaN), 30);
    expect(flat).toBeCloseTo(Math.log(30 / 0.001), 5);
    expect(more).toBeGreaterThan(flat);
    expect(none).toBeNaN();
  });
});
