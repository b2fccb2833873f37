import type { GridShape } from "#gis";
import { clamp } from "../core/numeric.ts";

/** Reach of a vote in fine cells. */
const REACH = 3;

/** Labels on cells `factor` times smaller, each cell taking the majority around it, near cells counting more. */
export function majoritySmooth(label: ArrayLike<number>, shape: GridShape, factor: number): Int32Array {
  const { cols, rows } = shape;
  const fineCols = cols * factor;
  const fineRows = rows * factor;
  const reachCells = Math.ceil(REACH / factor);
  const labelAt = (x: number, y: number) =>
    label[
      Math.floor(clamp(y, 0, fineRows - 1) / factor) * cols + Math.floor(clamp(x, 0, fineCols - 1) / factor)
    ];
  const smooth = new Int32Array(fineCols * fineRows);
  for (let cell = 0; cell < cols * rows; cell++) {
    const col = cell % cols;
    const row = Math.floor(cell / cols);
    const isSettled = isUniformAround(label, shape, col, row, reachCells); // most cells are: no vote needed
    for (let y = row * factor; y < (row + 1) * factor; y++) {
      for (let x = col * factor; x < (col + 1) * factor; x++) {
        smooth[y * fineCols + x] = isSettled ? label[cell] : vote(labelAt, x, y);
      }
    }
  }
  return smooth;
}

function isUniformAround(
  label: ArrayLike<number>,
  { cols, rows }: GridShape,
  col: number,
  row: number,
  reach: number,
): boolean {
  const own = label[row * cols + col];
  for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
    for (let x = Math.max(0, col - reach); x <= Math.min(cols - 1, col + reach); x++) {
      if (label[y * cols + x] !== own) return false;
    }
  }
  return true;
}

function vote(labelAt: (x: number, y: number) => number, x: number, y: number): number {
  const votes = new Map<number, number>();
  let best = 0;
  let most = -1;
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      const label = labelAt(x + dx, y + dy);
      const count = (votes.get(label) ?? 0) + 19 - dx * dx - dy * dy;
      votes.set(label, count);
      if (count > most) {
        most = count;
        best = label;
      }
    }
  }
  return best;
}
