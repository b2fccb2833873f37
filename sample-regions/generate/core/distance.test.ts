import { describe, expect, it } from "vitest";
import { distanceToMask, spreadCost } from "./distance.ts";
import type { Lattice } from "./lattice.ts";
import { makeRandom } from "./random.ts";

const LATTICE: Lattice = { cols: 17, rows: 11, cellM: 30 };
const CELLS = LATTICE.cols * LATTICE.rows;

describe("distanceToMask", () => {
  it("equals the distance to the nearest marked cell", () => {
    const random = makeRandom(4);
    const mask = Uint8Array.from({ length: CELLS }, () => (random() < 0.06 ? 1 : 0));
    const place = (cell: number) => [cell % LATTICE.cols, Math.floor(cell / LATTICE.cols)];
    const marked = [...mask.keys()].filter((cell) => mask[cell]).map(place);
    distanceToMask(mask, LATTICE).forEach((distanceM, cell) => {
      const [x, y] = place(cell);
      const nearest = Math.min(...marked.map(([mx, my]) => Math.hypot(mx - x, my - y)));
      expect(distanceM).toBeCloseTo(30 * nearest, 9);
    });
  });
});

describe("spreadCost", () => {
  it("costs the mean of two cells times the step between them", () => {
    const { cost, parent } = spreadCost([0], [1, 3, 1, 1], { cols: 2, rows: 2 }, 10);
    expect([...cost]).toEqual([10, 12, 11, 10 + Math.SQRT2]);
    expect(parent[3]).toBe(0);
  });

  it("goes around what cannot be crossed", () => {
    const wall = Float64Array.from({ length: 9 }, (_, cell) => (cell === 1 || cell === 4 ? Infinity : 1));
    const { cost } = spreadCost([0], wall, { cols: 3, rows: 3 });
    expect(cost[2]).toBeCloseTo(2 + 2 * Math.SQRT2, 12);
    expect(cost[4]).toBe(Infinity);
  });
});
