import { describe, expect, it } from "vitest";
import { accumulateFlow, computeFlowDirections } from "./d8.ts";
import { describeFlow } from "./describe-flow.ts";
import { NEIGHBOUR_DX, NEIGHBOUR_DY } from "./neighbours.ts";

const SHAPE = { cols: 7, rows: 7 };

/** A plain that falls to the east with a pit of the given depth in the middle. */
function plainWithPit(depthM: number, radius: number): Float32Array {
  return Float32Array.from({ length: 49 }, (_, i) => {
    const [x, y] = [i % 7, Math.floor(i / 7)];
    const inside = Math.max(Math.abs(x - 3), Math.abs(y - 3)) <= radius;
    return 100 - x - (inside ? depthM + (x === 3 && y === 3 ? 3 : 0) : 0);
  });
}

/** Numbers in [0, 1) that are the same in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Upstream cells by walking down from every cell. */
function countByWalking(directions: Uint8Array, { cols, rows }: typeof SHAPE): Uint32Array {
  const upstream = new Uint32Array(cols * rows);
  for (let start = 0; start < upstream.length; start++) {
    for (let cell = start; directions[cell] !== 0; upstream[cell]++) {
      const d = Math.log2(directions[cell]);
      cell += NEIGHBOUR_DY[d] * cols + NEIGHBOUR_DX[d];
    }
  }
  return upstream;
}

describe("accumulateFlow", () => {
  it("counts what walking down from every cell counts, on rough ground with gaps", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 40; round++) {
      const shape = { cols: 3 + Math.floor(random() * 12), rows: 3 + Math.floor(random() * 12) };
      const heights = Array.from({ length: shape.cols * shape.rows }, () =>
        random() < 0.05 ? Number.NaN : Math.floor(random() * 30),
      );
      const directions = computeFlowDirections(heights, shape);
      expect(accumulateFlow(directions, shape)).toEqual(countByWalking(directions, shape));
    }
  });
});

describe("describeFlow", () => {
  it("keeps a deep and wide depression, where the water ends", () => {
    const { sinks, directions, upstream } = describeFlow(plainWithPit(10, 1), SHAPE);
    expect(directions[24]).toBe(0);
    expect([...sinks].filter(Boolean)).toHaveLength(1);
    expect(sinks[24]).toBe(1);
    expect(upstream[24]).toBeGreaterThanOrEqual(8);
  });

  it("fills a shallow one and lets the water through", () => {
    const { sinks, directions } = describeFlow(plainWithPit(0.5, 1), SHAPE);
    expect([...sinks].filter(Boolean)).toHaveLength(0);
    expect(directions[24]).not.toBe(0);
  });

  it("believes a known sinkhole, in a shallow depression and on a slope", () => {
    const sinkholes = new Uint8Array(49);
    sinkholes[24] = 1;
    sinkholes[1] = 1;
    const { sinks, directions, upstream } = describeFlow(plainWithPit(0.5, 1), SHAPE, { sinkholes });
    expect([sinks[24], sinks[1], directions[24], directions[1]]).toEqual([1, 1, 0, 0]);
    // What comes from the west ends in the sinkhole on the slope and does not reach its eastern neighbour.
    expect(upstream[1]).toBe(1);
    expect(upstream[2]).toBe(0);
    expect(describeFlow(plainWithPit(0.5, 1), SHAPE).upstream[2]).toBe(2);
  });

  it("calls the rim and the edge of the data no sink", () => {
    const slope = Float32Array.from({ length: 49 }, (_, i) => (i === 25 ? Number.NaN : 100 - (i % 7)));
    const { sinks, directions } = describeFlow(slope, SHAPE);
    expect(directions[6]).toBe(0);
    expect([...sinks].filter(Boolean)).toHaveLength(0);
  });
});
