import { describe, expect, it } from "vitest";
import { computeCostDistance } from "./cost-distance.ts";

const SHAPE = { cols: 3, rows: 3, cellSizeM: 30 };

/** Repeatable numbers between 0 and 1. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function roughGround(cols: number, rows: number, seed: number): Float64Array {
  const draw = numbers(seed);
  return Float64Array.from({ length: cols * rows }, () =>
    draw.next().value < 0.2 ? Number.POSITIVE_INFINITY : 0.1 + draw.next().value,
  );
}

/** Bellman-Ford: relaxes every step until none gets shorter. */
function bruteForce(
  cols: number,
  rows: number,
  sources: readonly number[],
  step: (from: number, to: number, distanceM: number) => number,
): Float64Array {
  const cost = new Float64Array(cols * rows).fill(Number.POSITIVE_INFINITY);
  for (const cell of sources) cost[cell] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let from = 0; from < cost.length; from++)
      for (let to = 0; to < cost.length; to++) {
        const dx = Math.abs((from % cols) - (to % cols));
        const dy = Math.abs(Math.floor(from / cols) - Math.floor(to / cols));
        if (Math.max(dx, dy) !== 1) continue;
        const total = cost[from] + step(from, to, 30 * Math.hypot(dx, dy));
        if (total < cost[to] - 1e-12) {
          cost[to] = total;
          changed = true;
        }
      }
  }
  return cost;
}

function expectSame(found: Float64Array, expected: Float64Array): void {
  for (let cell = 0; cell < expected.length; cell++) {
    if (Number.isFinite(expected[cell])) expect(found[cell]).toBeCloseTo(expected[cell], 9);
    else expect(found[cell]).toBe(Number.POSITIVE_INFINITY);
  }
}

describe("cost distance", () => {
  it("goes around the dear cells of the reference grid", () => {
    const { cost } = computeCostDistance([1, 1, 1, 5, 5, 1, 1, 1, 1], SHAPE, [0]);
    const expected = [0, 30, 60, 90, 120, 72.426407, 144.852814, 114.852814, 102.426407];
    for (const [cell, value] of expected.entries()) expect(cost[cell]).toBeCloseTo(value, 6);
  });

  it("equals brute force on rough ground with barriers", () => {
    for (const seed of [1, 2, 3]) {
      const friction = roughGround(9, 8, seed);
      const sources = [0, 40].filter((cell) => Number.isFinite(friction[cell]));
      const { cost } = computeCostDistance(friction, { cols: 9, rows: 8, cellSizeM: 30 }, sources);
      expectSame(
        cost,
        bruteForce(9, 8, sources, (from, to, m) => ((friction[from] + friction[to]) / 2) * m),
      );
    }
  });

  it("equals brute force where up costs more than down", () => {
    const height = roughGround(7, 7, 5).map((h) => (Number.isFinite(h) ? 20 * h : 3));
    const stepCost = (from: number, to: number, m: number) =>
      m * (1 + Math.max(0, (height[to] - height[from]) / m));
    const { cost } = computeCostDistance(
      new Float64Array(49).fill(1),
      { cols: 7, rows: 7, cellSizeM: 30 },
      [24],
      {
        stepCost,
      },
    );
    expectSame(cost, bruteForce(7, 7, [24], stepCost));
  });

  it("never passes a barrier, and starts from none", () => {
    const wall = [1, Number.POSITIVE_INFINITY, 1, 1, Number.NaN, 1, 1, Number.POSITIVE_INFINITY, 1];
    const { cost } = computeCostDistance(wall, SHAPE, [0, 4]);
    expect([...cost]).toEqual(
      [0, 1, 1, 30, 1, 1, 60, 1, 1].map((c) => (c === 1 ? Number.POSITIVE_INFINITY : c)),
    );
  });

  it("stops at the limit", () => {
    const { cost } = computeCostDistance(new Float64Array(9).fill(1), SHAPE, [0], { limit: 45 });
    expect([...cost].filter(Number.isFinite)).toHaveLength(4);
  });

  it("takes few entries for every cell, however large the grid", () => {
    for (const side of [50, 200]) {
      const { taken } = computeCostDistance(
        roughGround(side, side, 9),
        { cols: side, rows: side, cellSizeM: 30 },
        [Math.floor((side * side) / 2) + 3],
      );
      expect(taken).toBeGreaterThan(side);
      expect(taken).toBeLessThan(3 * side * side);
    }
  });
});
