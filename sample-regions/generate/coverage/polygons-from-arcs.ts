import type { Arc } from "./trace-arcs.ts";

/** A closed ring in cells, y southward; the last point does not repeat the first. */
export interface Ring {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Square cells; positive for outer rings, negative for holes. */
  readonly signedArea: number;
}

export interface Polygon {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

/** Net area, square cells. */
export function polygonArea({ outer, holes }: Polygon): number {
  return outer.signedArea + holes.reduce((total, hole) => total + hole.signedArea, 0);
}

/**
 * Polygons of every group of labels, from the arcs whose two sides lie in different groups. Neighbouring groups share
 * their vertices, rings are simple, and a ring that meets a node twice is cut there.
 *
 * @param groupOf group of a label; undefined leaves the label out of the layer. It is never asked about 0, outside.
 */
export function polygonsFromArcs<Group>(
  arcs: readonly Arc[],
  groupOf: (label: number) => Group | undefined,
): Map<Group, Polygon[]> {
  const groupOrOutside = (label: number) => (label === 0 ? undefined : groupOf(label));
  const edges = new Map<Group, Edge[]>();
  const addEdge = (group: Group | undefined, edge: Edge) => {
    if (group === undefined) return;
    const list = edges.get(group);
    if (list) list.push(edge);
    else edges.set(group, [edge]);
  };
  for (const arc of arcs) {
    const left = groupOrOutside(arc.left);
    const right = groupOrOutside(arc.right);
    if (left === right) continue;
    // The group stays on the right of travel: clockwise with y southward.
    addEdge(left, { arc, isForward: false });
    addEdge(right, { arc, isForward: true });
  }
  return new Map([...edges].map(([group, list]) => [group, assemblePolygons(list)]));
}

interface Edge {
  readonly arc: Arc;
  readonly isForward: boolean;
}

const pointKey = ({ xs, ys }: Arc, k: number) => `${xs[k]},${ys[k]}`;
const startKey = ({ arc, isForward }: Edge) => pointKey(arc, isForward ? 0 : arc.xs.length - 1);
const endKey = ({ arc, isForward }: Edge) => pointKey(arc, isForward ? arc.xs.length - 1 : 0);

function assemblePolygons(edges: readonly Edge[]): Polygon[] {
  const rings = chainRings(edges).map(measureRing);
  const outers = rings.filter((ring) => ring.signedArea > 0).sort((a, b) => a.signedArea - b.signedArea);
  const holesOf = new Map<Ring, Ring[]>(outers.map((outer) => [outer, []]));
  for (const hole of rings.filter((ring) => ring.signedArea < 0))
    holesOf.get(findHost(outers, hole))!.push(hole);
  return outers.map((outer) => ({ outer, holes: holesOf.get(outer)! }));
}

function chainRings(edges: readonly Edge[]): Edge[][] {
  const byStart = new Map<string, Edge[]>();
  for (const edge of edges) {
    const list = byStart.get(startKey(edge));
    if (list) list.push(edge);
    else byStart.set(startKey(edge), [edge]);
  }
  const used = new Set<Edge>();
  const rings: Edge[][] = [];
  for (const first of edges) {
    if (used.has(first)) continue;
    const home = startKey(first);
    const ring = [first];
    used.add(first);
    for (let edge = first; endKey(edge) !== home; ) {
      const open = byStart.get(endKey(edge))!.filter((option) => !used.has(option));
      edge = open.length === 1 ? open[0] : sharpestRightTurn(edge, open);
      used.add(edge);
      ring.push(edge);
    }
    rings.push(...cutAtRepeatedNodes(ring));
  }
  return rings;
}

/** At a touching node the sharpest right turn keeps a ring on its own piece of ground. */
function sharpestRightTurn(edge: Edge, options: readonly Edge[]): Edge {
  const back = bearingFromEnd(edge);
  const turnOf = (option: Edge) => {
    let turn = back - bearingFromStart(option);
    while (turn <= 1e-9) turn += 2 * Math.PI;
    while (turn > 2 * Math.PI) turn -= 2 * Math.PI;
    return turn;
  };
  return options.reduce((best, option) => (turnOf(option) < turnOf(best) ? option : best));
}

function bearingFromStart({ arc, isForward }: Edge): number {
  const last = arc.xs.length - 1;
  return isForward ? bearing(arc, 0, 1) : bearing(arc, last, last - 1);
}

function bearingFromEnd({ arc, isForward }: Edge): number {
  const last = arc.xs.length - 1;
  return isForward ? bearing(arc, last, last - 1) : bearing(arc, 0, 1);
}

function bearing({ xs, ys }: Arc, from: number, to: number): number {
  return Math.atan2(ys[to] - ys[from], xs[to] - xs[from]);
}

function cutAtRepeatedNodes(ring: readonly Edge[]): Edge[][] {
  const loops: Edge[][] = [];
  const open: Edge[] = [];
  const seatOf = new Map<string, number>();
  for (const edge of ring) {
    const key = startKey(edge);
    const seat = seatOf.get(key);
    if (seat !== undefined) {
      const loop = open.splice(seat);
      for (const part of loop) seatOf.delete(startKey(part));
      loops.push(loop);
    }
    seatOf.set(key, open.length);
    open.push(edge);
  }
  return [...loops, open];
}

function measureRing(edges: readonly Edge[]): Ring {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { arc, isForward } of edges) {
    const last = arc.xs.length - 1;
    for (let k = 0; k < last; k++) {
      xs.push(arc.xs[isForward ? k : last - k]);
      ys.push(arc.ys[isForward ? k : last - k]);
    }
  }
  let doubled = 0;
  for (let k = 0; k < xs.length; k++) {
    const next = (k + 1) % xs.length;
    doubled += xs[k] * ys[next] - xs[next] * ys[k];
  }
  return { xs, ys, signedArea: doubled / 2 };
}

/** Smallest outer ring around a hole; `outers` rise in area. */
function findHost(outers: readonly Ring[], { xs, ys }: Ring): Ring {
  const dx = xs[1] - xs[0];
  const dy = ys[1] - ys[0];
  const length = Math.hypot(dx, dy);
  // A point just beside the hole's first edge, on the polygon's side.
  const x = (xs[0] + xs[1]) / 2 - (dy / length) * 1e-4;
  const y = (ys[0] + ys[1]) / 2 + (dx / length) * 1e-4;
  const host = outers.find((outer) => isInRing(outer, x, y));
  if (!host) throw new Error("A hole lies in no polygon: the arcs do not close.");
  return host;
}

function isInRing({ xs, ys }: Ring, x: number, y: number): boolean {
  let isInside = false;
  for (let k = 0, before = xs.length - 1; k < xs.length; before = k++) {
    const crosses = ys[k] > y !== ys[before] > y;
    if (crosses && x < ((xs[before] - xs[k]) * (y - ys[k])) / (ys[before] - ys[k]) + xs[k])
      isInside = !isInside;
  }
  return isInside;
}
