/** A pairwise comparison matrix, row-major: `judgements[i * n + j]` says how much more `i` matters than `j` (1/9 to 9). */
export interface ComparisonMatrix {
  readonly names: readonly string[];
  readonly judgements: Float64Array;
}

/** A cell that breaks `a_ij a_ji = 1`, is not positive, or a diagonal that is not 1. */
export interface ReciprocityFault {
  readonly row: number;
  readonly column: number;
  readonly given: number;
  /** NaN where the judgement itself is not a positive number. */
  readonly expected: number;
}

/**
 * How far `a_ij a_ji` may be from 1. Papers print 1/6 as 0.17 and 1/8 as 0.13; neighbouring judgements of Saaty's scale
 * are an eighth apart, so that a real disagreement is still found.
 */
const RECIPROCITY_TOLERANCE = 0.05;

/** Every cell that keeps the matrix from being a reciprocal one; empty when it is sound. */
export function findReciprocityFaults({ names, judgements: a }: ComparisonMatrix): ReciprocityFault[] {
  const n = names.length;
  const faults: ReciprocityFault[] = [];
  for (let row = 0; row < n; row++) {
    if (a[row * n + row] !== 1) faults.push({ row, column: row, given: a[row * n + row], expected: 1 });
    for (let column = row + 1; column < n; column++) {
      const upper = a[row * n + column];
      const lower = a[column * n + row];
      if (!(upper > 0) || !Number.isFinite(upper))
        faults.push({ row, column, given: upper, expected: Number.NaN });
      else if (!(Math.abs(upper * lower - 1) <= RECIPROCITY_TOLERANCE))
        faults.push({ row: column, column: row, given: lower, expected: 1 / upper });
    }
  }
  return faults;
}
