/**
 * Criterion values of the parcels to be weighed: row-major `rows x columns`; `benefit[c]` is false where less is better.
 * NaN is no data: the parcel tells nothing about that criterion.
 */
export interface DecisionMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  readonly benefit: readonly boolean[];
}

/** Min-max worth of every value, 1 = best in its column; a constant column is 1 throughout. */
export function normaliseMinMax(matrix: DecisionMatrix): Float64Array {
  const { rows, columns, values, benefit } = matrix;
  const z = new Float64Array(rows * columns);
  for (let c = 0; c < columns; c++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let r = 0; r < rows; r++) {
      const value = values[r * columns + c];
      if (value < low) low = value;
      if (value > high) high = value;
    }
    for (let r = 0; r < rows; r++) {
      const value = values[r * columns + c];
      z[r * columns + c] =
        high === low && !Number.isNaN(value) ? 1 : (benefit[c] ? value - low : high - value) / (high - low);
    }
  }
  return z;
}
