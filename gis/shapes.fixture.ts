import { signedArea } from "./ring.ts";
import type { Feature, Grid, PolygonRings, Position, Properties, VectorLayer } from "./types.ts";

/** Shapes and layers for tests. */

export const TEST_GRID: Grid = {
  crs: "EPSG:4544",
  cols: 20,
  rows: 16,
  cellSizeM: 30,
  originX: 560_000,
  originY: 2_846_000,
};

/** A closed ring through `points`, turned counter-clockwise, or clockwise for a hole. */
export function aRing(points: readonly Position[], hole = false): readonly Position[] {
  const ring = [...points, points[0]];
  return signedArea(ring) > 0 === hole ? ring.reverse() : ring;
}

/** A polygon that a radius per direction describes around a centre: irregular, never crossing itself. */
export function aStar(centre: Position, radii: readonly number[]): PolygonRings {
  return [
    aRing(
      radii.map((radius, i): Position => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
      }),
    ),
  ];
}

export function aRectangle(west: number, south: number, east: number, north: number): PolygonRings {
  return [
    aRing([
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ]),
  ];
}

export function aFeature(id: string, rings: PolygonRings, properties: Properties = new Map()): Feature {
  return { id, geometry: { type: "Polygon", coordinates: rings }, properties };
}

export function aLayer(...features: readonly Feature[]): VectorLayer {
  return { crs: TEST_GRID.crs, features };
}

/** Numbers in [0, 1) from a seed, the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
