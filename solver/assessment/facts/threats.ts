import type { Grid, Position, Raster, VectorLayer } from "#gis";
import { threatDecay } from "../physics/habitat.ts";

/** A pressure on habitat: where it comes from, how far it reaches, how much it weighs. [E] */
export interface Threat {
  readonly id: "settlement" | "road" | "cropland";
  readonly reachM: number;
  readonly weight: number;
  readonly decay: "exponential" | "linear";
}

export const THREATS: readonly Threat[] = [
  { id: "settlement", reachM: 2000, weight: 1, decay: "exponential" },
  { id: "road", reachM: 1000, weight: 0.6, decay: "linear" },
  { id: "cropland", reachM: 1000, weight: 0.5, decay: "linear" },
];

/** Cells of this many grid cells a side carry the convolution: 90 m on a 30 m grid, fine against a reach of 1 km. */
const COARSENING = 3;

/**
 * Total threat 0-1 to every cell: each threat's share of a coarse cell, convolved with its decay kernel (normalised to
 * sum 1, so that the value does not hang on the cell size), weighted and added. Every habitat is taken as equally
 * sensitive, so that the value belongs to the place and not to what is planted there.
 *
 * @param sources share 0-1 of each grid cell taken by a threat, per threat.
 */
export function computeDegradation(
  grid: Grid,
  sources: Readonly<Record<Threat["id"], Float32Array>>,
): Raster {
  const cols = Math.ceil(grid.cols / COARSENING);
  const rows = Math.ceil(grid.rows / COARSENING);
  const total = new Float64Array(cols * rows);
  const weightSum = THREATS.reduce((sum, threat) => sum + threat.weight, 0);
  for (const threat of THREATS) {
    const coarse = coarsen(sources[threat.id], grid, cols, rows);
    spread(coarse, cols, rows, grid.cellSizeM * COARSENING, threat, threat.weight / weightSum, total);
  }
  const values = new Float32Array(grid.cols * grid.rows);
  for (let row = 0; row < grid.rows; row++) {
    for (let col = 0; col < grid.cols; col++) {
      values[row * grid.cols + col] =
        total[Math.trunc(row / COARSENING) * cols + Math.trunc(col / COARSENING)];
    }
  }
  return { grid, values };
}

function coarsen(fine: Float32Array, grid: Grid, cols: number, rows: number): Float64Array {
  const coarse = new Float64Array(cols * rows);
  for (let row = 0; row < grid.rows; row++) {
    for (let col = 0; col < grid.cols; col++) {
      coarse[Math.trunc(row / COARSENING) * cols + Math.trunc(col / COARSENING)] +=
        fine[row * grid.cols + col];
    }
  }
  for (let i = 0; i < coarse.length; i++) coarse[i] /= COARSENING * COARSENING;
  return coarse;
}

function spread(
  source: Float64Array,
  cols: number,
  rows: number,
  cellM: number,
  threat: Threat,
  weight: number,
  total: Float64Array,
): void {
  const radius = Math.floor(threat.reachM / cellM);
  const kernel = decayKernel(radius, cellM, threat);
  const width = 2 * radius + 1;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const strength = source[row * cols + col] * weight;
      if (strength === 0) continue;
      const left = Math.max(-radius, -col);
      const right = Math.min(radius, cols - 1 - col);
      for (let dy = Math.max(-radius, -row); dy <= Math.min(radius, rows - 1 - row); dy++) {
        const to = (row + dy) * cols + col;
        const from = (dy + radius) * width + radius;
        for (let dx = left; dx <= right; dx++) total[to + dx] += strength * kernel[from + dx];
      }
    }
  }
}

function decayKernel(radius: number, cellM: number, threat: Threat): Float64Array {
  const width = 2 * radius + 1;
  const kernel = new Float64Array(width * width);
  let sum = 0;
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const value = threatDecay(Math.hypot(dx, dy) * cellM, threat.reachM, threat.decay);
      kernel[(dy + radius) * width + dx + radius] = value;
      sum += value;
    }
  }
  return kernel.map((value) => value / sum);
}

/** 1 in every cell a line of the layer runs through. */
export function markLines(grid: Grid, layer: VectorLayer): Float32Array {
  const cells = new Float32Array(grid.cols * grid.rows);
  for (const { geometry } of layer.features) {
    if (geometry.type === "LineString") markLine(grid, geometry.coordinates, cells);
    else if (geometry.type === "MultiLineString")
      for (const line of geometry.coordinates) markLine(grid, line, cells);
  }
  return cells;
}

function markLine(grid: Grid, line: readonly Position[], cells: Float32Array): void {
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1];
    const [bx, by] = line[i];
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / (grid.cellSizeM / 4)));
    for (let s = 0; s <= steps; s++) {
      const cell = cellAt(grid, ax + ((bx - ax) * s) / steps, ay + ((by - ay) * s) / steps);
      if (cell >= 0) cells[cell] = 1;
    }
  }
}

/** Index of the cell a point lies in, -1 outside the grid. */
export function cellAt(grid: Grid, x: number, y: number): number {
  const col = Math.floor((x - grid.originX) / grid.cellSizeM);
  const row = Math.floor((grid.originY - y) / grid.cellSizeM);
  return col < 0 || row < 0 || col >= grid.cols || row >= grid.rows ? -1 : row * grid.cols + col;
}
