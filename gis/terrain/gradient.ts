import { type ElevationGrid, type RowKernel, type TerrainOptions, visitWindowRows } from "./window-rows.ts";

/** Turns a row of gradients into values, written to `out` from `offset` on. */
export type GradientConverter<Out> = (
  east: Float64Array,
  south: Float64Array,
  out: Out,
  offset: number,
) => void;

/**
 * Hands on, row by row, eight cell sizes of rise towards the east and towards the south by Horn's weights: in the
 * window `a b c / d e f / g h i` these are `(c + 2f + i) - (a + 2d + g)` and `(g + 2h + i) - (a + 2b + c)`.
 *
 * Source: Horn 1981, Proc. IEEE 69(1), 14-47; the rules for borders follow gdaldem.
 */
export function visitGradientRows(
  dem: ElevationGrid,
  options: TerrainOptions,
  visit: (offset: number, east: Float64Array, south: Float64Array) => void,
): void {
  visitWindowRows(dem, options, [riseToEast, riseToSouth], (offset, [east, south]) =>
    visit(offset, east, south),
  );
}

export const riseToEast: RowKernel = (above, centre, below, cols, out) => {
  for (let x = 0; x < cols; x++)
    out[x] = above[x + 2] + 2 * centre[x + 2] + below[x + 2] - (above[x] + 2 * centre[x] + below[x]);
};

export const riseToSouth: RowKernel = (above, _, below, cols, out) => {
  for (let x = 0; x < cols; x++)
    out[x] = below[x] + 2 * below[x + 1] + below[x + 2] - (above[x] + 2 * above[x + 1] + above[x + 2]);
};
