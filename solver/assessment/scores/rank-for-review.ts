import { ASSESSMENT_IDS, type OptionId } from "#solver/region";
import type { Assessment } from "../assessment.ts";
import { rankByTopsis } from "../weights/topsis.ts";

/** Order in which parcels deserve a look: first those whose best industry comes nearest to the ideal in all four scores. */
export interface ReviewRanking {
  /** 1 = nearest to the ideal, equals share a rank; 0 = nothing is open there or there is no data. Per unit. */
  readonly rank: Uint32Array;
  /** Closeness to the ideal 0-1 per unit; NaN where there is no rank. */
  readonly closeness: Float64Array;
  /** The open option of highest suitability, first of equals; "" where there is none. */
  readonly option: readonly (OptionId | "")[];
}

/**
 * TOPSIS over the parcels, on the four scores of each parcel's best industry, with the weights of the assessments.
 *
 * A score that no parcel has is left out; where only some lack it they take the mean of the others, which moves them
 * neither up nor down.
 */
export function rankForReview({
  unitCount,
  options,
  suitability,
  gates,
  scores,
  weighing,
}: Pick<
  Assessment,
  "unitCount" | "options" | "suitability" | "gates" | "scores" | "weighing"
>): ReviewRanking {
  const best = Array.from({ length: unitCount }, (_, unit) =>
    bestPair(unit, options.length, suitability, gates),
  );
  const ranked = best.flatMap((pair, unit) => (pair < 0 ? [] : [unit]));
  const columns = ASSESSMENT_IDS.flatMap((id, i) => {
    const column = ranked.map((unit) => scores[id][best[unit]]);
    const known = column.filter((score) => !Number.isNaN(score));
    if (known.length === 0) return [];
    const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
    const filled = column.map((score) => (Number.isNaN(score) ? mean : score));
    return [{ weight: weighing.assessments.weights[i], filled }];
  });
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const nearness = rankByTopsis(
    {
      rows: ranked.length,
      columns: columns.length,
      values: Float64Array.from(ranked.flatMap((_, row) => columns.map(({ filled }) => filled[row]))),
      benefit: columns.map(() => true),
    },
    Float64Array.from(columns, ({ weight }) => weight / total),
  );
  const closeness = new Float64Array(unitCount).fill(Number.NaN);
  ranked.forEach((unit, row) => {
    closeness[unit] = nearness[row];
  });
  return {
    rank: ranksOf(closeness, ranked),
    closeness,
    option: best.map((pair) => (pair < 0 ? "" : options[pair % options.length])),
  };
}

function bestPair(
  unit: number,
  width: number,
  suitability: Float32Array,
  { cap }: Assessment["gates"],
): number {
  let [best, most] = [-1, Number.NEGATIVE_INFINITY];
  for (let pair = unit * width; pair < (unit + 1) * width; pair++) {
    if (cap[pair] > 0 && suitability[pair] > most) [best, most] = [pair, suitability[pair]];
  }
  return best;
}

function ranksOf(closeness: Float64Array, ranked: readonly number[]): Uint32Array {
  const rank = new Uint32Array(closeness.length);
  const order = ranked.toSorted((a, b) => closeness[b] - closeness[a] || a - b);
  order.forEach((unit, i) => {
    const before = order[i - 1];
    rank[unit] = i > 0 && closeness[before] === closeness[unit] ? rank[before] : i + 1;
  });
  return rank;
}
