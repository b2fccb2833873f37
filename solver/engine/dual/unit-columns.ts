import type { Program } from "#solver/model";

/** How a unit's best fill is found. */
export const UNIT_KIND = {
  /** No column, or no share to give. */
  idle: 0,
  /** No cap is below the unit's limit: the whole limit goes to the best column, or to none. */
  plain: 1,
  /** Some cap is below the limit: columns are filled in order of profit. */
  capped: 2,
} as const;

/** The columns of a program seen unit by unit; everything the passes over all units read besides prices. */
export interface UnitColumns {
  readonly unitCount: number;
  readonly columnCount: number;
  /** First column of each unit; length `unitCount + 1`. */
  readonly starts: Int32Array;
  /** Option of each column. */
  readonly option: Uint8Array;
  /** Largest share of each column, never above its unit's limit. */
  readonly cap: Float64Array;
  readonly limit: Float64Array;
  /** 1 = the shares sum to exactly the limit. */
  readonly mustFill: Uint8Array;
  readonly kind: Uint8Array;
  /**
   * Area, floored so that a unit without area still has a positive weight: smoothing and margins are per weight. An
   * auxiliary column weighs as much as a parcel does, whatever it counts in.
   */
  readonly weight: Float64Array;
  readonly meanWeight: number;
  /** Columns of the widest unit. */
  readonly widest: number;
}

/** Smallest weight of a unit as a share of the mean area. */
const SMALLEST_WEIGHT = 1e-9;

/** The columns of the program grouped by unit, with each unit's kind and weight. */
export function unitColumns(program: Program): UnitColumns {
  const { unitCount, columnPair, unitLimit, areaHa } = program;
  const optionCount = program.options.length;
  const columnCount = columnPair.length;
  const starts = new Int32Array(unitCount + 1);
  const option = new Uint8Array(columnCount);
  const cap = new Float64Array(columnCount);
  const kind = new Uint8Array(unitCount);
  const parcelCount = unitCount - (program.auxiliaryCount ?? 0);
  let areaSum = 0;
  for (let unit = 0; unit < parcelCount; unit++) areaSum += areaHa[unit];
  const meanArea = areaSum > 0 ? areaSum / parcelCount : 1;
  const weight = new Float64Array(unitCount);
  let column = 0;
  let widest = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const first = column;
    const limit = unitLimit[unit];
    weight[unit] =
      unit < parcelCount
        ? Math.max(areaHa[unit], SMALLEST_WEIGHT * meanArea)
        : meanArea / (limit > 0 ? limit : 1);
    starts[unit] = first;
    let hasCap = false;
    for (; column < columnCount && columnPair[column] < (unit + 1) * optionCount; column++) {
      const pair = columnPair[column];
      option[column] = pair - unit * optionCount;
      cap[column] = Math.min(program.cap[pair], limit);
      if (cap[column] < limit) hasCap = true;
    }
    widest = Math.max(widest, column - first);
    kind[unit] =
      column === first || !(limit > 0) ? UNIT_KIND.idle : hasCap ? UNIT_KIND.capped : UNIT_KIND.plain;
  }
  starts[unitCount] = column;
  const meanWeight = Math.max(meanArea, Number.MIN_VALUE);
  return {
    unitCount,
    columnCount,
    starts,
    option,
    cap,
    limit: unitLimit,
    mustFill: program.mustFill ?? new Uint8Array(unitCount),
    kind,
    weight,
    meanWeight,
    widest,
  };
}
