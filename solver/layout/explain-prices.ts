import type { Solution } from "#solver/engine";
import type { Program } from "#solver/model";
import type { Layout } from "./layout.ts";

/** What the prices say about each parcel. */
export interface Explanation {
  /** Reduced profit of each pair, objective points for the whole parcel; NaN where gated. As is has profit 0. */
  readonly profit: Float32Array;
  /** Best option besides the leading one per unit: option index, -1 = as is. */
  readonly runnerUp: Int16Array;
  /** Reduced profit of the leading use minus that of the runner-up; 0 where a parcel is split. */
  readonly margin: Float32Array;
}

/**
 * Why each parcel got what it got: benefit minus what the option uses of scarce rows at their prices. The margin is how
 * much the leading use could lose before the parcel changes.
 */
export function explainPrices(program: Program, solution: Solution, layout: Layout): Explanation {
  const optionCount = program.options.length;
  const profit = new Float32Array(program.unitCount * optionCount).fill(Number.NaN);
  for (let column = 0; column < program.columnPair.length; column++) {
    let value = program.benefit[column];
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      value -= solution.rowDual[program.rowIndex[entry]] * program.coefficient[entry];
    }
    profit[program.columnPair[column]] = value;
  }
  const runnerUp = new Int16Array(program.unitCount).fill(-1);
  const margin = new Float32Array(program.unitCount);
  for (let unit = 0; unit < program.unitCount; unit++) {
    const chosen = layout.leading[unit];
    const chosenProfit = chosen < 0 ? 0 : profit[unit * optionCount + chosen];
    let second = chosen < 0 ? Number.NEGATIVE_INFINITY : 0;
    for (let option = 0; option < optionCount; option++) {
      const value = profit[unit * optionCount + option];
      if (option === chosen || !(value > second)) continue;
      second = value;
      runnerUp[unit] = option;
    }
    margin[unit] = second === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : chosenProfit - second;
  }
  return { profit, runnerUp, margin };
}
