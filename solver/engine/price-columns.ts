import { type Program, unitStarts } from "#solver/model";

/** What one pricing pass over all columns finds at given row prices. */
export interface Pricing {
  /** Benefit of each column minus its use of the rows at their prices. */
  readonly profit: Float64Array;
  /** What one more unit of each parcel is worth: the profit of its marginal option, 0 when it is not full. */
  readonly rent: Float64Array;
  /** Shares of the best answer of every parcel to these prices. */
  readonly fill: Float64Array;
  /** Best value of each parcel. */
  readonly best: Float64Array;
}

/** A program with what every pass needs: where units begin and which benefit is maximised. */
export interface PricedProgram {
  readonly program: Program;
  readonly benefit: Float64Array;
  readonly starts: Int32Array;
  readonly cap: Float64Array;
}

export function pricedProgram(program: Program, benefit: Float64Array): PricedProgram {
  return {
    program,
    benefit,
    starts: unitStarts(program),
    cap: Float64Array.from(program.columnPair, (pair) => program.cap[pair]),
  };
}

/** Best answer of every parcel to row prices `y`: its options in order of profit, up to their caps and its limit. */
export function priceColumns({ program, benefit, starts, cap }: PricedProgram, y: Float64Array): Pricing {
  const profit = columnProfits(program, benefit, y);
  const fill = new Float64Array(profit.length);
  const rent = new Float64Array(program.unitCount);
  const best = new Float64Array(program.unitCount);
  for (let unit = 0; unit < program.unitCount; unit++) {
    let left = program.unitLimit[unit];
    // A parcel has at most a few profitable options worth filling: repeated selection beats sorting.
    while (left > 0) {
      let chosen = -1;
      for (let column = starts[unit]; column < starts[unit + 1]; column++) {
        if (fill[column] === 0 && profit[column] > 0 && (chosen < 0 || profit[column] > profit[chosen]))
          chosen = column;
      }
      if (chosen < 0) break;
      fill[chosen] = Math.min(cap[chosen], left);
      left -= fill[chosen];
      best[unit] += fill[chosen] * profit[chosen];
      if (left <= 0) rent[unit] = profit[chosen];
    }
  }
  return { profit, rent, fill, best };
}

function columnProfits(program: Program, benefit: Float64Array, y: Float64Array): Float64Array {
  const { columnStarts, rowIndex, coefficient } = program;
  const profit = Float64Array.from(benefit);
  for (let column = 0; column < profit.length; column++) {
    let cost = 0;
    for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++) {
      cost += y[rowIndex[entry]] * coefficient[entry];
    }
    profit[column] -= cost;
  }
  return profit;
}

/** Prices times limits: what the rows contribute to the bound. Prices of the wrong sign must be 0. */
export function priceOfLimits({ rowLower, rowUpper }: Program, y: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < y.length; row++) {
    if (y[row] > 0) sum += y[row] * rowUpper[row];
    else if (y[row] < 0) sum += y[row] * rowLower[row];
  }
  return sum;
}

/** Prices with those of the wrong sign set to 0. */
export function feasiblePrices({ rowLower, rowUpper }: Program, y: Float64Array): Float64Array {
  return y.map((price, row) => {
    if (price > 0 && rowUpper[row] === Number.POSITIVE_INFINITY) return 0;
    if (price < 0 && rowLower[row] === Number.NEGATIVE_INFINITY) return 0;
    return price;
  });
}

/** Typical size of each row's price: mean benefit over mean coefficient. */
export function naturalPrices({ program, benefit }: PricedProgram): Float64Array {
  const sum = new Float64Array(program.rows.length);
  const count = new Float64Array(program.rows.length);
  program.rowIndex.forEach((row, entry) => {
    sum[row] += Math.abs(program.coefficient[entry]);
    count[row]++;
  });
  const meanBenefit =
    benefit.reduce((total, value) => total + Math.abs(value), 0) / Math.max(1, benefit.length);
  return sum.map((total, row) => (total > 0 ? (meanBenefit * count[row]) / total : 1));
}
