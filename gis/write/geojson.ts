import { GisError } from "../issue.ts";
import type { CrsCode, Geometry, PolygonRings, Position } from "../types.ts";

/** One feature on the way out: coordinates are longitude, latitude in degrees. */
export interface GeojsonFeature {
  readonly id?: string;
  readonly geometry: Geometry;
  /** Plain data; members that are undefined are left out. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface GeojsonOptions {
  readonly crs: CrsCode;
  /** Decimals of a coordinate, at most 7 (about 1 cm). */
  readonly decimals?: number;
  /** Foreign members of the collection, written before the features. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/**
 * Text of an RFC 7946 feature collection, one feature a line, outer rings counter-clockwise and holes clockwise.
 *
 * @throws {GisError} `not-wgs84` when the coordinates are in another CRS, `decimals-out-of-range` for more than 7.
 *
 * Source: RFC 7946, sections 3.1.6, 4, 6.1 and 11.2.
 */
export function writeGeojson(
  features: readonly GeojsonFeature[],
  { crs, decimals = 7, members = {} }: GeojsonOptions,
): string {
  if (crs !== "EPSG:4326")
    throw new GisError("not-wgs84", "GeoJSON holds longitude and latitude only.", { crs });
  if (!(decimals >= 0 && decimals <= 7)) {
    throw new GisError("decimals-out-of-range", "Coordinates carry 0 to 7 decimals.", { decimals });
  }
  const foreign = Object.entries(members).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`,
  );
  const lines = features.map((feature) => writeFeature(feature, 10 ** decimals));
  return `{"type":"FeatureCollection",${foreign.join("")}"features":[\n${lines.join(",\n")}\n]}\n`;
}

function writeFeature({ id, geometry, properties }: GeojsonFeature, scale: number): string {
  return JSON.stringify({
    type: "Feature",
    ...(id === undefined ? {} : { id }),
    properties,
    geometry: roundGeometry(geometry, scale),
  });
}

function roundGeometry(geometry: Geometry, scale: number): Geometry {
  const roundPosition = ([x, y]: Position): Position => [
    Math.round(x * scale) / scale,
    Math.round(y * scale) / scale,
  ];
  const roundRings = (rings: PolygonRings): PolygonRings =>
    orientRings(rings.map((ring) => ring.map(roundPosition)));
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: roundPosition(geometry.coordinates) };
    case "LineString":
      return { type: "LineString", coordinates: geometry.coordinates.map(roundPosition) };
    case "MultiLineString":
      return {
        type: "MultiLineString",
        coordinates: geometry.coordinates.map((line) => line.map(roundPosition)),
      };
    case "Polygon":
      return { type: "Polygon", coordinates: roundRings(geometry.coordinates) };
    case "MultiPolygon":
      return { type: "MultiPolygon", coordinates: geometry.coordinates.map(roundRings) };
  }
}

/** The right-hand rule of RFC 7946: first ring counter-clockwise, the others clockwise. */
function orientRings(rings: PolygonRings): PolygonRings {
  return rings.map((ring, k) => (signedArea(ring) > 0 === (k === 0) ? ring : ring.toReversed()));
}

function signedArea(ring: readonly Position[]): number {
  const [x0, y0] = ring[0];
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    doubled += (ring[i - 1][0] - x0) * (ring[i][1] - y0) - (ring[i][0] - x0) * (ring[i - 1][1] - y0);
  }
  return doubled / 2;
}
