import type { AlignmentNote, Grid, PlanningUnits, Raster, VectorLayer } from "#gis";
import type { RegionDefinition } from "./definition.ts";

/** Bytes of a region by path below its folder; each host brings its own. */
export interface RegionFiles {
  read(path: string): Promise<Uint8Array>;
}

/** A study area read, checked and aligned to one grid. */
export interface Region {
  readonly definition: RegionDefinition;
  readonly grid: Grid;
  readonly rasters: ReadonlyMap<string, Raster>;
  readonly vectors: ReadonlyMap<string, VectorLayer>;
  readonly units: PlanningUnits;
  readonly alignment: readonly AlignmentNote[];
  /** SHA-256, hex, of every file read, `region.json` included. */
  readonly hashes: ReadonlyMap<string, string>;
}
