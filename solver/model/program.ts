import type { Bilingual, ObjectiveId, OptionId } from "#solver/region";

/**
 * One summand of a coupling row in factored form. The coefficient of pair (unit u, option k) is
 * `areaHa[u] * [group.of[u] === group.index] * factor[u] * stream[u * K + k] * byOption[k]`; what is absent counts as 1.
 */
export interface RowTerm {
  readonly group?: { readonly of: Int32Array; readonly index: number };
  readonly factor?: Float64Array;
  readonly stream?: Float64Array;
  readonly byOption?: Float64Array;
}

/** A rule that couples parcels: `lower <= sum of terms . x + constant <= upper`, in the row's own unit. */
export interface ProgramRow {
  /** Stable name such as `capital`, `water:3`, `area:GR`; shown through `title`, never sent to an engine. */
  readonly id: string;
  readonly family: string;
  readonly title: Bilingual;
  /** Unit of activity and limits, e.g. `ha`, `CNY`, `m3/a`. */
  readonly unit: string;
  /** Number of rows `lower`/`upper` are divided by to reach the engine (keeps |coefficients| in 1e-3..1e4). */
  readonly scale: number;
  readonly lower: number;
  readonly upper: number;
  /** Today's use, counted before any column; part of the shown activity. */
  readonly constant: number;
  readonly terms: readonly RowTerm[];
  /** A legal rule is never relaxed and carries no price. */
  readonly law: boolean;
}

/** One objective before weighting: what payoff ranges and frontiers are computed from. */
export interface ProgramObjective {
  readonly id: ObjectiveId;
  readonly weight: number;
  /** Raw value that counts as 1 and as 0, in the objective's own unit. */
  readonly ideal: number;
  readonly nadir: number;
  /** Raw gain of each whole column over "as is", rounded like every coefficient. */
  readonly perColumn: Float64Array;
}

/**
 * The weighted objective is stated in points: 1000 = every objective at its ideal, 0 = every objective at its nadir.
 * Points keep the coefficients of a few thousand parcels within 1e-3..1e4, where every solver's tolerances mean something.
 */
export const OBJECTIVE_POINTS = 1000;

/**
 * What the engine receives: maximise `benefit . x` over shares `x[u * K + k]` with `sum_k x <= unitLimit[u]` (or equal,
 * where a unit must be filled), `0 <= x <= cap` and the coupling rows. Coefficients are rounded once, at compile; every engine and the
 * written file read the same numbers (`columns`, `rowStarts`...).
 */
export interface Program {
  readonly unitCount: number;
  readonly options: readonly OptionId[];
  readonly areaHa: Float64Array;
  /** Upper bound of each pair, 0 = no column. */
  readonly cap: Float64Array;
  readonly unitLimit: Float64Array;
  /** 1 = the unit may not stay as is: its shares sum to exactly its limit. Absent = no unit has to be full. */
  readonly mustFill?: Uint8Array;
  /**
   * The last so many units are no parcels but auxiliary columns (plants, tonnes sold, losses): one column each, which
   * takes values from 0 to the unit's limit, its finite box. Absent = none. Their area is 0.
   */
  readonly auxiliaryCount?: number;
  /** 1 where a column takes whole numbers only. Absent = none does. */
  readonly integer?: Uint8Array;
  readonly rows: readonly ProgramRow[];
  /** Columns in order of unit, then option: pair index of each column. */
  readonly columnPair: Int32Array;
  readonly objectives: readonly ProgramObjective[];
  /** Objective points of each column (whole parcel, weighted, payoff-normalised, tie-break included). */
  readonly benefit: Float64Array;
  /** Points of "everything as is", added to `benefit . x` for the shown value. */
  readonly benefitConstant: number;
  /** Coupling rows over columns in compressed column form, divided by `scale`. */
  readonly columnStarts: Int32Array;
  readonly rowIndex: Int32Array;
  readonly coefficient: Float64Array;
  /** Limits after scale and constant: what the engine sees. */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}
