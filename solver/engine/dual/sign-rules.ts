/** Limits of the coupling rows as an engine sees them. */
export interface RowLimits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Sets prices to 0 that would price a limit the row does not have; returns its argument. */
export function keepSigns(limits: RowLimits, rowDual: Float64Array): Float64Array {
  for (let row = 0; row < rowDual.length; row++) {
    if (limits.upper[row] === Number.POSITIVE_INFINITY && rowDual[row] > 0) rowDual[row] = 0;
    if (limits.lower[row] === Number.NEGATIVE_INFINITY && rowDual[row] < 0) rowDual[row] = 0;
  }
  return rowDual;
}

/** What the limits are worth at these prices: the part of the dual bound that does not depend on the units. */
export function priceLimits(limits: RowLimits, rowDual: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < rowDual.length; row++) {
    const price = rowDual[row];
    if (price > 0) sum += price * limits.upper[row];
    else if (price < 0) sum += price * limits.lower[row];
  }
  return sum;
}
