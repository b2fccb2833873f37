import { describe, expect, it } from "vitest";
import { computeFlowDirections } from "./d8.ts";
import { fillArtefactDepressions, floodDepressions } from "./priority-flood.ts";

const SHAPE = { cols: 5, rows: 5 };
const BOWL = [
  [9, 9, 9, 9, 9],
  [9, 7, 6, 7, 9],
  [9, 6, 3, 6, 8],
  [9, 7, 6, 7, 9],
  [9, 9, 9, 9, 9],
].flat();
const INNER = [6, 7, 8, 11, 12, 13, 16, 17, 18];

describe("floodDepressions on the reference bowl (TV-A4)", () => {
  const { filled, from, order } = floodDepressions(BOWL, SHAPE);

  it("fills all nine inner cells to the spill level 8", () => {
    expect(INNER.map((cell) => filled[cell])).toEqual(INNER.map(() => 8));
  });

  it("finds depth 5 and volume 17", () => {
    const depths = BOWL.map((level, cell) => filled[cell] - level);
    expect(Math.max(...depths)).toBe(5);
    expect(depths.reduce((sum, depth) => sum + depth, 0)).toBe(17);
  });

  it("leads every cell to an outlet through cells reached before it", () => {
    const rank = new Map([...order].map((cell, k) => [cell, k]));
    for (const cell of INNER) expect(rank.get(from[cell])).toBeLessThan(rank.get(cell)!);
    expect(order).toHaveLength(25);
  });

  it("gives filled flats a fall when a step is asked for", () => {
    const sloped = floodDepressions(BOWL, SHAPE, { stepM: 0.001 }).filled;
    const directions = computeFlowDirections(sloped, SHAPE);
    expect(INNER.every((cell) => directions[cell] !== 0)).toBe(true);
  });
});

describe("floodDepressions at the limits of the data", () => {
  it("drains into no data and leaves it missing", () => {
    const withHole = BOWL.map((level, cell) => (cell === 12 ? Number.NaN : level));
    const { filled } = floodDepressions(withHole, SHAPE);
    expect(filled[12]).toBeNaN();
    expect(filled[7]).toBe(6);
  });

  it("floods from the outlets it is given only", () => {
    const { filled } = floodDepressions(BOWL, SHAPE, { outlets: [0] });
    expect(INNER.map((cell) => filled[cell])).toEqual(INNER.map(() => 9));
  });
});

describe("fillArtefactDepressions", () => {
  it("keeps a depression that is deep and wide enough", () => {
    expect([...fillArtefactDepressions(BOWL, SHAPE)]).toEqual(BOWL);
  });

  it("fills one that is too shallow or too small", () => {
    const filledAsShallow = fillArtefactDepressions(BOWL, SHAPE, { minDepthM: 6 });
    const filledAsSmall = fillArtefactDepressions(BOWL, SHAPE, { minCells: 10 });
    expect(filledAsShallow[12]).toBeCloseTo(8, 3);
    expect(filledAsSmall[12]).toBeCloseTo(8, 3);
  });
});
