import { floodDepressions } from "#gis";
import type { Lattice } from "../core/lattice.ts";
import { labelComponents } from "../core/raster-filters.ts";

/** A closed depression of the final surface. */
export interface ClosedDepression {
  readonly lowestCell: number;
  readonly depthM: number;
  readonly areaHa: number;
}

/** Closed depressions of the study area that are at least 3 m deep and 5 cells wide. */
export function listDepressions(
  elevation: Float64Array,
  lattice: Lattice,
  studyArea: Uint8Array,
): ClosedDepression[] {
  const { filled } = floodDepressions(elevation, lattice);
  const wet = elevation.map((z, cell) => (filled[cell] - z > 0.05 ? 1 : 0));
  const { label, count, sizes } = labelComponents(wet, lattice, { diagonal: true });
  const lowestCell = new Int32Array(count + 1).fill(-1);
  const depthM = new Float64Array(count + 1);
  label.forEach((k, cell) => {
    if (k === 0) return;
    depthM[k] = Math.max(depthM[k], filled[cell] - elevation[cell]);
    if (lowestCell[k] < 0 || elevation[cell] < elevation[lowestCell[k]]) lowestCell[k] = cell;
  });
  const cellHa = lattice.cellM ** 2 / 1e4;
  const found: ClosedDepression[] = [];
  for (let k = 1; k <= count; k++) {
    if (depthM[k] < 3 || sizes[k] < 5 || !studyArea[lowestCell[k]]) continue;
    found.push({ lowestCell: lowestCell[k], depthM: depthM[k], areaHa: sizes[k] * cellHa });
  }
  return found;
}
