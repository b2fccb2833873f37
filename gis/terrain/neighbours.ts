/** The eight neighbours of a cell in D8 order: E, SE, S, SW, W, NW, N, NE (rows grow southward). */
export const NEIGHBOUR_DX = [1, 1, 0, -1, -1, -1, 0, 1] as const;
export const NEIGHBOUR_DY = [0, 1, 1, 1, 0, -1, -1, -1] as const;

/** Distance to each neighbour in cells. */
export const NEIGHBOUR_DISTANCE = [1, Math.SQRT2, 1, Math.SQRT2, 1, Math.SQRT2, 1, Math.SQRT2] as const;

/** Shape of a row-major array of cells. */
export interface GridShape {
  readonly cols: number;
  readonly rows: number;
}
