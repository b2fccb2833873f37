import { extentOfPolygons } from "./ring.ts";
import type { CellCover, Grid, PolygonRings, Position } from "./types.ts";

/** Shares below this are rounding, not land. */
const SMALLEST_SHARE = 1e-9;

/**
 * The exact share of every cell that lies inside each unit, from the geometry alone: the sum of shares times the cell
 * area is the area of the part of the polygon that lies on the grid.
 *
 * Every edge adds, row by row, the area between itself and the east end of the row; a running sum along the row
 * then gives each cell's cover. No clipping library is needed and no shape can make it fail; an overlap of a polygon
 * with itself counts twice.
 */
export function coverCells(units: readonly (readonly PolygonRings[])[], grid: Grid): CellCover {
  const offsets = new Uint32Array(units.length + 1);
  const cells: number[] = [];
  const shares: number[] = [];
  let window = new Float64Array(0);
  for (let unit = 0; unit < units.length; unit++) {
    const [west, south, east, north] = extentOfPolygons(units[unit]);
    const box = {
      left: clampIndex(Math.floor((west - grid.originX) / grid.cellSizeM), grid.cols),
      right: clampIndex(Math.ceil((east - grid.originX) / grid.cellSizeM), grid.cols),
      top: clampIndex(Math.floor((grid.originY - north) / grid.cellSizeM), grid.rows),
      bottom: clampIndex(Math.ceil((grid.originY - south) / grid.cellSizeM), grid.rows),
    };
    // Two spare columns take what edges on the east side of the last column add.
    const stride = box.right - box.left + 2;
    const size = stride * (box.bottom - box.top);
    if (window.length < size) window = new Float64Array(size);
    else window.fill(0, 0, size);
    for (const rings of units[unit]) {
      for (const ring of rings) accumulateRing(window, stride, box, ring, grid);
    }
    for (let row = box.top; row < box.bottom; row++) {
      let share = 0;
      for (let col = box.left; col < box.right; col++) {
        share += window[(row - box.top) * stride + col - box.left];
        if (share <= SMALLEST_SHARE) continue;
        cells.push(row * grid.cols + col);
        shares.push(Math.min(share, 1));
      }
    }
    offsets[unit + 1] = cells.length;
  }
  return { offsets, cells: Uint32Array.from(cells), shares: Float32Array.from(shares) };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function accumulateRing(
  window: Float64Array,
  stride: number,
  box: Box,
  ring: readonly Position[],
  grid: Grid,
): void {
  const toCol = (x: number) => (x - grid.originX) / grid.cellSizeM - box.left;
  const toRow = (y: number) => (grid.originY - y) / grid.cellSizeM - box.top;
  const cols = box.right - box.left;
  const rows = box.bottom - box.top;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [toCol(ring[i][0]), toRow(ring[i][1])];
    const [bx, by] = [toCol(ring[i + 1][0]), toRow(ring[i + 1][1])];
    if (ay === by) continue;
    // Rows grow southwards: an edge of a counter-clockwise ring that runs south has the unit on its east side.
    const sign = ay < by ? 1 : -1;
    const [x0, y0, x1, y1] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay];
    const slope = (x1 - x0) / (y1 - y0);
    const from = Math.max(y0, 0);
    const to = Math.min(y1, rows);
    for (let row = Math.floor(from); row < to; row++) {
      const top = Math.max(from, row);
      const bottom = Math.min(to, row + 1);
      if (bottom <= top) continue;
      const xTop = x0 + (top - y0) * slope;
      const xBottom = x0 + (bottom - y0) * slope;
      addSpan(window, row * stride, cols, xTop, xBottom, sign * (bottom - top));
    }
  }
}

/**
 * Adds one edge within one row: `height` of the row is covered east of a line that moves from `xA` to `xB`.
 * West of the window the line covers whole cells, east of it none.
 */
function addSpan(
  window: Float64Array,
  start: number,
  cols: number,
  xA: number,
  xB: number,
  height: number,
): void {
  const west = Math.min(xA, xB);
  const east = Math.max(xA, xB);
  if (west >= cols) return;
  if (east <= 0) {
    window[start] += height;
    return;
  }
  const first = Math.floor(west);
  if (east <= first + 1) {
    const covered = first + 1 - (west + east) / 2;
    window[start + first] += height * covered;
    window[start + first + 1] += height * (1 - covered);
    return;
  }
  // Share of the height whose line lies west of x, integrated up to x, is the cover of the cells up to x.
  const perCol = height / (east - west);
  let coveredBefore = 0;
  for (let col = Math.max(first, 0); ; col++) {
    const upTo = integralWestOf(col + 1, west, east) - integralWestOf(col, west, east);
    const cover = upTo * perCol;
    if (col >= cols + 1) break;
    window[start + col] += cover - coveredBefore;
    coveredBefore = cover;
    if (col >= east) break;
  }
}

/** Integral over x' from far west to x of how much of [west, east] lies west of x'. */
function integralWestOf(x: number, west: number, east: number): number {
  if (x <= west) return 0;
  if (x >= east) return (east - west) * (x - east) + ((east - west) * (east - west)) / 2;
  return ((x - west) * (x - west)) / 2;
}

function clampIndex(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count);
}
