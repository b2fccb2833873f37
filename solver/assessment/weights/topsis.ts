import type { DecisionMatrix } from "./normalise.ts";

/**
 * Closeness of every parcel to the ideal, 0-1, for ranking parcels for review; 0.5 where ideal and anti-ideal coincide.
 *
 * @param weights one per column, sum 1.
 *
 * Source: Hwang and Yoon 1981, Multiple Attribute Decision Making.
 */
export function rankByTopsis(matrix: DecisionMatrix, weights: Float64Array): Float64Array {
  const { rows, columns, values, benefit } = matrix;
  const weighted = new Float64Array(rows * columns);
  const ideal = new Float64Array(columns);
  const antiIdeal = new Float64Array(columns);
  for (let c = 0; c < columns; c++) {
    let squares = 0;
    for (let r = 0; r < rows; r++) squares += values[r * columns + c] ** 2;
    const norm = Math.sqrt(squares) || 1;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let r = 0; r < rows; r++) {
      const value = (weights[c] * values[r * columns + c]) / norm;
      weighted[r * columns + c] = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    ideal[c] = benefit[c] ? high : low;
    antiIdeal[c] = benefit[c] ? low : high;
  }
  const closeness = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let toIdeal = 0;
    let toAntiIdeal = 0;
    for (let c = 0; c < columns; c++) {
      toIdeal += (weighted[r * columns + c] - ideal[c]) ** 2;
      toAntiIdeal += (weighted[r * columns + c] - antiIdeal[c]) ** 2;
    }
    const distance = Math.sqrt(toIdeal) + Math.sqrt(toAntiIdeal);
    closeness[r] = distance === 0 ? 0.5 : Math.sqrt(toAntiIdeal) / distance;
  }
  return closeness;
}
