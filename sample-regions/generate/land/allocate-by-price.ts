import { clamp } from "../core/numeric.ts";

export interface Bidder {
  readonly weight: number;
  /** Score of each class for this bidder. */
  readonly scores: Float64Array;
}

/**
 * Class of every bidder so that the classes meet their quotas: each bidder takes the class with the best score plus
 * price, and prices rise where a class is short and fall where it has too much.
 *
 * @param quotas wanted weight per class.
 * @param prices changed in place, so that a further call continues from them.
 */
export function allocateByPrice(
  bidders: readonly Bidder[],
  quotas: readonly number[],
  prices: Float64Array,
  rounds: number,
): Uint8Array {
  const choice = new Uint8Array(bidders.length);
  const total = bidders.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < rounds; round++) {
    const taken = new Float64Array(quotas.length);
    bidders.forEach(({ weight, scores }, k) => {
      let best = 0;
      for (let c = 1; c < scores.length; c++)
        if (scores[c] + prices[c] > scores[best] + prices[best]) best = c;
      choice[k] = best;
      taken[best] += weight;
    });
    const step = 0.9 / (1 + round / 25);
    quotas.forEach((quota, c) => {
      prices[c] += step * clamp((quota - taken[c]) / Math.max(quota, 0.02 * total), -0.6, 0.6);
    });
  }
  return choice;
}
