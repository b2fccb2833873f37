import type { GridShape } from "#gis";

/**
 * Shape and cell size of the flat arrays the generator works on: row-major, north row first. Places are metres from
 * the north-west corner, x eastward, y southward.
 */
export interface Lattice extends GridShape {
  readonly cellM: number;
}

export function cellCount({ cols, rows }: GridShape): number {
  return cols * rows;
}

/** Cell at a place, clamped to the lattice. */
export function cellAt({ cols, rows, cellM }: Lattice, x: number, y: number): number {
  const col = Math.min(cols - 1, Math.max(0, Math.floor(x / cellM)));
  const row = Math.min(rows - 1, Math.max(0, Math.floor(y / cellM)));
  return row * cols + col;
}

/** The four cells that share an edge with a cell; -1 outside. */
export function edgeNeighbours(
  { cols, rows }: GridShape,
  cell: number,
): readonly [number, number, number, number] {
  const x = cell % cols;
  const below = cell + cols;
  return [x > 0 ? cell - 1 : -1, x < cols - 1 ? cell + 1 : -1, cell - cols, below < cols * rows ? below : -1];
}

/** The same lattice with cells `factor` times smaller. */
export function refine({ cols, rows, cellM }: Lattice, factor: number): Lattice {
  return { cols: cols * factor, rows: rows * factor, cellM: cellM / factor };
}

/** Values of coarse cells repeated over the fine cells inside them. */
export function enlarge(values: Uint8Array, { cols, rows }: GridShape, factor: number): Uint8Array {
  const fine = new Uint8Array(values.length * factor * factor);
  const fineCols = cols * factor;
  for (let y = 0; y < rows * factor; y++) {
    for (let x = 0; x < fineCols; x++) {
      fine[y * fineCols + x] = values[Math.floor(y / factor) * cols + Math.floor(x / factor)];
    }
  }
  return fine;
}
