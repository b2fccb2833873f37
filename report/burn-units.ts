import type { Grid, PlanningUnits, Raster } from "#gis";

/**
 * Parcel values on the region's grid: every cell takes the value of the parcel that covers most of it.
 *
 * @param values one per planning unit; NaN is no data.
 * @returns NaN where no parcel lies and where its parcel has no data.
 */
export function burnUnits(units: PlanningUnits, grid: Grid, values: ArrayLike<number>): Raster {
  const burned = new Float32Array(grid.cols * grid.rows).fill(Number.NaN);
  const covered = new Float32Array(burned.length);
  const { offsets, cells, shares } = units.cover;
  for (let unit = 0; unit < units.count; unit++) {
    for (let entry = offsets[unit]; entry < offsets[unit + 1]; entry++) {
      const cell = cells[entry];
      if (shares[entry] <= covered[cell]) continue;
      covered[cell] = shares[entry];
      burned[cell] = values[unit];
    }
  }
  return { grid, values: burned };
}
