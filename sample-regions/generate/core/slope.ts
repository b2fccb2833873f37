import { slopeDegrees } from "#gis";
import type { Lattice } from "./lattice.ts";

/** Slope of every cell in degrees, the rim included. */
export function measureSlopeDeg(elevation: Float64Array, { cols, rows, cellM }: Lattice): Float32Array {
  return slopeDegrees({ cols, rows, cellSizeM: cellM, values: elevation }, { computeEdges: true });
}
