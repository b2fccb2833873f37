import { describe, expect, it } from "vitest";
import { shareOut } from "./people.ts";

describe("shareOut", () => {
  it("adds up to the total exactly", () => {
    const parts = shareOut(100, [1, 1, 1]);
    expect(parts).toEqual([34, 33, 33]);
    expect(shareOut(2_070_000, [0.1, 7, 3.3]).reduce((a, b) => a + b, 0)).toBe(2_070_000);
  });

  it("gives nothing to a weight of nothing", () => {
    expect(shareOut(7, [0, 2, 5])).toEqual([0, 2, 5]);
  });
});
