import { type ComparisonMatrix, findReciprocityFaults } from "#solver/region";

export interface AhpWeights {
  /** One per row of the matrix, sum 1. */
  readonly weights: Float64Array;
  /** Principal eigenvalue; `n` for a perfectly consistent matrix. */
  readonly lambda: number;
  readonly consistencyIndex: number;
  /** Consistency ratio; 0 for two rows or fewer. */
  readonly consistencyRatio: number;
  /** Ratio below 0.10 (Saaty's rule). */
  readonly acceptable: boolean;
  /** The judgement farthest from the ratio of the resulting weights: row, column, and the value that would fit. */
  readonly worst: {
    readonly row: number;
    readonly column: number;
    readonly given: number;
    readonly fitting: number;
  };
}

/**
 * Mean consistency index of random matrices, n = 1..15.
 * Source: Saaty's table as printed in the R package AHPWR [S]; tables by simulation give about 10 % larger ratios at n = 3.
 */
export const RANDOM_INDEX = [
  0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
] as const;

const EIGENVECTOR_TOLERANCE = 1e-12;
const MAX_ITERATIONS = 10_000;

/**
 * Weights of a reciprocal comparison matrix by its principal eigenvector (power iteration), with consistency.
 *
 * @throws {RangeError} when the matrix has no rows, more than fifteen, or is not reciprocal.
 *
 * Source: Saaty 1980, The Analytic Hierarchy Process.
 */
export function weighByAhp(matrix: ComparisonMatrix): AhpWeights {
  const n = matrix.names.length;
  if (n < 1 || n > RANDOM_INDEX.length)
    throw new RangeError(`An AHP matrix has 1 to ${RANDOM_INDEX.length} rows, not ${n}`);
  if (matrix.judgements.length !== n * n) throw new RangeError(`${n} rows need ${n * n} judgements`);
  if (findReciprocityFaults(matrix).length > 0)
    throw new RangeError("The comparison matrix is not reciprocal");

  const judgements = makeReciprocal(matrix.judgements, n);
  const weights = principalEigenvector(judgements, n);
  const lambda = eigenvalueOf(judgements, weights, n);
  const consistencyIndex = n > 1 ? (lambda - n) / (n - 1) : 0;
  const consistencyRatio = n > 2 ? consistencyIndex / RANDOM_INDEX[n - 1] : 0;
  return {
    weights,
    lambda,
    consistencyIndex,
    consistencyRatio,
    acceptable: consistencyRatio < 0.1,
    worst: worstJudgement(judgements, weights, n),
  };
}

/** The upper triangle and its exact reciprocals: a lower one written as 0.33 must not cost consistency. */
function makeReciprocal(a: Float64Array, n: number): Float64Array {
  return a.map((judgement, at) => {
    const [row, column] = [Math.trunc(at / n), at % n];
    return row > column ? 1 / a[column * n + row] : judgement;
  });
}

function principalEigenvector(a: Float64Array, n: number): Float64Array {
  let weights = new Float64Array(n).fill(1 / n);
  for (let iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
    const next = multiply(a, weights, n);
    const total = next.reduce((sum, value) => sum + value, 0);
    let change = 0;
    for (let i = 0; i < n; i++) {
      next[i] /= total;
      change = Math.max(change, Math.abs(next[i] - weights[i]));
    }
    weights = next;
    if (change < EIGENVECTOR_TOLERANCE) break;
  }
  return weights;
}

function eigenvalueOf(a: Float64Array, weights: Float64Array, n: number): number {
  const product = multiply(a, weights, n);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += product[i] / weights[i];
  return sum / n;
}

function multiply(a: Float64Array, vector: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) product[i] += a[i * n + j] * vector[j];
  return product;
}

function worstJudgement(a: Float64Array, weights: Float64Array, n: number): AhpWeights["worst"] {
  let worst = { row: 0, column: 0, given: 1, fitting: 1 };
  let largest = 0;
  for (let row = 0; row < n; row++)
    for (let column = row + 1; column < n; column++) {
      const given = a[row * n + column];
      const fitting = weights[row] / weights[column];
      const distance = Math.abs(Math.log(given / fitting));
      if (distance > largest) {
        largest = distance;
        worst = { row, column, given, fitting };
      }
    }
  return worst;
}
