import { describe, expect, it } from "vitest";
import { makeRandom } from "../core/random.ts";
import { allocateByPrice, type Bidder } from "./allocate-by-price.ts";

/** Twenty units of one hectare that all like class 0 best. */
function twentyBidders(): Bidder[] {
  const random = makeRandom(9);
  return Array.from({ length: 20 }, () => ({
    weight: 1,
    scores: Float64Array.of(1 + random(), random(), random()),
  }));
}

const countOf = (choice: Uint8Array, c: number) => choice.filter((chosen) => chosen === c).length;

describe("allocateByPrice", () => {
  it("meets the quotas on 20 units", () => {
    const quotas = [8, 7, 5];
    const choice = allocateByPrice(twentyBidders(), quotas, new Float64Array(3), 260);
    quotas.forEach((quota, c) => {
      expect(Math.abs(countOf(choice, c) - quota)).toBeLessThanOrEqual(1);
    });
  });

  it("leaves every unit its best class while prices are equal", () => {
    const choice = allocateByPrice(twentyBidders(), [20, 0, 0], new Float64Array(3), 1);
    expect(countOf(choice, 0)).toBe(20);
  });

  it("keeps those in a class who like it most", () => {
    const bidders = twentyBidders();
    const choice = allocateByPrice(bidders, [10, 10, 0], new Float64Array(3), 260);
    const lead = bidders.map(({ scores }) => scores[0] - scores[1]);
    const least = Math.min(...lead.filter((_, k) => choice[k] === 0));
    const most = Math.max(...lead.filter((_, k) => choice[k] === 1));
    expect(least).toBeGreaterThanOrEqual(most);
  });
});
