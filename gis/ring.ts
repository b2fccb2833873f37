import type { Extent, Geometry, PolygonRings, Position } from "./types.ts";

/** Area inside a closed ring, square units of its coordinates; positive when it runs counter-clockwise. */
export function signedArea(ring: readonly Position[]): number {
  // Taken from the first vertex, so that metres far from the origin do not cost digits.
  const [x0, y0] = ring[0];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[i + 1];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}

/** Area of polygons whose outer rings run counter-clockwise and holes clockwise, square units. */
export function areaOf(polygons: readonly PolygonRings[]): number {
  let area = 0;
  for (const rings of polygons) for (const ring of rings) area += signedArea(ring);
  return area;
}

/** Polygons of a geometry; empty for points and lines. */
export function polygonsOf(geometry: Geometry): readonly PolygonRings[] {
  switch (geometry.type) {
    case "Polygon":
      return [geometry.coordinates];
    case "MultiPolygon":
      return geometry.coordinates;
    default:
      return [];
  }
}

/** Box around polygons, `[west, south, east, north]`. */
export function extentOfPolygons(polygons: readonly PolygonRings[]): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of polygons) {
    for (const [x, y] of outer) {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  return [west, south, east, north];
}

/** True when the box around a geometry meets the extent. */
export function reachesExtent(geometry: Geometry, extent: Extent): boolean {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of pathsOf(geometry)) {
    for (const [x, y] of path) {
      if (x < w) w = x;
      if (x > e) e = x;
      if (y < s) s = y;
      if (y > n) n = y;
    }
  }
  return extentsMeet([w, s, e, n], extent);
}

/** True when two extents share a point. */
export function extentsMeet(a: Extent, b: Extent): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

/** Every sequence of positions of a geometry: its lines and rings, a point as a path of one. */
export function pathsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case "Point":
      return [[geometry.coordinates]];
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
  }
}

/**
 * A point inside polygons: the centroid of the largest one where it lies inside, else the middle of the widest span
 * on the line through half its height.
 */
export function pointInside(polygons: readonly PolygonRings[]): Position {
  let largest = polygons[0];
  for (const rings of polygons) if (signedArea(rings[0]) > signedArea(largest[0])) largest = rings;
  const centroid = centroidOf(largest[0]);
  if (containsPoint(largest, centroid)) return centroid;
  const [, south, , north] = extentOfPolygons([largest]);
  const y = (south + north) / 2;
  const crossings = crossingsAt(largest, y);
  let best: Position = largest[0][0];
  let widest = -1;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1] - crossings[i];
    if (width > widest) {
      widest = width;
      best = [(crossings[i] + crossings[i + 1]) / 2, y];
    }
  }
  return best;
}

/** True when a point lies inside polygon rings, by the parity of the edges to its west. */
export function containsPoint(rings: PolygonRings, [x, y]: Position): boolean {
  let inside = false;
  for (const crossing of crossingsAt(rings, y)) if (crossing < x) inside = !inside;
  return inside;
}

/** Eastings at which the line of a northing meets the rings, ascending; an edge owns its lower end only. */
function crossingsAt(rings: PolygonRings, y: number): number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[i + 1];
      if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
    }
  }
  return crossings.sort((a, b) => a - b);
}

function centroidOf(ring: readonly Position[]): Position {
  const [x0, y0] = ring[0];
  let [twice, sx, sy] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i][0] - x0, ring[i][1] - y0];
    const [bx, by] = [ring[i + 1][0] - x0, ring[i + 1][1] - y0];
    const cross = ax * by - bx * ay;
    twice += cross;
    sx += (ax + bx) * cross;
    sy += (ay + by) * cross;
  }
  return twice === 0 ? ring[0] : [x0 + sx / (3 * twice), y0 + sy / (3 * twice)];
}
