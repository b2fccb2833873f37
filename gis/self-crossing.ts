import type { PolygonRings, Position } from "./types.ts";

/**
 * A place where the boundary of polygons crosses itself, or undefined. Rings may touch themselves and each other in
 * points; only a crossing from one side to the other counts. Edges are swept from west to east.
 */
export function findSelfCrossing(polygons: readonly PolygonRings[]): Position | undefined {
  const edges: { a: Position; b: Position; west: number; east: number }[] = [];
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [a, b] = [ring[i], ring[i + 1]];
        edges.push({ a, b, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) });
      }
    }
  }
  edges.sort((e, f) => e.west - f.west);
  for (let i = 0; i < edges.length; i++) {
    const e = edges[i];
    for (let j = i + 1; j < edges.length && edges[j].west <= e.east; j++) {
      const f = edges[j];
      if (Math.max(e.a[1], e.b[1]) < Math.min(f.a[1], f.b[1])) continue;
      if (Math.min(e.a[1], e.b[1]) > Math.max(f.a[1], f.b[1])) continue;
      if (crosses(e.a, e.b, f.a, f.b)) return crossingPoint(e.a, e.b, f.a, f.b);
    }
  }
  return undefined;
}

function crosses(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Which side of the line a-b the point lies on; 0 within a tenth of a millimetre of it, where coordinates are rounded. */
function side(a: Position, b: Position, p: Position): number {
  const cross = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return Math.abs(cross) <= 1e-4 * length ? 0 : Math.sign(cross);
}

function crossingPoint(a: Position, b: Position, c: Position, d: Position): Position {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / (rx * sy - ry * sx);
  return [a[0] + t * rx, a[1] + t * ry];
}
