import { areaOf, extentOfPolygons } from "./ring.ts";
import type { Extent, PolygonRings } from "./types.ts";

/** An edge from west to east; `turn` is +1 when its ring runs east along it, which puts the inside above. */
interface Edge {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly turn: 1 | -1;
  readonly south: number;
  readonly north: number;
}

/** An edge that a slab meets, with its height at the slab's middle. */
interface Line {
  readonly edge: Edge;
  readonly own: boolean;
  y: number;
}

/**
 * Polygons prepared for many questions of the form "how much of this shape lies inside?". Overlapping polygons count
 * once (non-zero winding).
 *
 * The area is integrated over vertical slabs between all vertices and crossings; inside a slab no two edges cross, so
 * its trapezoids are exact. Shared and nearly shared boundaries are harmless: there is no output polygon that could
 * fail to close, which is what general overlay libraries trip over.
 */
export class PolygonIndex {
  readonly extent: Extent;
  private readonly edges: readonly Edge[];
  /** Edges by vertical strip; an edge stands in every strip it reaches. */
  private readonly strips: readonly number[][];
  private readonly stripWidth: number;
  private readonly lastAsked: Int32Array;
  private question = 0;

  constructor(polygons: readonly PolygonRings[]) {
    this.extent = extentOfPolygons(polygons);
    this.edges = edgesOf(polygons);
    this.lastAsked = new Int32Array(this.edges.length);
    const [west, , east] = this.extent;
    const count = Math.max(1, Math.min(1024, Math.ceil(this.edges.length / 8)));
    this.stripWidth = Math.max((east - west) / count, Number.MIN_VALUE);
    const strips: number[][] = Array.from({ length: count }, () => []);
    for (const [e, edge] of this.edges.entries()) {
      for (let s = this.stripOf(edge.x0, count); s <= this.stripOf(edge.x1, count); s++) strips[s].push(e);
    }
    this.strips = strips;
  }

  private stripOf(x: number, count = this.strips.length): number {
    return Math.min(Math.max(Math.floor((x - this.extent[0]) / this.stripWidth), 0), count - 1);
  }

  /** Area of `shape` inside and outside these polygons, square units; their sum is the area of `shape`. */
  split(shape: readonly PolygonRings[]): { inside: number; outside: number } {
    const [west, south, east, north] = extentOfPolygons(shape);
    const { near, below } = this.edgesAround(west, south, east, north);
    if (near.length === 0) return this.splitWhole(shape, below, (west + east) / 2);
    const own = edgesOf(shape);
    const cuts = sortedCuts(own, near, west, east);
    const waiting: Line[] = [
      ...own.map((edge) => ({ edge, own: true, y: 0 })),
      ...near.map((edge) => ({ edge, own: false, y: 0 })),
    ].sort((a, b) => a.edge.x0 - b.edge.x0);
    let [inside, outside, next] = [0, 0, 0];
    let lines: Line[] = [];
    for (let k = 0; k + 1 < cuts.length; k++) {
      const width = cuts[k + 1] - cuts[k];
      const x = cuts[k] + width / 2;
      lines = lines.filter((line) => line.edge.x1 > x);
      for (; next < waiting.length && waiting[next].edge.x0 < x; next++) {
        if (waiting[next].edge.x1 > x) lines.push(waiting[next]);
      }
      for (const line of lines) line.y = heightAt(line.edge, x);
      lines.sort((a, b) => a.y - b.y);
      let theirs = 0;
      for (const edge of below) if (edge.x0 < x && x < edge.x1) theirs += edge.turn;
      let ours = 0;
      for (let i = 0; i + 1 < lines.length; i++) {
        if (lines[i].own) ours += lines[i].edge.turn;
        else theirs += lines[i].edge.turn;
        if (ours === 0) continue;
        const area = width * (lines[i + 1].y - lines[i].y);
        if (theirs !== 0) inside += area;
        else outside += area;
      }
    }
    return { inside, outside };
  }

  /** A shape that no edge reaches lies wholly on one side; the edges below any of its eastings tell which. */
  private splitWhole(shape: readonly PolygonRings[], below: readonly Edge[], x: number) {
    const area = areaOf(shape);
    let turns = 0;
    for (const edge of below) if (edge.x0 <= x && x < edge.x1) turns += edge.turn;
    return turns === 0 ? { inside: 0, outside: area } : { inside: area, outside: 0 };
  }

  /** Edges that reach into a box, and edges wholly south of it that still decide what is inside. */
  private edgesAround(
    west: number,
    south: number,
    east: number,
    north: number,
  ): { near: Edge[]; below: Edge[] } {
    const near: Edge[] = [];
    const below: Edge[] = [];
    if (west > this.extent[2] || east < this.extent[0]) return { near, below };
    this.question += 1;
    for (let s = this.stripOf(west); s <= this.stripOf(east); s++) {
      for (const e of this.strips[s]) {
        if (this.lastAsked[e] === this.question) continue;
        this.lastAsked[e] = this.question;
        const edge = this.edges[e];
        if (edge.x1 < west || edge.x0 > east || edge.south >= north) continue;
        if (edge.north <= south) below.push(edge);
        else near.push(edge);
      }
    }
    return { near, below };
  }
}

function edgesOf(polygons: readonly PolygonRings[]): Edge[] {
  const edges: Edge[] = [];
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [ax, ay] = ring[i];
        const [bx, by] = ring[i + 1];
        const [south, north] = ay < by ? [ay, by] : [by, ay];
        edges.push(
          ax <= bx
            ? { x0: ax, y0: ay, x1: bx, y1: by, turn: 1, south, north }
            : { x0: bx, y0: by, x1: ax, y1: ay, turn: -1, south, north },
        );
      }
    }
  }
  return edges;
}

function heightAt(edge: Edge, x: number): number {
  return edge.y0 + ((x - edge.x0) / (edge.x1 - edge.x0)) * (edge.y1 - edge.y0);
}

/** Eastings between which no edge ends and no two edges cross, ascending. */
function sortedCuts(own: readonly Edge[], near: readonly Edge[], west: number, east: number): number[] {
  const cuts = [west, east];
  const add = (x: number) => {
    if (x > west && x < east) cuts.push(x);
  };
  for (const edges of [own, near]) {
    for (const edge of edges) {
      add(edge.x0);
      add(edge.x1);
    }
  }
  for (const [i, edge] of near.entries()) {
    for (const other of own) addCrossing(edge, other, add);
    for (let j = i + 1; j < near.length; j++) addCrossing(edge, near[j], add);
  }
  return cuts.sort((a, b) => a - b);
}

function addCrossing(e: Edge, f: Edge, add: (x: number) => void): void {
  const from = Math.max(e.x0, f.x0);
  const to = Math.min(e.x1, f.x1);
  if (from >= to || e.south > f.north || f.south > e.north) return;
  const before = heightAt(e, from) - heightAt(f, from);
  const after = heightAt(e, to) - heightAt(f, to);
  if (before * after < 0) add(from + ((to - from) * before) / (before - after));
}
