export interface CombinedWeights {
  readonly weights: Float64Array;
  /** `average` also when the game-theory system was not sound and the average stood in for it. */
  readonly method: "average" | "game-theory";
  /** Solution of the game-theory system, one per weight vector; empty for an average that was asked for. */
  readonly alpha: Float64Array;
}

/** Mean of several weight vectors, sum 1. It is also the least-squares compromise between them. */
export function averageWeights(vectors: readonly Float64Array[]): CombinedWeights {
  const weights = new Float64Array(vectors[0].length);
  for (const vector of vectors)
    for (let i = 0; i < weights.length; i++) weights[i] += vector[i] / vectors.length;
  return { weights, method: "average", alpha: new Float64Array(0) };
}

/**
 * Game-theory combination of weight vectors: `G alpha = diag(G)`, `G_ij = w_i . w_j`. The system often returns negative
 * alpha; taking magnitudes then reverses a preference in silence. Here the average stands in whenever one alpha is not
 * positive, and `method` says so.
 *
 * Source: combination of weights after Nash, as used in Chinese evaluation literature; soundness rule of this program.
 */
export function combineByGameTheory(vectors: readonly Float64Array[]): CombinedWeights {
  const n = vectors.length;
  const gram = Array.from({ length: n }, (_, i) =>
    Float64Array.from(vectors, (vector) => dot(vectors[i], vector)),
  );
  const alpha = solveLinearSystem(
    gram,
    Float64Array.from(gram, (row, i) => row[i]),
  );
  if (alpha === undefined || alpha.some((value) => !(value > 0)))
    return { ...averageWeights(vectors), alpha: alpha ?? new Float64Array(0) };
  const total = alpha.reduce((sum, value) => sum + value, 0);
  const weights = new Float64Array(vectors[0].length);
  for (let v = 0; v < n; v++)
    for (let i = 0; i < weights.length; i++) weights[i] += (alpha[v] / total) * vectors[v][i];
  return { weights, method: "game-theory", alpha };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Gaussian elimination with partial pivoting; undefined when the matrix is singular to working precision. */
function solveLinearSystem(matrix: readonly Float64Array[], right: Float64Array): Float64Array | undefined {
  const n = right.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const x = Float64Array.from(right);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) pivot = row;
    if (Math.abs(a[pivot][column]) < 1e-14) return undefined;
    [a[column], a[pivot]] = [a[pivot], a[column]];
    [x[column], x[pivot]] = [x[pivot], x[column]];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row][column] / a[column][column];
      for (let k = column; k < n; k++) a[row][k] -= factor * a[column][k];
      x[row] -= factor * x[column];
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row] -= a[row][k] * x[k];
    x[row] /= a[row][row];
  }
  return x;
}
