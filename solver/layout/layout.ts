import type { OptionId } from "#solver/region";

/** Which share of each parcel takes which industry; the rest of a parcel stays as it is. */
export interface Layout {
  readonly options: readonly OptionId[];
  /** `share[unit * K + option]`, 0-1, cleaned of round-off below 1e-9. */
  readonly share: Float64Array;
  /** Leading option index per unit (largest share, as is included); -1 = as is. */
  readonly leading: Int16Array;
  /** Units that the plan divides between uses ("as is" counted) other than along the edge of a mask. */
  readonly splitUnits: Int32Array;
}

/** A layout of whole parcels with the proven distance of its value to the bound, or the statement that none was found. */
export type WholeLayout =
  | { readonly found: true; readonly layout: Layout; readonly objective: number; readonly gap: number }
  | { readonly found: false; readonly reason: "time" | "repair-failed" | "cancel" };
