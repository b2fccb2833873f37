import type { DecisionMatrix } from "./normalise.ts";

/** Memberships or scores of the pairs named by `rows`, one column each; more is better in all of them. */
export function decisionMatrix(columns: readonly Float32Array[], rows: readonly number[]): DecisionMatrix {
  const values = new Float64Array(rows.length * columns.length);
  rows.forEach((pair, r) => {
    for (let c = 0; c < columns.length; c++) values[r * columns.length + c] = columns[c][pair];
  });
  return { rows: rows.length, columns: columns.length, values, benefit: columns.map(() => true) };
}
