/** Area that goes from one use to another; -1 = as is. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly areaHa: number;
}

export interface PlanDifference {
  /** 1 where the leading use differs. */
  readonly changed: Uint8Array;
  readonly parcels: number;
  readonly areaHa: number;
  readonly totalHa: number;
  /** Largest first. */
  readonly flows: readonly Flow[];
}

/** What differs between two plans by the leading use of each parcel, whole parcels counted. */
export function comparePlans(a: Int16Array, b: Int16Array, areaHa: Float64Array): PlanDifference {
  const changed = new Uint8Array(areaHa.length);
  const byPair = new Map<string, { from: number; to: number; areaHa: number }>();
  let parcels = 0;
  let changedHa = 0;
  let totalHa = 0;
  for (let unit = 0; unit < areaHa.length; unit++) {
    totalHa += areaHa[unit];
    if (a[unit] === b[unit]) continue;
    changed[unit] = 1;
    parcels++;
    changedHa += areaHa[unit];
    const key = `${a[unit]}>${b[unit]}`;
    const flow = byPair.get(key) ?? { from: a[unit], to: b[unit], areaHa: 0 };
    flow.areaHa += areaHa[unit];
    byPair.set(key, flow);
  }
  const flows = [...byPair.values()].sort((x, y) => y.areaHa - x.areaHa);
  return { changed, parcels, areaHa: changedHa, totalHa, flows };
}
