import { type DecisionMatrix, normaliseMinMax } from "./normalise.ts";

/** Fewest parcels from which a spread can be told. */
const LEAST_PARCELS = 3;

/**
 * Entropy weights: a criterion that tells parcels apart weighs more. A criterion equal everywhere weighs 0;
 * all equal gives equal weights.
 *
 * @returns one weight per column, sum 1.
 * @throws {RangeError} with fewer than three rows.
 *
 * Source: Shannon 1948; Zeleny 1982, Multiple Criteria Decision Making.
 */
export function weighByEntropy(matrix: DecisionMatrix): Float64Array {
  const { rows, columns } = matrix;
  if (rows < LEAST_PARCELS) throw new RangeError(`Entropy weights need at least 3 parcels, not ${rows}`);
  const z = normaliseMinMax(matrix);
  const divergence = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    let total = 0;
    let count = 0;
    for (let r = 0; r < rows; r++) {
      if (Number.isNaN(z[r * columns + c])) continue;
      total += z[r * columns + c];
      count++;
    }
    if (count < LEAST_PARCELS || total === 0 || isConstant(matrix, c)) continue;
    let entropy = 0;
    for (let r = 0; r < rows; r++) {
      const share = z[r * columns + c] / total;
      if (share > 0) entropy -= share * Math.log(share);
    }
    divergence[c] = 1 - entropy / Math.log(count);
  }
  return toShares(divergence);
}

/**
 * CRITIC weights: contrast of a criterion times its conflict with the others.
 *
 * @returns one weight per column, sum 1; a constant criterion weighs 0.
 *
 * Source: Diakoulaki, Mavrotas and Papayannakis 1995, Computers & Operations Research 22(7), 763-770.
 */
export function weighByCritic(matrix: DecisionMatrix): Float64Array {
  const { rows, columns } = matrix;
  if (rows < LEAST_PARCELS) throw new RangeError(`CRITIC weights need at least 3 parcels, not ${rows}`);
  const z = normaliseMinMax(matrix);
  const deviation = Float64Array.from({ length: columns }, (_, c) =>
    isConstant(matrix, c) ? 0 : Math.sqrt(covarianceOf(z, rows, columns, c, c).own),
  );
  const information = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    if (deviation[c] === 0) continue;
    let conflict = 0;
    for (let k = 0; k < columns; k++) {
      if (k === c || deviation[k] === 0) continue;
      const { own, other, joint } = covarianceOf(z, rows, columns, c, k);
      const spread = Math.sqrt(own * other);
      conflict += spread > 0 ? 1 - joint / spread : 1;
    }
    information[c] = deviation[c] * conflict;
  }
  return toShares(information);
}

/** Sample variances of two columns and their covariance over the parcels that have data in both; 0 for fewer than two. */
function covarianceOf(z: Float64Array, rows: number, columns: number, a: number, b: number) {
  let [count, meanA, meanB, own, other, joint] = [0, 0, 0, 0, 0, 0];
  for (let r = 0; r < rows; r++) {
    const x = z[r * columns + a];
    const y = z[r * columns + b];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    count++;
    const [dx, dy] = [x - meanA, y - meanB];
    meanA += dx / count;
    meanB += dy / count;
    own += dx * (x - meanA);
    other += dy * (y - meanB);
    joint += dx * (y - meanB);
  }
  const freedom = Math.max(1, count - 1);
  return { own: own / freedom, other: other / freedom, joint: joint / freedom };
}

function isConstant(matrix: DecisionMatrix, column: number): boolean {
  let first = Number.NaN;
  for (let r = 0; r < matrix.rows; r++) {
    const value = matrix.values[r * matrix.columns + column];
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(first)) first = value;
    else if (value !== first) return false;
  }
  return true;
}

function toShares(amounts: Float64Array): Float64Array {
  const total = amounts.reduce((sum, value) => sum + value, 0);
  return total > 0 ? amounts.map((value) => value / total) : amounts.map(() => 1 / amounts.length);
}
