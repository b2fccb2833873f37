/** Code of a coordinate reference system on the allow-list of `crs.ts`. */
export type CrsCode = `EPSG:${number}`;

/** `[west, south, east, north]` in the units of the CRS it is stated in. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** A regular north-up grid of square cells in a projected metric CRS. */
export interface Grid {
  readonly crs: CrsCode;
  readonly cols: number;
  readonly rows: number;
  readonly cellSizeM: number;
  /** Easting of the outer west edge, m. */
  readonly originX: number;
  /** Northing of the outer north edge, m. */
  readonly originY: number;
}

/** One band on a grid: row-major, north row first; NaN is no data. Class rasters hold the class code. */
export interface Raster {
  readonly grid: Grid;
  readonly values: Float32Array;
}

export type Position = readonly [x: number, y: number];
/** First ring is the outer one, counter-clockwise; every ring is closed. */
export type PolygonRings = readonly (readonly Position[])[];

export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "LineString"; readonly coordinates: readonly Position[] }
  | { readonly type: "MultiLineString"; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: "Polygon"; readonly coordinates: PolygonRings }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly PolygonRings[] };

/** Property values are plain data; a key such as `__proto__` never reaches a prototype. */
export type Properties = ReadonlyMap<string, string | number | boolean | null>;

export interface Feature {
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: Properties;
}

/** Features of one layer, coordinates in `crs`. */
export interface VectorLayer {
  readonly crs: CrsCode;
  readonly features: readonly Feature[];
}

/**
 * Which cells each planning unit covers, in compressed rows: unit `u` covers
 * `cells[offsets[u] .. offsets[u + 1]]`, each with the share (0-1] of the cell that lies inside the unit.
 */
export interface CellCover {
  readonly offsets: Uint32Array;
  readonly cells: Uint32Array;
  readonly shares: Float32Array;
}

/** The parcels on which is decided. `unitIndex` is the position in every array here, `ids` are stable and saved. */
export interface PlanningUnits {
  readonly count: number;
  readonly ids: readonly string[];
  /** Ground area from the projected geometry, ha. */
  readonly areaHa: Float64Array;
  /** Outer and inner rings in the region's CRS, m. */
  readonly polygons: readonly (readonly PolygonRings[])[];
  /** x, y of a point inside each unit, interleaved, m. */
  readonly points: Float64Array;
  readonly properties: readonly Properties[];
  readonly cover: CellCover;
}

/** What was done to bring a layer onto the region's grid and CRS. */
export interface AlignmentNote {
  readonly layer: string;
  readonly action: "none" | "reprojected" | "resampled" | "reprojected-and-resampled" | "repaired";
  readonly from: string;
  readonly to: string;
  /** Largest change of position, m, or count of repaired features. */
  readonly amount: number;
}
