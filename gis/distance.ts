import { containsPoint, pathsOf, polygonsOf } from "./ring.ts";
import type { Feature, Position, VectorLayer } from "./types.ts";

/**
 * Distance from points to the nearest feature of a layer in a projected CRS, m; 0 inside a polygon; Infinity when no
 * feature is left.
 *
 * @param points x, y interleaved.
 * @param where keeps the features to look at; all when absent.
 */
export function distancesToNearest(
  points: Float64Array,
  layer: VectorLayer,
  where?: (feature: Feature) => boolean,
): Float64Array {
  const features = where === undefined ? layer.features : layer.features.filter(where);
  const segments = new SegmentGrid(features.flatMap((feature) => pathsOf(feature.geometry)));
  const polygons = features.flatMap((feature) => polygonsOf(feature.geometry));
  const distances = new Float64Array(points.length / 2);
  for (let i = 0; i < distances.length; i++) {
    const point: Position = [points[2 * i], points[2 * i + 1]];
    const inside = polygons.some((rings) => containsPoint(rings, point));
    distances[i] = inside ? 0 : segments.distanceTo(point);
  }
  return distances;
}

/** Segments in square buckets; the search widens ring by ring until no nearer bucket is left. */
class SegmentGrid {
  private readonly segments: readonly (readonly [ax: number, ay: number, bx: number, by: number])[];
  private readonly buckets: readonly number[][];
  private readonly cols: number;
  private readonly rows: number;
  private readonly size: number;
  private readonly west: number;
  private readonly south: number;

  constructor(paths: readonly (readonly Position[])[]) {
    this.segments = paths.flatMap((path) =>
      path.length === 1
        ? [[...path[0], ...path[0]] as const]
        : path.slice(1).map((end, i) => [...path[i], ...end] as const),
    );
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [ax, ay, bx, by] of this.segments) {
      west = Math.min(west, ax, bx);
      east = Math.max(east, ax, bx);
      south = Math.min(south, ay, by);
      north = Math.max(north, ay, by);
    }
    this.west = west;
    this.south = south;
    const perSide = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(this.segments.length))));
    this.size = Math.max(east - west, north - south, 1e-9) / perSide;
    this.cols = Math.max(1, Math.ceil((east - west) / this.size));
    this.rows = Math.max(1, Math.ceil((north - south) / this.size));
    if (this.segments.length === 0) [this.cols, this.rows] = [0, 0];
    const buckets: number[][] = Array.from({ length: this.cols * this.rows }, () => []);
    for (const [s, [ax, ay, bx, by]] of this.segments.entries()) {
      for (let row = this.rowOf(Math.min(ay, by)); row <= this.rowOf(Math.max(ay, by)); row++) {
        for (let col = this.colOf(Math.min(ax, bx)); col <= this.colOf(Math.max(ax, bx)); col++) {
          buckets[row * this.cols + col].push(s);
        }
      }
    }
    this.buckets = buckets;
  }

  distanceTo([x, y]: Position): number {
    let best = Number.POSITIVE_INFINITY;
    if (this.segments.length === 0) return best;
    const col = this.colOf(x);
    const row = this.rowOf(y);
    for (let ring = 0; ring < Math.max(this.cols, this.rows); ring++) {
      for (let r = row - ring; r <= row + ring; r++) {
        if (r < 0 || r >= this.rows) continue;
        const step = r === row - ring || r === row + ring ? 1 : Math.max(1, 2 * ring);
        for (let c = col - ring; c <= col + ring; c += step) {
          if (c < 0 || c >= this.cols) continue;
          for (const s of this.buckets[r * this.cols + c])
            best = Math.min(best, distanceToSegment(x, y, this.segments[s]));
        }
      }
      // Buckets of the next ring lie at least this far away, also from a point outside the grid.
      if (best <= ring * this.size) break;
    }
    return best;
  }

  private colOf(x: number): number {
    return Math.min(Math.max(Math.floor((x - this.west) / this.size), 0), this.cols - 1);
  }

  private rowOf(y: number): number {
    return Math.min(Math.max(Math.floor((y - this.south) / this.size), 0), this.rows - 1);
  }
}

function distanceToSegment(
  x: number,
  y: number,
  [ax, ay, bx, by]: readonly [ax: number, ay: number, bx: number, by: number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / length2, 0), 1);
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
