import { extentOf, findCrs, transformBetween, transformExtent } from "./crs.ts";
import type { SourceRaster } from "./read/geotiff.ts";
import type { AlignmentNote, Grid, Raster } from "./types.ts";

export interface AlignOptions {
  readonly layer: string;
  readonly measure: "continuous" | "class";
}

/** Edges that differ by less than this part of a cell are the same edge, written with other digits. */
const SAME_EDGE_CELLS = 1e-3;

/**
 * A raster brought onto the region's grid, and a note of what was done.
 *
 * On the grid already: values pass untouched (a larger or shifted-by-whole-cells raster is cropped or padded with no
 * data). A source at least as coarse as the grid: bilinear for continuous values, nearest for classes. A finer one:
 * mean or majority of a lattice of samples inside each cell, about one per source cell. No data never counts as a
 * value: bilinear weights are renormalised over the valid corners and need the nearest one to be valid.
 */
export function alignRaster(
  source: SourceRaster,
  grid: Grid,
  options: AlignOptions,
): { raster: Raster; note: AlignmentNote } {
  const offset = wholeCellOffset(source, grid);
  if (offset !== undefined) {
    const raster = { grid, values: crop(source, grid, offset) };
    return { raster, note: noteOf(source, grid, options.layer, "none", 0) };
  }
  const sameCrs = source.crs === grid.crs;
  const toSource = transformBetween(grid.crs, source.crs);
  const [perCellX, perCellY] = sourceCellsPerCell(grid, source, toSource);
  const finer = Math.max(perCellX, perCellY) > 1.5;
  const values = new Float32Array(grid.cols * grid.rows);
  const sample = options.measure === "class" ? sampleNearest : sampleBilinear;
  const [nx, ny] = finer ? [latticeSize(perCellX), latticeSize(perCellY)] : [1, 1];
  const samples = new Float64Array(nx * ny);
  for (let row = 0; row < grid.rows; row++) {
    for (let col = 0; col < grid.cols; col++) {
      for (let j = 0; j < ny; j++) {
        const y = grid.originY - (row + (j + 0.5) / ny) * grid.cellSizeM;
        for (let i = 0; i < nx; i++) {
          const x = grid.originX + (col + (i + 0.5) / nx) * grid.cellSizeM;
          const [sx, sy] = toSource(x, y);
          const sampler = finer ? sampleNearest : sample;
          samples[j * nx + i] = sampler(source, sx, sy);
        }
      }
      values[row * grid.cols + col] = options.measure === "class" ? majorityOf(samples) : meanOf(samples);
    }
  }
  const action = sameCrs ? "resampled" : "reprojected-and-resampled";
  return {
    raster: { grid, values },
    note: noteOf(source, grid, options.layer, action, shiftM(source, grid)),
  };
}

function noteOf(
  source: SourceRaster,
  grid: Grid,
  layer: string,
  action: AlignmentNote["action"],
  amount: number,
): AlignmentNote {
  const digits = (v: number) => String(Number(v.toPrecision(6)));
  const size =
    source.cellSizeX === source.cellSizeY
      ? digits(source.cellSizeX)
      : `${digits(source.cellSizeX)} x ${digits(source.cellSizeY)}`;
  return { layer, action, from: `${source.crs}, ${size}`, to: `${grid.crs}, ${grid.cellSizeM}`, amount };
}

/** Share 0-1 of the grid, by its box in the source's system, that the source's extent covers. */
export function coveredShare(source: SourceRaster, grid: Grid): number {
  const [west, south, east, north] = transformExtent(extentOf(grid), grid.crs, source.crs);
  const sourceEast = source.originX + source.cols * source.cellSizeX;
  const sourceSouth = source.originY - source.rows * source.cellSizeY;
  const width = Math.min(east, sourceEast) - Math.max(west, source.originX);
  const height = Math.min(north, source.originY) - Math.max(south, sourceSouth);
  return (Math.max(width, 0) * Math.max(height, 0)) / ((east - west) * (north - south));
}

/** Columns and rows by which the source starts west and north of the grid, when all cell edges coincide. */
function wholeCellOffset(
  source: SourceRaster,
  grid: Grid,
): readonly [cols: number, rows: number] | undefined {
  if (source.crs !== grid.crs) return undefined;
  const cell = grid.cellSizeM;
  const drift = Math.max(
    (Math.abs(source.cellSizeX - cell) / cell) * source.cols,
    (Math.abs(source.cellSizeY - cell) / cell) * source.rows,
  );
  const cols = (grid.originX - source.originX) / cell;
  const rows = (source.originY - grid.originY) / cell;
  const off = Math.max(Math.abs(cols - Math.round(cols)), Math.abs(rows - Math.round(rows)));
  return drift + off < SAME_EDGE_CELLS ? [Math.round(cols), Math.round(rows)] : undefined;
}

