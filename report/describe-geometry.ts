import { type PolygonRings, type Position, signedArea, transformBetween } from "#gis";
import type { Region } from "#solver/region";
import { type ReportNode, toDecimals } from "./figure.ts";

/** Decimals of a coordinate in degrees: about a centimetre. */
const DEGREE_DECIMALS = 7;

/** Degrees `[longitude, latitude]` of a position in the region's CRS. */
export type ToDegrees = (position: Position) => Position;

/** The way from the region's CRS to WGS 84, the only CRS a GeoJSON file may use. Source: RFC 7946, section 4. */
export function toDegreesFrom(region: Region): ToDegrees {
  const transform = transformBetween(region.grid.crs, "EPSG:4326");
  return ([x, y]) => transform(x, y);
}

/**
 * Polygon or MultiPolygon of a planning unit: closed rings, outer ones counter-clockwise, holes clockwise.
 *
 * Source: RFC 7946, section 3.1.6.
 */
export function describeGeometry(polygons: readonly PolygonRings[], toDegrees: ToDegrees): ReportNode {
  const parts = polygons.map((rings) => rings.map((ring, k) => describeRing(ring, k === 0, toDegrees)));
  return parts.length === 1
    ? { type: "Polygon", coordinates: parts[0] }
    : { type: "MultiPolygon", coordinates: parts };
}

/** Box around all units, `[west, south, east, north]` in degrees. */
export function describeBounds(
  polygons: Iterable<readonly PolygonRings[]>,
  toDegrees: ToDegrees,
): ReportNode {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const unit of polygons) {
    for (const position of unit.flat(2)) {
      const [lon, lat] = toDegrees(position);
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north].map((degrees) => toDecimals(degrees, DEGREE_DECIMALS));
}

function describeRing(ring: readonly Position[], isOuter: boolean, toDegrees: ToDegrees): ReportNode {
  const degrees = ring.map(toDegrees);
  const isCounterClockwise = signedArea(degrees) > 0;
  const directed = isCounterClockwise === isOuter ? degrees : degrees.toReversed();
  return directed.map((position) => position.map((value) => toDecimals(value, DEGREE_DECIMALS)));
}
