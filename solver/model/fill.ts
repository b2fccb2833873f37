/** Where each unit's columns begin; columns are in order of unit. */
export function unitStarts(program: {
  readonly unitCount: number;
  readonly options: readonly unknown[];
  readonly columnPair: Int32Array;
}): Int32Array {
  const starts = new Int32Array(program.unitCount + 1);
  for (const pair of program.columnPair) starts[Math.floor(pair / program.options.length) + 1]++;
  for (let unit = 0; unit < program.unitCount; unit++) starts[unit + 1] += starts[unit];
  return starts;
}

/**
 * Largest `sum value x` one unit can reach with `0 <= x <= cap` and `sum x <= limit`: options in order of value, each up
 * to its cap, while the value is positive. Exact: it is a continuous knapsack with equal weights.
 *
 * @param mustFill the shares sum to the limit, as far as the caps let them: values below 0 are taken too.
 */
export function bestFill(
  values: ArrayLike<number>,
  caps: ArrayLike<number>,
  limit: number,
  count: number,
  mustFill = false,
): number {
  let best = mustFill && count > 0 ? Number.NEGATIVE_INFINITY : 0;
  let isWide = true;
  for (let index = 0; index < count; index++) {
    if (values[index] > best) best = values[index];
    if (caps[index] < limit) isWide = false;
  }
  // Where every cap is wide the best option takes the whole parcel: no order is needed.
  if (isWide || (best === 0 && !mustFill)) return limit > 0 ? best * limit : 0;
  return fillInOrder(values, caps, limit, count, mustFill);
}

function fillInOrder(
  values: ArrayLike<number>,
  caps: ArrayLike<number>,
  limit: number,
  count: number,
  mustFill: boolean,
): number {
  let left = limit;
  let total = 0;
  const order = Array.from({ length: count }, (_, index) => index)
    .filter((index) => mustFill || values[index] > 0)
    .sort((a, b) => values[b] - values[a]);
  for (const index of order) {
    if (left <= 0) break;
    const take = Math.min(caps[index], left);
    total += take * values[index];
    left -= take;
  }
  return total;
}