function crop(source: SourceRaster, grid: Grid, [left, top]: readonly [number, number]): Float32Array {
  if (left === 0 && top === 0 && source.cols === grid.cols && source.rows === grid.rows) return source.values;
  const values = new Float32Array(grid.cols * grid.rows).fill(Number.NaN);
  const firstCol = Math.max(0, -left);
  const lastCol = Math.min(grid.cols, source.cols - left);
  if (lastCol <= firstCol) return values;
  for (let row = Math.max(0, -top); row < Math.min(grid.rows, source.rows - top); row++) {
    const from = (row + top) * source.cols + left;
    values.set(source.values.subarray(from + firstCol, from + lastCol), row * grid.cols + firstCol);
  }
  return values;
}

/** How many source cells lie along one cell of the grid, west-east and north-south, at the grid's centre. */
function sourceCellsPerCell(
  grid: Grid,
  source: SourceRaster,
  toSource: (x: number, y: number) => [number, number],
): [number, number] {
  const x = grid.originX + (grid.cols / 2) * grid.cellSizeM;
  const y = grid.originY - (grid.rows / 2) * grid.cellSizeM;
  const [ax, ay] = toSource(x, y);
  const [bx, by] = toSource(x + grid.cellSizeM, y);
  const [cx, cy] = toSource(x, y + grid.cellSizeM);
  return [
    Math.max(Math.abs(bx - ax), Math.abs(cx - ax)) / source.cellSizeX,
    Math.max(Math.abs(cy - ay), Math.abs(by - ay)) / source.cellSizeY,
  ];
}

function latticeSize(sourceCells: number): number {
  const MOST_SAMPLES = 32;
  return Math.min(Math.max(Math.round(sourceCells), 1), MOST_SAMPLES);
}

function sampleNearest(source: SourceRaster, x: number, y: number): number {
  const col = Math.floor((x - source.originX) / source.cellSizeX);
  const row = Math.floor((source.originY - y) / source.cellSizeY);
  if (!(col >= 0 && col < source.cols && row >= 0 && row < source.rows)) return Number.NaN;
  return source.values[row * source.cols + col];
}

function sampleBilinear(source: SourceRaster, x: number, y: number): number {
  const nearest = sampleNearest(source, x, y);
  if (Number.isNaN(nearest)) return Number.NaN;
  const u = (x - source.originX) / source.cellSizeX - 0.5;
  const v = (source.originY - y) / source.cellSizeY - 0.5;
  const [col, row] = [Math.floor(u), Math.floor(v)];
  let [sum, weight] = [0, 0];
  for (let j = 0; j < 2; j++) {
    for (let i = 0; i < 2; i++) {
      const [c, r] = [col + i, row + j];
      if (c < 0 || c >= source.cols || r < 0 || r >= source.rows) continue;
      const value = source.values[r * source.cols + c];
      if (Number.isNaN(value)) continue;
      const w = (i === 0 ? col + 1 - u : u - col) * (j === 0 ? row + 1 - v : v - row);
      sum += w * value;
      weight += w;
    }
  }
  return weight > 0 ? sum / weight : nearest;
}

/** Mean of the valid samples; NaN when less than half is valid. */
function meanOf(samples: Float64Array): number {
  let [sum, valid] = [0, 0];
  for (const value of samples) {
    if (Number.isNaN(value)) continue;
    sum += value;
    valid += 1;
  }
  return valid * 2 >= samples.length && valid > 0 ? sum / valid : Number.NaN;
}

/** Most frequent class, of equals the lower code; NaN when less than half is valid. */
function majorityOf(samples: Float64Array): number {
  if (samples.length === 1) return samples[0];
  const sorted = samples.slice().sort();
  let [best, most, valid, run] = [Number.NaN, 0, 0, 0];
  for (let i = 0; i < sorted.length && !Number.isNaN(sorted[i]); i++) {
    run = i > 0 && sorted[i] === sorted[i - 1] ? run + 1 : 1;
    valid += 1;
    if (run > most) [best, most] = [sorted[i], run];
  }
  return valid * 2 >= samples.length ? best : Number.NaN;
}

/** Largest distance a value may have been moved: half a diagonal of the coarser of both cells. */
function shiftM(source: SourceRaster, grid: Grid): number {
  const METRES_PER_DEGREE = 111_320;
  const metric = findCrs(source.crs)?.kind === "geographic" ? METRES_PER_DEGREE : 1;
  const coarser = Math.max(source.cellSizeX * metric, source.cellSizeY * metric, grid.cellSizeM);
  return Math.round((coarser * Math.SQRT2) / 2);
}
