import { type GridShape, NEIGHBOUR_DISTANCE, NEIGHBOUR_DX, NEIGHBOUR_DY } from "./neighbours.ts";

/**
 * Direction of steepest descent of every cell.
 *
 * @param elevation metres, row-major, north row first; NaN is no data.
 * @returns codes E 1, SE 2, S 4, SW 8, W 16, NW 32, N 64, NE 128 (ties go to the first in that order); 0 where
 *   nothing falls (sink or outlet) and where the elevation is NaN.
 *
 * Source: O'Callaghan and Mark 1984, Computer Vision, Graphics and Image Processing 28, 323-344.
 */
export function computeFlowDirections(elevation: ArrayLike<number>, { cols, rows }: GridShape): Uint8Array {
  const directions = new Uint8Array(cols * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < cols; x++) {
      const cell = y * cols + x;
      let steepest = 0;
      for (let d = 0; d < 8; d++) {
        const nx = x + NEIGHBOUR_DX[d];
        const ny = y + NEIGHBOUR_DY[d];
        if (nx < 0 || ny < 0 || nx >= cols || ny >= rows) continue;
        const fall = (elevation[cell] - elevation[ny * cols + nx]) / NEIGHBOUR_DISTANCE[d];
        if (fall > steepest) {
          steepest = fall;
          directions[cell] = 1 << d;
        }
      }
    }
  }
  return directions;
}

/**
 * Number of cells strictly upstream of every cell, itself not counted; flow ends at direction 0. The contributing
 * area is `(count + 1) * cellSizeM ** 2`.
 *
 * @param directions codes of {@link computeFlowDirections}, same shape.
 */
export function accumulateFlow(directions: Uint8Array, { cols, rows }: GridShape): Uint32Array {
  const stepOf = new Int32Array(129);
  for (let d = 0; d < 8; d++) stepOf[1 << d] = NEIGHBOUR_DY[d] * cols + NEIGHBOUR_DX[d];
  const cells = cols * rows;
  const waitingFor = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++)
    if (directions[cell] !== 0) waitingFor[cell + stepOf[directions[cell]]]++;
  const upstream = new Uint32Array(cells);
  // Each cell is left once: from every spring down, until another donor is still to come.
  for (let spring = 0; spring < cells; spring++) {
    if (waitingFor[spring] !== 0) continue;
    waitingFor[spring] = DONE;
    let cell = spring;
    while (directions[cell] !== 0) {
      const next = cell + stepOf[directions[cell]];
      upstream[next] += upstream[cell] + 1;
      if (--waitingFor[next] !== 0) break;
      waitingFor[next] = DONE;
      cell = next;
    }
  }
  return upstream;
}

/** Mark of a cell whose flow has been handed on; more donors than a cell can have. */
const DONE = 255;
