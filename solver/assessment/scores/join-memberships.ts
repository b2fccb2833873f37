import type { OverlayMethod } from "#solver/region";
import type { CriterionSpec } from "../assessment.ts";
import type { CurveTable } from "../criteria/applied-curves.ts";
import { overlay } from "../criteria/overlay.ts";

/** A criterion read on every pair, before it is weighed. */
export interface CriterionValues {
  readonly spec: CriterionSpec;
  readonly raw: Float32Array;
  readonly membership: Float32Array;
  readonly curves: CurveTable;
}

/** Score of every entry of the columns: NaN entries are left out and their weight shared, NaN where all are. */
export function joinMemberships(
  columns: readonly Float32Array[],
  weights: readonly number[],
  method: OverlayMethod,
): Float32Array {
  const length = columns[0]?.length ?? 0;
  if (method === "geometric") return geometricMeans(columns, weights, length);
  const entry = new Array<number>(columns.length);
  return Float32Array.from({ length }, (_, i) => {
    for (let c = 0; c < columns.length; c++) entry[c] = columns[c][i];
    return overlay(entry, weights, method);
  });
}

/** Column by column: the default runs on every pair after each edit of a weight. */
function geometricMeans(
  columns: readonly Float32Array[],
  weights: readonly number[],
  length: number,
): Float32Array {
  const logs = new Float64Array(length);
  const totals = new Float64Array(length);
  columns.forEach((column, c) => {
    if (weights[c] <= 0) return;
    for (let i = 0; i < length; i++) {
      if (Number.isNaN(column[i])) continue;
      logs[i] += weights[c] * Math.log(column[i]);
      totals[i] += weights[c];
    }
  });
  return Float32Array.from(logs, (log, i) => (totals[i] === 0 ? Number.NaN : Math.exp(log / totals[i])));
}
