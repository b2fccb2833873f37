import { sortedWithin } from "./core/raster-filters.ts";

/** Codes of the lithology layer. */
export const ROCK = { limestone: 1, dolomite: 2, interbedded: 3, clastic: 4 } as const;

/** Rock of every cell: the strata cut at quantiles of the study area, so that the wanted shares (%) hold there. */
export function assignLithology(
  strata: Float64Array,
  studyArea: Uint8Array,
  sharesPct: readonly number[],
): Uint8Array {
  const sorted = sortedWithin(strata, studyArea);
  let cumulative = 0;
  const tops = sharesPct.map((share) => {
    cumulative += share;
    return sorted[Math.min(sorted.length - 1, Math.floor((cumulative / 100) * sorted.length))];
  });
  return Uint8Array.from(strata, (value) => {
    const rank = tops.findIndex((top) => value <= top);
    return rank < 0 ? sharesPct.length : rank + 1;
  });
}

export function isCarbonate(rock: number): boolean {
  return rock === ROCK.limestone || rock === ROCK.dolomite;
}
