import { type GridShape, NEIGHBOUR_DX, NEIGHBOUR_DY } from "#gis";

/** Box passes of the given radius in cells; three of them come close to a Gaussian. Edges are clamped. */
export function blur(
  source: ArrayLike<number>,
  { cols, rows }: GridShape,
  radius: number,
  passes = 3,
): Float64Array {
  const values = Float64Array.from(source);
  const rowMeans = new Float64Array(cols * rows);
  const r = Math.max(1, Math.round(radius));
  const width = 2 * r + 1;
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < rows; y++) {
      const start = y * cols;
      let total = 0;
      for (let k = -r; k <= r; k++) total += values[start + Math.min(cols - 1, Math.max(0, k))];
      for (let x = 0; x < cols; x++) {
        rowMeans[start + x] = total / width;
        total += values[start + Math.min(cols - 1, x + r + 1)] - values[start + Math.max(0, x - r)];
      }
    }
    for (let x = 0; x < cols; x++) {
      let total = 0;
      for (let k = -r; k <= r; k++) total += rowMeans[Math.min(rows - 1, Math.max(0, k)) * cols + x];
      for (let y = 0; y < rows; y++) {
        values[y * cols + x] = total / width;
        total += rowMeans[Math.min(rows - 1, y + r + 1) * cols + x] - rowMeans[Math.max(0, y - r) * cols + x];
      }
    }
  }
  return values;
}

interface Components {
  /** Component of each cell from 1; 0 where the value is 0. */
  readonly label: Int32Array;
  readonly count: number;
  /** Cells of each component; entry 0 is unused. */
  readonly sizes: readonly number[];
}

/** Connected pieces of equal, non-zero values; over edges, or over corners too. */
export function labelComponents(
  values: ArrayLike<number>,
  { cols, rows }: GridShape,
  { diagonal = false } = {},
): Components {
  const label = new Int32Array(cols * rows);
  const sizes = [0];
  const stack: number[] = [];
  for (let start = 0; start < label.length; start++) {
    if (label[start] || !values[start]) continue;
    const current = sizes.length;
    sizes.push(0);
    label[start] = current;
    stack.push(start);
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      sizes[current]++;
      const x = cell % cols;
      const y = Math.floor(cell / cols);
      for (let d = 0; d < 8; d += diagonal ? 1 : 2) {
        const nx = x + NEIGHBOUR_DX[d];
        const ny = y + NEIGHBOUR_DY[d];
        if (nx < 0 || ny < 0 || nx >= cols || ny >= rows) continue;
        const next = ny * cols + nx;
        if (label[next] || values[next] !== values[start]) continue;
        label[next] = current;
        stack.push(next);
      }
    }
  }
  return { label, count: sizes.length - 1, sizes };
}

/** The largest edge-connected piece of a mask. */
export function keepLargestPiece(mask: ArrayLike<number>, shape: GridShape): Uint8Array {
  const { label, sizes } = labelComponents(mask, shape);
  let largest = 1;
  for (let k = 2; k < sizes.length; k++) if (sizes[k] > sizes[largest]) largest = k;
  return Uint8Array.from(label, (piece) => (piece === largest ? 1 : 0));
}

/** Values on a lattice with cells `factor` times smaller, by Catmull-Rom interpolation; edges are clamped. */
export function resampleCubic(source: Float64Array, { cols, rows }: GridShape, factor: number): Float64Array {
  const fineCols = cols * factor;
  // One pass along the rows, then one along the columns: the interpolation is separable.
  const stretched = new Float64Array(fineCols * rows);
  for (let y = 0; y < rows; y++) {
    const start = y * cols;
    for (let fineX = 0; fineX < fineCols; fineX++) {
      const at = (fineX + 0.5) / factor - 0.5;
      const x = Math.floor(at);
      stretched[y * fineCols + fineX] = catmullRom(
        source[start + Math.max(0, x - 1)],
        source[start + Math.max(0, x)],
        source[start + Math.min(cols - 1, x + 1)],
        source[start + Math.min(cols - 1, x + 2)],
        at - x,
      );
    }
  }
  const fine = new Float64Array(fineCols * rows * factor);
  for (let fineY = 0; fineY < rows * factor; fineY++) {
    const at = (fineY + 0.5) / factor - 0.5;
    const y = Math.floor(at);
    const before = Math.max(0, y - 1) * fineCols;
    const here = Math.max(0, y) * fineCols;
    const after = Math.min(rows - 1, y + 1) * fineCols;
    const beyond = Math.min(rows - 1, y + 2) * fineCols;
    for (let x = 0; x < fineCols; x++) {
      fine[fineY * fineCols + x] = catmullRom(
        stretched[before + x],
        stretched[here + x],
        stretched[after + x],
        stretched[beyond + x],
        at - y,
      );
    }
  }
  return fine;
}

/** Value between `b` (t = 0) and `c` (t = 1) of a smooth curve through four points. */
export function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** Value below which the given share (0-1) of the cells of a mask lies. */
export function quantileWithin(values: ArrayLike<number>, mask: ArrayLike<number>, share: number): number {
  const sorted = sortedWithin(values, mask);
  return sorted[Math.max(0, Math.min(sorted.length - 1, Math.floor(share * sorted.length)))];
}

/** Values of the cells of a mask in rising order. */
export function sortedWithin(values: ArrayLike<number>, mask: ArrayLike<number>): Float64Array {
  const kept: number[] = [];
  for (let cell = 0; cell < values.length; cell++) if (mask[cell]) kept.push(values[cell]);
  return Float64Array.from(kept).sort();
}
