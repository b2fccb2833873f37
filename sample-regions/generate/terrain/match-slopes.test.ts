import { describe, expect, it } from "vitest";
import type { Lattice } from "../core/lattice.ts";
import { fractalNoise, makeNoise } from "../core/random.ts";
import { matchSlopes, measureSlopeShares } from "./match-slopes.ts";

const LATTICE: Lattice = { cols: 90, rows: 80, cellM: 30 };
const CELLS = LATTICE.cols * LATTICE.rows;
const EVERYWHERE = new Uint8Array(CELLS).fill(1);
const NOWHERE = new Uint8Array(CELLS);

/** A tilted plane with hills. */
function aHillyPlane(): Float64Array {
  const noise = makeNoise(5);
  return Float64Array.from({ length: CELLS }, (_, cell) => {
    const x = cell % LATTICE.cols;
    const y = Math.floor(cell / LATTICE.cols);
    return 1000 + 0.8 * x + 60 * fractalNoise(noise, x / 14, y / 14, 3);
  });
}

const HALF_GENTLE_HALF_STEEP = [50, 0, 0, 50, 0, 0];
const match = (pinned: Uint8Array) =>
  matchSlopes(aHillyPlane(), LATTICE, {
    mask: EVERYWHERE,
    shares: HALF_GENTLE_HALF_STEEP,
    pinned,
    rounds: 8,
    keepFormCells: 40,
  });

describe("matchSlopes", () => {
  it("brings a tilted plane with hills close to a target of two classes", () => {
    const before = measureSlopeShares(aHillyPlane(), LATTICE, EVERYWHERE);
    const after = measureSlopeShares(match(NOWHERE), LATTICE, EVERYWHERE);
    const distance = (shares: number[]) =>
      shares.reduce((total, share, k) => total + Math.abs(share - HALF_GENTLE_HALF_STEEP[k]), 0) / 2;
    expect(distance(after)).toBeLessThan(0.5 * distance(before));
    expect(after[0]).toBeGreaterThan(35);
    expect(after[3]).toBeGreaterThan(25);
  });

  it("moves pinned cells far less than the others", () => {
    const pinned = NOWHERE.map((_, cell) => (cell % LATTICE.cols === 20 ? 1 : 0));
    const before = aHillyPlane();
    const after = match(pinned);
    const moved = before.map((z, cell) => (pinned[cell] ? Math.abs(after[cell] - z) : 0));
    const free = before.map((z, cell) => (pinned[cell] ? 0 : Math.abs(after[cell] - z)));
    const mean = (values: Float64Array, mask: (cell: number) => boolean) => {
      const kept = values.filter((_, cell) => mask(cell));
      return kept.reduce((a, b) => a + b, 0) / kept.length;
    };
    expect(mean(moved, (cell) => pinned[cell] === 1)).toBeLessThan(
      0.5 * mean(free, (cell) => pinned[cell] === 0),
    );
  });
});
