import type { LandUse } from "#solver/region";

/** What is known of a planning unit before its use is decided; means over its fine cells. */
export interface UnitSite {
  /** Label in the unit raster, from 1. */
  readonly label: number;
  readonly cells: number;
  /** Mean fine column and row. */
  readonly col: number;
  readonly row: number;
  readonly slopeDeg: number;
  readonly elevationM: number;
  /** Height above the surroundings, m. */
  readonly reliefM: number;
  readonly waterShare: number;
  readonly carbonateShare: number;
  readonly clasticShare: number;
  readonly settlementDistanceM: number;
  readonly roadDistanceM: number;
  readonly waterDistanceM: number;
  /** Administrative village, from 1. */
  readonly village: number;
}

/** A site with its use. */
export interface UsedUnit extends UnitSite {
  readonly landUse: LandUse;
}

/** Layers on the fine or coarse lattice from which the sites are read. */
interface SiteLayers {
  readonly label: Int32Array;
  readonly count: number;
  readonly village: Int32Array;
  readonly water: Uint8Array;
  readonly slopeDeg: Float64Array;
  /** Coarse lattice from here on. */
  readonly elevation: Float64Array;
  readonly reliefM: Float64Array;
  readonly settlementDistanceM: Float64Array;
  readonly roadDistanceM: Float64Array;
  readonly waterDistanceM: Float64Array;
  readonly carbonate: Uint8Array;
  readonly clastic: Uint8Array;
  readonly coarseCellOf: (fineCell: number) => number;
}

/** Sites of all units in the order of their labels. */
export function describeSites(layers: SiteLayers, fineCols: number): UnitSite[] {
  const { label, count } = layers;
  const cells = new Int32Array(count);
  label.forEach((k) => {
    if (k > 0) cells[k - 1]++;
  });
  const meanOf = (valueAt: (fineCell: number) => number) => {
    const total = new Float64Array(count);
    for (let cell = 0; cell < label.length; cell++) if (label[cell]) total[label[cell] - 1] += valueAt(cell);
    return total.map((value, k) => value / cells[k]);
  };
  const coarse = (values: ArrayLike<number>) => meanOf((cell) => values[layers.coarseCellOf(cell)]);
  const col = meanOf((cell) => cell % fineCols);
  const row = meanOf((cell) => Math.floor(cell / fineCols));
  const slopeDeg = meanOf((cell) => layers.slopeDeg[cell]);
  const waterShare = meanOf((cell) => layers.water[cell]);
  const elevationM = coarse(layers.elevation);
  const reliefM = coarse(layers.reliefM);
  const carbonateShare = coarse(layers.carbonate);
  const clasticShare = coarse(layers.clastic);
  const settlementDistanceM = coarse(layers.settlementDistanceM);
  const roadDistanceM = coarse(layers.roadDistanceM);
  const waterDistanceM = coarse(layers.waterDistanceM);
  const village = majorityByUnit(label, layers.village, count);
  return Array.from({ length: count }, (_, k) => ({
    label: k + 1,
    cells: cells[k],
    col: col[k],
    row: row[k],
    slopeDeg: slopeDeg[k],
    elevationM: elevationM[k],
    reliefM: reliefM[k],
    waterShare: waterShare[k],
    carbonateShare: carbonateShare[k],
    clasticShare: clasticShare[k],
    settlementDistanceM: settlementDistanceM[k],
    roadDistanceM: roadDistanceM[k],
    waterDistanceM: waterDistanceM[k],
    village: village[k],
  }));
}

/** Most frequent class of each unit; on a tie the one met first. */
export function majorityByUnit(label: Int32Array, classes: ArrayLike<number>, count: number): Int32Array {
  const votes = Array.from({ length: count }, () => new Map<number, number>());
  label.forEach((k, cell) => {
    if (k > 0) votes[k - 1].set(classes[cell], (votes[k - 1].get(classes[cell]) ?? 0) + 1);
  });
  return Int32Array.from(votes, (vote) => {
    let best = 0;
    let most = 0;
    for (const [value, cells] of vote) {
      if (cells <= most) continue;
      most = cells;
      best = value;
    }
    return best;
  });
}

export function totalCells(units: Iterable<UnitSite>): number {
  let total = 0;
  for (const unit of units) total += unit.cells;
  return total;
}
