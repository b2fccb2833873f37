import { MinHeap } from "#gis";
import type { Arc } from "./trace-arcs.ts";

const BIN_CELLS = 4;

/** All vertices of all arcs in flat arrays; an arc's vertices follow one another. */
interface Vertices {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly arc: Int32Array;
  /** Neighbours along the arc that are still there; -1 at its ends. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
  readonly isGone: Uint8Array;
}

/**
 * Simplifies all arcs at once by Visvalingam and Whyatt's smallest triangle first. A vertex goes only if its triangle
 * holds no other vertex of any arc, so borders never cross.
 *
 * @param minArea triangles below this area, in square cells, go.
 *
 * Source: Visvalingam and Whyatt 1993, The Cartographic Journal 30(1), 46-51.
 */
export function simplifyArcs(arcs: readonly Arc[], minArea: number): Arc[] {
  const vertices = listVertices(arcs);
  const bins = binVertices(vertices);
  const count = arcs.map(({ xs }) => xs.length);
  const least = leastVertices(arcs);
  const area = new Float64Array(vertices.x.length);
  const queue = new MinHeap(vertices.x.length);
  const isInner = (v: number) => vertices.previous[v] >= 0 && vertices.next[v] >= 0;
  const enqueue = (v: number, atLeast: number) => {
    if (!isInner(v)) return;
    area[v] = Math.max(triangleArea(vertices, v), atLeast);
    if (area[v] < minArea) queue.push(area[v], v);
  };
  for (let v = 0; v < vertices.x.length; v++) enqueue(v, 0);
  while (queue.size > 0) {
    const key = queue.minKey;
    const v = queue.pop();
    const arc = vertices.arc[v];
    const isStale = vertices.isGone[v] === 1 || key !== area[v];
    if (isStale || count[arc] <= least[arc] || isTriangleOccupied(vertices, bins, v)) continue;
    vertices.isGone[v] = 1;
    count[arc]--;
    const before = vertices.previous[v];
    const after = vertices.next[v];
    vertices.next[before] = after;
    vertices.previous[after] = before;
    enqueue(before, key);
    enqueue(after, key);
  }
  return collectArcs(arcs, vertices);
}

function listVertices(arcs: readonly Arc[]): Vertices {
  const total = arcs.reduce((sum, { xs }) => sum + xs.length, 0);
  const vertices: Vertices = {
    x: new Float64Array(total),
    y: new Float64Array(total),
    arc: new Int32Array(total),
    previous: new Int32Array(total).fill(-1),
    next: new Int32Array(total).fill(-1),
    isGone: new Uint8Array(total),
  };
  let v = 0;
  arcs.forEach(({ xs, ys }, arc) => {
    for (let k = 0; k < xs.length; k++, v++) {
      vertices.x[v] = xs[k];
      vertices.y[v] = ys[k];
      vertices.arc[v] = arc;
      if (k > 0) vertices.previous[v] = v - 1;
      if (k < xs.length - 1) vertices.next[v] = v + 1;
    }
  });
  return vertices;
}

/** Vertices an arc keeps: loops 4, arcs between the same two nodes 3, or a ring could lose its area. */
function leastVertices(arcs: readonly Arc[]): number[] {
  const nodePair = ({ xs, ys }: Arc) => {
    const last = xs.length - 1;
    return [`${xs[0]},${ys[0]}`, `${xs[last]},${ys[last]}`].sort().join("|");
  };
  const twins = new Map<string, number>();
  for (const arc of arcs) twins.set(nodePair(arc), (twins.get(nodePair(arc)) ?? 0) + 1);
  const isLoop = ({ xs, ys }: Arc) => xs[0] === xs[xs.length - 1] && ys[0] === ys[ys.length - 1];
  return arcs.map((arc) => (isLoop(arc) ? 4 : twins.get(nodePair(arc))! > 1 ? 3 : 2));
}

type Bins = ReadonlyMap<number, readonly number[]>;

const binKey = (binX: number, binY: number) => binX * 100_003 + binY;

function binVertices({ x, y }: Vertices): Bins {
  const bins = new Map<number, number[]>();
  for (let v = 0; v < x.length; v++) {
    const key = binKey(Math.floor(x[v] / BIN_CELLS), Math.floor(y[v] / BIN_CELLS));
    const bin = bins.get(key);
    if (bin) bin.push(v);
    else bins.set(key, [v]);
  }
  return bins;
}

function triangleArea({ x, y, previous, next }: Vertices, v: number): number {
  const a = previous[v];
  const c = next[v];
  return Math.abs((x[a] - x[v]) * (y[c] - y[v]) - (x[c] - x[v]) * (y[a] - y[v])) / 2;
}

function isTriangleOccupied({ x, y, previous, next, isGone }: Vertices, bins: Bins, v: number): boolean {
  const a = previous[v];
  const c = next[v];
  const side = (p: number, q: number, r: number) =>
    (x[q] - x[p]) * (y[r] - y[p]) - (y[q] - y[p]) * (x[r] - x[p]);
  const isInside = (p: number) => {
    const first = side(a, v, p);
    const second = side(v, c, p);
    const third = side(c, a, p);
    return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
  };
  const isAt = (p: number, q: number) => x[p] === x[q] && y[p] === y[q];
  const firstX = Math.floor(Math.min(x[a], x[v], x[c]) / BIN_CELLS);
  const lastX = Math.floor(Math.max(x[a], x[v], x[c]) / BIN_CELLS);
  const firstY = Math.floor(Math.min(y[a], y[v], y[c]) / BIN_CELLS);
  const lastY = Math.floor(Math.max(y[a], y[v], y[c]) / BIN_CELLS);
  for (let binY = firstY; binY <= lastY; binY++) {
    for (let binX = firstX; binX <= lastX; binX++) {
      for (const p of bins.get(binKey(binX, binY)) ?? []) {
        if (isGone[p] || p === v || p === a || p === c || isAt(p, a) || isAt(p, c)) continue;
        if (isInside(p)) return true;
      }
    }
  }
  return false;
}

function collectArcs(arcs: readonly Arc[], { x, y, next }: Vertices): Arc[] {
  let first = 0;
  return arcs.map((arc) => {
    const xs: number[] = [];
    const ys: number[] = [];
    for (let v = first; v >= 0; v = next[v]) {
      xs.push(x[v]);
      ys.push(y[v]);
    }
    first += arc.xs.length;
    return { ...arc, xs, ys };
  });
}
