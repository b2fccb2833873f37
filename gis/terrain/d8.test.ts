import { describe, expect, it } from "vitest";
import { accumulateFlow, computeFlowDirections } from "./d8.ts";

const SHAPE = { cols: 5, rows: 5 };
const ELEVATION = [
  [1010, 1008, 1005, 1001, 996],
  [1012, 1011, 1007, 1002, 998],
  [1015, 1013, 1010, 1006, 1001],
  [1020, 1017, 1012, 1009, 1003],
  [1026, 1021, 1016, 1011, 1005],
].flat();

describe("D8 on the reference grid (TV-A3)", () => {
  it("points down the steepest fall, first direction on a tie", () => {
    expect([...computeFlowDirections(ELEVATION, SHAPE)]).toEqual(
      [
        [1, 1, 1, 1, 0],
        [128, 128, 1, 128, 64],
        [64, 128, 128, 128, 64],
        [64, 1, 128, 1, 64],
        [128, 128, 1, 1, 64],
      ].flat(),
    );
  });

  it("counts the cells strictly upstream", () => {
    expect([...accumulateFlow(computeFlowDirections(ELEVATION, SHAPE), SHAPE)]).toEqual(
      [
        [0, 4, 6, 7, 24],
        [2, 0, 1, 3, 11],
        [1, 0, 0, 4, 5],
        [0, 1, 3, 0, 4],
        [0, 0, 0, 1, 2],
      ].flat(),
    );
  });
});

describe("D8 at the limits of the data", () => {
  it("ends the flow in a sink", () => {
    const pit = [3, 3, 3, 3, 1, 3, 3, 3, 3];
    const directions = computeFlowDirections(pit, { cols: 3, rows: 3 });
    expect(directions[4]).toBe(0);
    expect(accumulateFlow(directions, { cols: 3, rows: 3 })[4]).toBe(8);
  });

  it("never flows into or out of no data", () => {
    const directions = computeFlowDirections([5, Number.NaN, 1], { cols: 3, rows: 1 });
    expect([...directions]).toEqual([0, 0, 0]);
  });
});
