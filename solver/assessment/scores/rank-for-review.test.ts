import { describe, expect, it } from "vitest";
import { statedWeighing } from "../../../tests/helpers/stated-weighing.ts";
import type { GateTable } from "../assessment.ts";
import { rankForReview } from "./rank-for-review.ts";

const WIDTH = 2;

/** Parcels of two industries; a row of four scores each, suitability as their mean, closed where the row is empty. */
function parcels(...rows: readonly (readonly number[])[]) {
  const column = (c: number) => Float32Array.from(rows, (row) => row[c] ?? Number.NaN);
  const cap = Float32Array.from(rows, (row) => (row.length > 0 ? 1 : 0));
  const mean = (row: readonly number[]) => {
    const known = row.filter((score) => !Number.isNaN(score));
    return known.reduce((sum, score) => sum + score, 0) / known.length;
  };
  return {
    unitCount: rows.length / WIDTH,
    options: ["RR", "GR"] as const,
    suitability: Float32Array.from(rows, (row) => (row.length > 0 ? mean(row) : 0)),
    gates: { cap } as GateTable,
    scores: { ecological: column(0), resource: column(1), potential: column(2), policy: column(3) },
    weighing: statedWeighing({}),
  };
}

describe("rankForReview", () => {
  it("ranks parcels by the best industry of each, and leaves closed ones without a rank", () => {
    const { rank, option, closeness } = rankForReview(
      parcels([0.2, 0.2, 0.2, 0.2], [0.9, 0.9, 0.9, 0.9], [0.5, 0.5, 0.5, 0.5], [], [], []),
    );
    expect([...rank]).toEqual([1, 2, 0]);
    expect(option).toEqual(["GR", "RR", ""]);
    expect([...closeness]).toEqual([1, 0, Number.NaN]);
  });

  it("gives equals the same rank and skips the next", () => {
    const high = [0.8, 0.8, 0.8, 0.8];
    const { rank } = rankForReview(parcels(high, [], high, [], [0.1, 0.1, 0.1, 0.1], []));
    expect([...rank]).toEqual([1, 1, 3]);
  });

  it("never ranks a parcel lower when one of its scores rises", () => {
    const others = [[0.4, 0.7, 0.5, 0.6], [], [0.6, 0.3, 0.7, 0.4], []];
    let before = Number.POSITIVE_INFINITY;
    for (let score = 0.1; score <= 1; score += 0.1) {
      const { rank } = rankForReview(parcels([score, 0.5, 0.5, 0.5], [], ...others));
      expect(rank[0]).toBeLessThanOrEqual(before);
      before = rank[0];
    }
    expect(before).toBe(1);
  });

  it("is not moved by a score that nobody has", () => {
    const none = Number.NaN;
    const { closeness } = rankForReview(
      parcels([0.9, 0.2, 0.5, none], [], [0.1, 0.8, 0.5, none], [], [0.5, 0.5, 0.5, none], []),
    );
    expect([...closeness].every(Number.isFinite)).toBe(true);
  });

  it("is empty where nothing is open", () => {
    expect([...rankForReview(parcels([], [])).rank]).toEqual([0]);
  });
});
