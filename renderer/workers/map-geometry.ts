import type { Extent, Geometry, PlanningUnits, Position, Properties, VectorLayer } from "#gis";

/** From metres of the region's CRS to degrees. */
export type ToDegrees = (x: number, y: number) => readonly [lon: number, lat: number];

/** Seven decimals are a centimetre; more would only make the text longer. */
const DECIMALS = 1e7;

/**
 * Parcels as GeoJSON text for the map. The feature id is the unit index, because the map addresses features by
 * number; the saved id is the property `id`.
 */
export function writeParcels(units: PlanningUnits, toDegrees: ToDegrees): string {
  const degrees = rememberPositions(toDegrees);
  const features = units.polygons.map((polygons, unit) => {
    const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(degrees)));
    return {
      type: "Feature",
      id: unit,
      properties: { id: units.ids[unit] },
      geometry: { type: "MultiPolygon", coordinates },
    };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** Where two parcels meet: unit indices `[a, b]`, `b` = -1 on the outer border, and the line between them. */
export interface SharedEdges {
  readonly pairs: Int32Array;
  readonly lines: readonly (readonly Position[])[];
}

/**
 * Every border between two parcels once. Found by equal segments: planning units are topologically clean, so
 * neighbours repeat each other's vertices exactly.
 */
export function findSharedEdges(units: Pick<PlanningUnits, "polygons">): SharedEdges {
  interface Segment {
    readonly from: Position;
    readonly to: Position;
    readonly first: number;
    second: number;
  }
  const segments = new Map<string, Segment>();
  const keyOf = (x: number, y: number) => `${Math.round(x * 100)},${Math.round(y * 100)}`;
  units.polygons.forEach((polygons, unit) => {
    for (const ring of polygons.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = [ring[i - 1], ring[i]];
        const forward = `${keyOf(from[0], from[1])} ${keyOf(to[0], to[1])}`;
        const met =
          segments.get(`${keyOf(to[0], to[1])} ${keyOf(from[0], from[1])}`) ?? segments.get(forward);
        if (met) met.second = unit;
        else segments.set(forward, { from, to, first: unit, second: -1 });
      }
    }
  });

  const byPair = new Map<string, { pair: [number, number]; lines: Position[][] }>();
  for (const { from, to, first, second } of segments.values()) {
    if (first === second) continue;
    const pair: [number, number] =
      second === -1 ? [first, -1] : first < second ? [first, second] : [second, first];
    const key = `${pair[0]} ${pair[1]}`;
    const entry = byPair.get(key) ?? { pair, lines: [] };
    byPair.set(key, entry);
    const last = entry.lines.at(-1);
    const end = last?.at(-1);
    // Segments come in ring order, so most of them go on where the last one ended.
    if (last && end && end[0] === from[0] && end[1] === from[1]) last.push(to);
    else entry.lines.push([from, to]);
  }
  const flat = [...byPair.values()].flatMap(({ pair, lines }) => lines.map((line) => ({ pair, line })));
  return {
    pairs: Int32Array.from(flat.flatMap(({ pair }) => pair)),
    lines: flat.map(({ line }) => line),
  };
}

/** Shared edges as GeoJSON text; the feature id is the edge's index, `outer` marks the border of the region. */
export function writeEdges(edges: SharedEdges, toDegrees: ToDegrees): string {
  const degrees = rememberPositions(toDegrees);
  const features = edges.lines.map((line, edge) => ({
    type: "Feature",
    id: edge,
    properties: { outer: edges.pairs[edge * 2 + 1] === -1 },
    geometry: { type: "LineString", coordinates: line.map(degrees) },
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** A vector layer as GeoJSON text with its names split by language as `zh` and `en`. */
export function writeVectorLayer(layer: VectorLayer, toDegrees: ToDegrees): string {
  const degrees = rememberPositions(toDegrees);
  const features = layer.features.map((feature, index) => ({
    type: "Feature",
    id: index,
    properties: { ...plainProperties(feature.properties), ...namesOf(feature.properties) },
    geometry: mapGeometry(feature.geometry, degrees),
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** West, south, east, north of every unit in degrees, interleaved. */
export function boundUnits(units: PlanningUnits, toDegrees: ToDegrees): Float64Array {
  const bounds = new Float64Array(units.count * 4);
  units.polygons.forEach((polygons, unit) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of polygons.flatMap((rings) => rings[0])) {
      const [lon, lat] = toDegrees(x, y);
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
    bounds.set([west, south, east, north], unit * 4);
  });
  return bounds;
}

/** The extent that holds all of them. */
export function joinBounds(unitBounds: Float64Array): Extent {
  let [west, south, east, north] = unitBounds;
  for (let at = 4; at < unitBounds.length; at += 4) {
    west = Math.min(west, unitBounds[at]);
    south = Math.min(south, unitBounds[at + 1]);
    east = Math.max(east, unitBounds[at + 2]);
    north = Math.max(north, unitBounds[at + 3]);
  }
  return [west, south, east, north];
}

const HAN = /[\u3400-\u9fff（）()·—]+/g;

/** Chinese and pinyin names of a feature, from `zh`/`en` or from one `name` that holds both. */
export function namesOf(properties: Properties): { zh?: string; en?: string } {
  const text = (key: string) => {
    const value = properties.get(key);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const [zh, en, both] = [text("zh") ?? text("nameZh"), text("en") ?? text("nameEn"), text("name")];
  if (zh ?? en) return { zh: zh ?? en, en: en ?? zh };
  if (!both) return {};
  const han = both.match(/[\u3400-\u9fff]+/g)?.join("");
  const latin = both.replace(HAN, " ").replace(/\s+/g, " ").trim();
  return { zh: han ?? both, en: latin === "" ? both : latin };
}

function plainProperties(properties: Properties): Record<string, string | number | boolean | null> {
  return Object.fromEntries(properties);
}

type PlainGeometry = { readonly type: Geometry["type"]; readonly coordinates: unknown };

function mapGeometry(geometry: Geometry, degrees: (position: Position) => readonly number[]): PlainGeometry {
  switch (geometry.type) {
    case "Point":
      return { type: geometry.type, coordinates: degrees(geometry.coordinates) };
    case "LineString":
      return { type: geometry.type, coordinates: geometry.coordinates.map(degrees) };
    case "MultiLineString":
      return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(degrees)) };
    case "Polygon":
      return { type: geometry.type, coordinates: geometry.coordinates.map((ring) => ring.map(degrees)) };
    case "MultiPolygon":
      return {
        type: geometry.type,
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(degrees))),
      };
  }
}

/** Neighbours share vertices: each is projected once. */
function rememberPositions(toDegrees: ToDegrees): (position: Position) => readonly number[] {
  const known = new Map<number, Map<number, readonly number[]>>();
  return ([x, y]) => {
    let column = known.get(x);
    if (!column) {
      column = new Map();
      known.set(x, column);
    }
    let found = column.get(y);
    if (!found) {
      found = toDegrees(x, y).map((degree) => Math.round(degree * DECIMALS) / DECIMALS);
      column.set(y, found);
    }
    return found;
  };
}
