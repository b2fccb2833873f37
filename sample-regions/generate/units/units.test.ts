import { describe, expect, it } from "vitest";
import { growRegions, labelPockets } from "./grow-regions.ts";
import { measureAdjacency, mergeSmall } from "./merge-small.ts";

const SHAPE = { cols: 6, rows: 2 };

describe("growRegions", () => {
  it("puts the border on the costly cells and never crosses ground of another code", () => {
    const cost = Float64Array.of(1, 1, 1, 9, 1, 1, 1, 1, 1, 9, 1, 1);
    const label = growRegions([0, 5], cost, new Uint8Array(12).fill(1), SHAPE);
    expect([...label.subarray(0, 3)]).toEqual([1, 1, 1]);
    expect([...label.subarray(4, 6)]).toEqual([2, 2]);
    const split = Uint8Array.of(1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2);
    expect([...growRegions([0], cost, split, SHAPE)]).toEqual([1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0]);
  });

  it("leaves pockets that get labels of their own", () => {
    const ground = Uint8Array.of(1, 1, 2, 2, 1, 1, 1, 1, 2, 2, 1, 1);
    const label = growRegions([0], new Float64Array(12).fill(1), ground, SHAPE);
    expect(labelPockets(label, ground, SHAPE)).toBe(3);
    expect([...label]).toEqual([1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3]);
  });
});

describe("mergeSmall", () => {
  const aRow = () => Int32Array.of(1, 1, 1, 2, 3, 3, 1, 1, 1, 3, 3, 3);

  it("measures shared borders in cell edges", () => {
    const adjacency = measureAdjacency(aRow(), SHAPE, 3);
    expect(adjacency[2]).toEqual(
      new Map([
        [1, 1],
        [3, 2],
      ]),
    );
  });

  it("merges into the neighbour with the longest border and numbers anew", () => {
    const label = aRow();
    expect(mergeSmall(label, SHAPE, 3, { minCells: 2, maxCells: 20 })).toBe(2);
    expect([...label]).toEqual([1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2]);
  });

  it("merges only where it may", () => {
    const label = aRow();
    mergeSmall(label, SHAPE, 3, { minCells: 2, maxCells: 20, mayMerge: (_, partner) => partner === 1 });
    expect(label[3]).toBe(1);
  });
});
