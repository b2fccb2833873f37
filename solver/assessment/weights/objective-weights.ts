import { type DecisionMatrix, normaliseMinMax } from "./normalise.ts";

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
  if (rows < 3) throw new RangeError(`Entropy weights need at least 3 parcels, not ${rows}`);
  const z = normaliseMinMax(matrix);
  const divergence = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    let total = 0;
    for (let r = 0; r < rows; r++) total += z[r * columns + c];
    if (total === 0 || isConstant(matrix, c)) continue;
    let entropy = 0;
    for (let r = 0; r < rows; r++) {
      const share = z[r * columns + c] / total;
      if (share > 0) entropy -= share * Math.log(share);
    }
    divergence[c] = 1 - entropy / Math.log(rows);
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
  if (rows < 3) throw new RangeError(`CRITIC weights need at least 3 parcels, not ${rows}`);
  const z = normaliseMinMax(matrix);
  const mean = new Float64Array(columns);
  const deviation = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    for (let r = 0; r < rows; r++) mean[c] += z[r * columns + c] / rows;
    for (let r = 0; r < rows; r++) deviation[c] += (z[r * columns + c] - mean[c]) ** 2;
    deviation[c] = isConstant(matrix, c) ? 0 : Math.sqrt(deviation[c] / (rows - 1));
  }
  const information = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    if (deviation[c] === 0) continue;
    let conflict = 0;
    for (let k = 0; k < columns; k++) {
      if (k === c || deviation[k] === 0) continue;
      let covariance = 0;
      for (let r = 0; r < rows; r++)
        covariance += (z[r * columns + c] - mean[c]) * (z[r * columns + k] - mean[k]);
      conflict += 1 - covariance / ((rows - 1) * deviation[c] * deviation[k]);
    }
    information[c] = deviation[c] * conflict;
  }
  return toShares(information);
}

function isConstant(matrix: DecisionMatrix, column: number): boolean {
  const first = matrix.values[column];
  for (let r = 1; r < matrix.rows; r++)
    if (matrix.values[r * matrix.columns + column] !== first) return false;
  return true;
}

function toShares(amounts: Float64Array): Float64Array {
  const total = amounts.reduce((sum, value) => sum + value, 0);
  return total > 0 ? amounts.map((value) => value / total) : amounts.map(() => 1 / amounts.length);
}
