/**
 * Prices columns and adds up what shares use of each row. Two forms of the same thing: `FactoredPricer` reads a few
 * factors per unit and is fast, `ColumnPricer` reads the program's rounded coefficients and is exact.
 */
export interface Pricer {
  /** Sets the price of every row; holds until the next call. */
  setPrices(rowDual: Float64Array): void;
  /** Reduced profit of each column of a unit, whole unit, written to `out` in column order. */
  profits(unit: number, out: Float64Array): void;
  clearActivity(): void;
  addActivity(unit: number, column: number, share: number): void;
  /** Adds the activity since the last clear to `out`, one number per row. */
  readActivity(out: Float64Array): void;
}
