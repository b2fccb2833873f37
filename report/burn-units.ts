import type { Grid, PlanningUnits, Raster } from "#gis";

/** Puts parcel values on the region's grid: every cell belongs to the parcel that covers most of it. */
export class UnitBurner {
  /** Parcel of every cell, -1 for none. */
  private readonly unitOf: Int32Array;

  constructor(
    units: Pick<PlanningUnits, "count" | "cover">,
    private readonly grid: Grid,
  ) {
    this.unitOf = new Int32Array(grid.cols * grid.rows).fill(-1);
    const covered = new Float32Array(this.unitOf.length);
    const { offsets, cells, shares } = units.cover;
    for (let unit = 0; unit < units.count; unit++) {
      for (let entry = offsets[unit]; entry < offsets[unit + 1]; entry++) {
        const cell = cells[entry];
        if (shares[entry] <= covered[cell]) continue;
        covered[cell] = shares[entry];
        this.unitOf[cell] = unit;
      }
    }
  }

  /**
   * @param values one per planning unit; NaN is no data.
   * @returns NaN where no parcel lies and where its parcel has no data.
   */
  burn(values: ArrayLike<number>): Raster {
    const burned = Float32Array.from(this.unitOf, (unit) => (unit < 0 ? Number.NaN : values[unit]));
    return { grid: this.grid, values: burned };
  }
}
