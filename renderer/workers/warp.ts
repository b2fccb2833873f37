import type { Extent, Grid } from "#gis";

/** From degrees to the metres of a grid's CRS. */
export type ToGround = (lon: number, lat: number) => readonly [x: number, y: number];

/** A north-up picture in Web Mercator and where each of its pixels lies on the region's grid. */
export interface Warp {
  readonly width: number;
  readonly height: number;
  /** Column and row on the grid, in cells from the outer north-west corner, interleaved per pixel. */
  readonly cells: Float32Array;
  /** Corners for the map: top left, top right, bottom right, bottom left, in degrees. */
  readonly coordinates: readonly [LonLat, LonLat, LonLat, LonLat];
}

export type LonLat = readonly [lon: number, lat: number];

/** Distance of exact points, in pixels; between them the mapping is straight to a hundredth of a pixel. */
const LATTICE = 16;

/**
 * The picture in the map's projection that covers `bounds`, with `pixelsPerCell` pixels on a grid cell.
 *
 * The map stretches an image over four corners, but a Gauss-Krueger grid lies turned by up to a degree against
 * Web Mercator. Resampled here, every layer falls on its parcels exactly.
 *
 * @param bounds degrees, `[west, south, east, north]`, that hold the whole grid.
 */
export function planWarp(grid: Grid, bounds: Extent, toGround: ToGround, pixelsPerCell: number): Warp {
  const [west, south, east, north] = bounds;
  const [left, right] = [mercatorX(west), mercatorX(east)];
  const [bottom, top] = [mercatorY(south), mercatorY(north)];
  const width = Math.round(grid.cols * pixelsPerCell);
  const height = Math.max(1, Math.round((width * (top - bottom)) / (right - left)));
  const cells = new Float32Array(width * height * 2);

  const cols = Math.ceil(width / LATTICE) + 1;
  const rows = Math.ceil(height / LATTICE) + 1;
  const exact = new Float64Array(cols * rows * 2);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < cols; i++) {
      const lon = longitudeOf(left + ((right - left) * i * LATTICE) / width);
      const lat = latitudeOf(top + ((bottom - top) * j * LATTICE) / height);
      const [x, y] = toGround(lon, lat);
      exact[(j * cols + i) * 2] = (x - grid.originX) / grid.cellSizeM;
      exact[(j * cols + i) * 2 + 1] = (grid.originY - y) / grid.cellSizeM;
    }
  }
  for (let py = 0; py < height; py++) {
    const v = (py + 0.5) / LATTICE;
    const j = Math.floor(v);
    for (let px = 0; px < width; px++) {
      const u = (px + 0.5) / LATTICE;
      const i = Math.floor(u);
      for (let axis = 0; axis < 2; axis++) {
        const at = (j * cols + i) * 2 + axis;
        const upper = exact[at] + (exact[at + 2] - exact[at]) * (u - i);
        const lower = exact[at + cols * 2] + (exact[at + cols * 2 + 2] - exact[at + cols * 2]) * (u - i);
        cells[(py * width + px) * 2 + axis] = upper + (lower - upper) * (v - j);
      }
    }
  }
  return {
    width,
    height,
    cells,
    coordinates: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  };
}

/** Value of the cell a pixel falls into; NaN outside. For classes, which must never be mixed. */
export function sampleNearest(values: Float32Array, grid: Grid, col: number, row: number): number {
  const i = Math.floor(col);
  const j = Math.floor(row);
  return i < 0 || j < 0 || i >= grid.cols || j >= grid.rows ? Number.NaN : values[j * grid.cols + i];
}

/** Bilinear value between cell centres; a neighbour without data leaves its weight to the others. */
export function sampleBilinear(values: Float32Array, grid: Grid, col: number, row: number): number {
  if (Number.isNaN(sampleNearest(values, grid, col, row))) return Number.NaN;
  const u = col - 0.5;
  const v = row - 0.5;
  const i = Math.floor(u);
  const j = Math.floor(v);
  let sum = 0;
  let weights = 0;
  for (let dj = 0; dj < 2; dj++) {
    for (let di = 0; di < 2; di++) {
      const value = sampleNearest(values, grid, i + di, j + dj);
      if (Number.isNaN(value)) continue;
      const weight = (di ? u - i : 1 - u + i) * (dj ? v - j : 1 - v + j);
      sum += value * weight;
      weights += weight;
    }
  }
  return weights > 0 ? sum / weights : Number.NaN;
}

const EARTH_RADIUS_M = 6_378_137;

export function mercatorX(lon: number): number {
  return EARTH_RADIUS_M * ((lon * Math.PI) / 180);
}

export function mercatorY(lat: number): number {
  return EARTH_RADIUS_M * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}

function longitudeOf(x: number): number {
  return (x / EARTH_RADIUS_M) * (180 / Math.PI);
}

function latitudeOf(y: number): number {
  return (2 * Math.atan(Math.exp(y / EARTH_RADIUS_M)) - Math.PI / 2) * (180 / Math.PI);
}
