import type { GridShape } from "#gis";

/** A border between two labels, from node to node or closed. Points are corners of the lattice, in cells. */
export interface Arc {
  /** Labels on the left and right in the direction of travel; 0 is outside. */
  readonly left: number;
  readonly right: number;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly isClosed: boolean;
}

/** Directions of travel along cell edges: east, south, west, north. */
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

/**
 * Borders of a label raster, each stored once and shared by both sides. A node is a corner where three or four
 * borders meet.
 */
export function traceArcs(label: ArrayLike<number>, { cols, rows }: GridShape): Arc[] {
  const labelAt = (x: number, y: number) =>
    x < 0 || y < 0 || x >= cols || y >= rows ? 0 : label[y * cols + x];
  const cornerCols = cols + 1;
  const borders = findBorders(labelAt, cols, rows);
  const used = new Uint8Array(borders.length);
  const arcs: Arc[] = [];
  const isOpen = (corner: number, d: number) =>
    ((borders[corner] >> d) & 1) === 1 && ((used[corner] >> d) & 1) === 0;

  const walk = (startX: number, startY: number, startDirection: number, isClosed: boolean) => {
    const start = startY * cornerCols + startX;
    const xs = [startX];
    const ys = [startY];
    let x = startX;
    let y = startY;
    let d = startDirection;
    for (;;) {
      used[y * cornerCols + x] |= 1 << d;
      x += STEP_X[d];
      y += STEP_Y[d];
      const corner = y * cornerCols + x;
      const back = (d + 2) & 3;
      used[corner] |= 1 << back;
      xs.push(x);
      ys.push(y);
      if (corner === start || countBits(borders[corner]) !== 2) break;
      d = [0, 1, 2, 3].find((e) => e !== back && (borders[corner] >> e) & 1)!;
    }
    const [left, right] = sidesOf(labelAt, startX, startY, startDirection);
    arcs.push({ left, right, xs, ys, isClosed });
  };

  for (const atNodes of [true, false]) {
    for (let corner = 0; corner < borders.length; corner++) {
      if (borders[corner] === 0 || countBits(borders[corner]) > 2 !== atNodes) continue;
      for (let d = 0; d < 4; d++) {
        if (isOpen(corner, d)) walk(corner % cornerCols, Math.floor(corner / cornerCols), d, !atNodes);
      }
    }
  }
  return arcs;
}

type LabelAt = (x: number, y: number) => number;

/** Per corner four bits: whether a border runs east 1, south 2, west 4, north 8. */
function findBorders(labelAt: LabelAt, cols: number, rows: number): Uint8Array {
  const borders = new Uint8Array((cols + 1) * (rows + 1));
  for (let y = 0; y <= rows; y++) {
    for (let x = 0; x <= cols; x++) {
      const nw = labelAt(x - 1, y - 1);
      const ne = labelAt(x, y - 1);
      const sw = labelAt(x - 1, y);
      const se = labelAt(x, y);
      borders[y * (cols + 1) + x] =
        (ne !== se ? 1 : 0) | (sw !== se ? 2 : 0) | (nw !== sw ? 4 : 0) | (nw !== ne ? 8 : 0);
    }
  }
  return borders;
}

function sidesOf(
  labelAt: LabelAt,
  x: number,
  y: number,
  direction: number,
): readonly [left: number, right: number] {
  switch (direction) {
    case 0:
      return [labelAt(x, y - 1), labelAt(x, y)];
    case 1:
      return [labelAt(x, y), labelAt(x - 1, y)];
    case 2:
      return [labelAt(x - 1, y), labelAt(x - 1, y - 1)];
    default:
      return [labelAt(x - 1, y - 1), labelAt(x, y - 1)];
  }
}

function countBits(bits: number): number {
  return (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + (bits >> 3);
}

/** Moves the points of an arc to the middles of its cell edges, its end nodes kept: the staircase goes. */
export function cutStaircase(arc: Arc): Arc {
  const middles = (values: readonly number[]) => values.slice(1).map((value, k) => (values[k] + value) / 2);
  const close = (values: readonly number[]) => {
    const middle = middles(values);
    return arc.isClosed ? [...middle, middle[0]] : [values[0], ...middle, values[values.length - 1]];
  };
  return { ...arc, xs: close(arc.xs), ys: close(arc.ys) };
}
