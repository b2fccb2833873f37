import type { Program } from "#solver/model";
import type { Pricer } from "./pricer.ts";

/** Prices from the compressed columns: exactly the numbers that were rounded at compile. */
export class ColumnPricer implements Pricer {
  readonly #program: Program;
  readonly #benefit: Float64Array;
  readonly #starts: Int32Array;
  readonly #price: Float64Array;
  readonly #activity: Float64Array;

  constructor(program: Program, benefit: Float64Array, unitStarts: Int32Array) {
    this.#program = program;
    this.#benefit = benefit;
    this.#starts = unitStarts;
    this.#price = new Float64Array(program.rows.length);
    this.#activity = new Float64Array(program.rows.length);
  }

  setPrices(rowDual: Float64Array): void {
    this.#price.set(rowDual);
  }

  profits(unit: number, out: Float64Array): void {
    const { columnStarts, rowIndex, coefficient } = this.#program;
    const price = this.#price;
    const first = this.#starts[unit];
    const end = this.#starts[unit + 1];
    for (let column = first; column < end; column++) {
      let profit = this.#benefit[column];
      const last = columnStarts[column + 1];
      for (let entry = columnStarts[column]; entry < last; entry++)
        profit -= price[rowIndex[entry]] * coefficient[entry];
      out[column - first] = profit;
    }
  }

  clearActivity(): void {
    this.#activity.fill(0);
  }

  addActivity(_unit: number, column: number, share: number): void {
    const { columnStarts, rowIndex, coefficient } = this.#program;
    for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++)
      this.#activity[rowIndex[entry]] += share * coefficient[entry];
  }

  readActivity(out: Float64Array): void {
    for (let row = 0; row < out.length; row++) out[row] += this.#activity[row];
  }
}
