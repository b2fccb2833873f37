import { floodDepressions } from "#gis";
import type { Lattice } from "../core/lattice.ts";
import type { Noise } from "../core/random.ts";
import { labelComponents } from "../core/raster-filters.ts";

interface DressingOptions {
  /** How soluble the rock of each cell is, 0-1. */
  readonly soluble: Float64Array;
  readonly noise: Noise;
  /** Share of a karst depression's depth that sediment fills; 0 leaves it as it is. */
  readonly floorShare: number;
  /** Basins off karst up to this deep are drained by a cut through their sill, m. */
  readonly breachM: number;
}

const MIN_DEPTH_M = 3;
const MIN_CELLS = 5;
const SWALLOW_HOLE_M = 2.5;

/**
 * Gives closed depressions the look of their rock, in place: on karst they keep a flat sediment floor with a swallow
 * hole, elsewhere they are drained, and what cannot be drained is filled.
 */
export function dressDepressions(elevation: Float64Array, lattice: Lattice, options: DressingOptions): void {
  const survey = surveyDepressions(elevation, lattice, options.soluble);
  // Cuts open basins into one another: survey again before filling.
  const wasCut = breachSills(elevation, lattice, survey, options.breachM);
  fillDepressions(
    elevation,
    lattice,
    wasCut ? surveyDepressions(elevation, lattice, options.soluble) : survey,
    options,
  );
}

interface Depression {
  readonly lowestM: number;
  readonly lowestCell: number;
  readonly spillM: number;
  readonly isKept: boolean;
}

interface Survey {
  readonly filled: Float64Array;
  readonly from: Int32Array;
  readonly label: Int32Array;
  /** By label; entry 0 is unused. */
  readonly depressions: readonly Depression[];
}

function surveyDepressions(elevation: Float64Array, lattice: Lattice, soluble: Float64Array): Survey {
  const { filled, from } = floodDepressions(elevation, lattice);
  // A fill makes exact ties, so "filled above ground" needs a margin.
  const wet = elevation.map((z, cell) => (filled[cell] - z > 1e-6 ? 1 : 0));
  const { label, count, sizes } = labelComponents(wet, lattice, { diagonal: true });
  const lowestM = new Float64Array(count + 1).fill(Infinity);
  const lowestCell = new Int32Array(count + 1);
  const spillM = new Float64Array(count + 1);
  const solubleSum = new Float64Array(count + 1);
  label.forEach((k, cell) => {
    if (k === 0) return;
    if (elevation[cell] < lowestM[k]) {
      lowestM[k] = elevation[cell];
      lowestCell[k] = cell;
    }
    spillM[k] = filled[cell];
    solubleSum[k] += soluble[cell];
  });
  const depressions = Array.from({ length: count + 1 }, (_, k) => ({
    lowestM: lowestM[k],
    lowestCell: lowestCell[k],
    spillM: spillM[k],
    isKept: spillM[k] - lowestM[k] >= MIN_DEPTH_M && sizes[k] >= MIN_CELLS && solubleSum[k] / sizes[k] > 0.5,
  }));
  return { filled, from, label, depressions };
}

function breachSills(elevation: Float64Array, { cols }: Lattice, survey: Survey, breachM: number): boolean {
  let wasCut = false;
  for (const { lowestM, lowestCell, spillM, isKept } of survey.depressions.slice(1)) {
    const depthM = spillM - lowestM;
    if (isKept || depthM < 0.5 || depthM > breachM) continue;
    const path: number[] = [];
    for (let cell = lowestCell; cell >= 0 && !(elevation[cell] < lowestM - 1e-9); cell = survey.from[cell]) {
      path.push(cell);
    }
    cutPath(elevation, cols, path, lowestM);
    wasCut = true;
  }
  return wasCut;
}

const CUT_FALL_M = 0.02;

/** Lowers a path to a gentle fall and eases its flanks. */
function cutPath(elevation: Float64Array, cols: number, path: readonly number[], startM: number): void {
  for (let q = 1; q < path.length; q++) {
    lowerFlankOfDiagonal(elevation, cols, path[q - 1], path[q], startM - CUT_FALL_M * q + 0.6);
  }
  path.forEach((cell, q) => {
    const bedM = startM - CUT_FALL_M * q;
    if (elevation[cell] <= bedM) return;
    elevation[cell] = bedM;
    easeDown(elevation, [cell - 1, cell + 1, cell - cols, cell + cols], bedM + 5, 0.45);
    easeDown(
      elevation,
      [
        cell - 1 - cols,
        cell + 1 - cols,
        cell - 1 + cols,
        cell + 1 + cols,
        cell - 2,
        cell + 2,
        cell - 2 * cols,
        cell + 2 * cols,
      ],
      bedM + 9,
      0.7,
    );
  });
}

/** A diagonal step leaves a slot one cell wide: the lower of its two flanks is taken down with it. */
export function lowerFlankOfDiagonal(
  z: Float64Array,
  cols: number,
  from: number,
  to: number,
  levelM: number,
): void {
  if (Math.abs(from - to) === 1 || Math.abs(from - to) === cols) return;
  const a = Math.floor(to / cols) * cols + (from % cols);
  const b = Math.floor(from / cols) * cols + (to % cols);
  const flank = z[a] < z[b] ? a : b;
  z[flank] = Math.min(z[flank], levelM);
}

/** Keeps only a share of what stands above a level. */
export function easeDown(z: Float64Array, cells: readonly number[], levelM: number, keep: number): void {
  for (const cell of cells) {
    if (cell >= 0 && cell < z.length && z[cell] > levelM) z[cell] = levelM + (z[cell] - levelM) * keep;
  }
}

function fillDepressions(
  elevation: Float64Array,
  { cols, cellM }: Lattice,
  { filled, label, depressions }: Survey,
  { floorShare, noise }: DressingOptions,
): void {
  label.forEach((k, cell) => {
    if (k === 0) return;
    const { isKept, lowestM, spillM } = depressions[k];
    const col = cell % cols;
    const row = Math.floor(cell / cols);
    if (!isKept) {
      // A filled basin keeps a little relief, or it would be as flat as a billiard table.
      const isWide = filled[cell] - elevation[cell] > 2 && floorShare > 0;
      const relief = 0.02 * (elevation[cell] - lowestM) + 1.6 * Math.max(0, noise(col / 7, row / 7));
      elevation[cell] = filled[cell] + (isWide ? relief : 0);
      return;
    }
    const floorM = lowestM + floorShare * (spillM - lowestM);
    if (elevation[cell] >= floorM) return;
    const underM = floorM - elevation[cell];
    const ripple = 0.35 * noise((col * cellM) / 90, (row * cellM) / 90);
    elevation[cell] = floorM - Math.min(2.2, underM * 0.12) + ripple;
  });
  for (const { isKept, lowestCell } of depressions) if (isKept) elevation[lowestCell] -= SWALLOW_HOLE_M;
}
