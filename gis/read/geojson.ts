import { findCrs, isInAreaOfUse, refusalOf, transformBetween } from "../crs.ts";
import type { Issue } from "../issue.ts";
import { type GisIssueCode, gisIssue } from "../issue-messages.ts";
import { IssueTally } from "../issue-tally.ts";
import { signedArea } from "../ring.ts";
import type {
  CrsCode,
  Feature,
  Geometry,
  PolygonRings,
  Position,
  Properties,
  VectorLayer,
} from "../types.ts";

export interface ReadGeojsonOptions {
  /** How the file is called in issues. */
  readonly file: string;
  /** System the layer is brought into. */
  readonly crs: CrsCode;
}

export interface ReadGeojsonResult {
  readonly layer?: VectorLayer;
  readonly issues: Issue[];
  /** System the file is written in. */
  readonly sourceCrs: CrsCode;
  /** Features whose rings were closed or rid of repeated points. */
  readonly repaired: number;
  /** Features without an id of their own; they are called by their place in the file, from 1. */
  readonly withoutId: number;
}

export const GEOJSON_LIMITS = { depth: 64, bytes: 512 * 1024 * 1024, vertices: 5_000_000 } as const;

/** Layers may reach beyond the region's zone; so far beyond it, a projection no longer holds. */
const FAR_OUTSIDE_DEG = 6;

/**
 * The features of a GeoJSON file in the wanted system, and what was found in them.
 *
 * RFC 7946 says WGS 84, longitude first; the older `crs` member is honoured where it names a system of the allow-list
 * and refused otherwise. Unclosed rings are closed and repeated points dropped, and both are listed. Outer rings come
 * out counter-clockwise, holes clockwise. A third coordinate is dropped. Properties that are objects are kept as
 * their JSON text. Features that cannot be read are errors, each kind counted once with its first places.
 */
export function readGeojson(bytes: Uint8Array, options: ReadGeojsonOptions): ReadGeojsonResult {
  return new GeojsonReader(options).read(bytes);
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A finding about one feature; thrown and caught inside this file only. */
class FeatureRefusal extends Error {
  constructor(
    readonly code: GisIssueCode,
    readonly context: Issue["context"] = {},
  ) {
    super(code);
  }
}

class GeojsonReader {
  private readonly file: string;
  private readonly target: CrsCode;
  private source: CrsCode = "EPSG:4326";
  private project: (x: number, y: number) => [number, number];
  private readonly tally: IssueTally;
  private readonly fileIssues: Issue[] = [];
  private repaired = 0;
  private withoutId = 0;
  private vertices = 0;
  /** Set while one feature is read. */
  private touched = false;

  constructor(options: ReadGeojsonOptions) {
    this.file = options.file;
    this.tally = new IssueTally(options.file);
    this.target = options.crs;
    this.project = transformBetween(this.source, this.target);
  }

  read(bytes: Uint8Array): ReadGeojsonResult {
    const root = this.parse(bytes);
    if (root === undefined) return this.result();
    const features = this.listFeatures(root);
    if (features === undefined || !this.settleCrs(root)) return this.result();
    const read: Feature[] = [];
    const seen = new Set<string>();
    for (const [index, feature] of features.entries()) {
      const one = this.readFeature(feature, index);
      if (one === undefined) continue;
      if (seen.has(one.id)) this.tally.add("duplicate-feature-id", "warning", one.id);
      seen.add(one.id);
      read.push(one);
    }
    return this.result({ crs: this.target, features: read });
  }

  private result(layer?: VectorLayer): ReadGeojsonResult {
    const issues = [...this.fileIssues, ...this.tally.list()];
    return { layer, issues, sourceCrs: this.source, repaired: this.repaired, withoutId: this.withoutId };
  }

  private note(code: GisIssueCode, severity: Issue["severity"], context: Issue["context"] = {}): void {
    this.fileIssues.push(gisIssue(code, severity, { file: this.file }, context));
  }

  private parse(bytes: Uint8Array): Json | undefined {
    if (bytes.byteLength > GEOJSON_LIMITS.bytes) {
      this.note("file-too-large", "error", { bytes: bytes.byteLength, limit: GEOJSON_LIMITS.bytes });
      return undefined;
    }
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      this.note("not-utf8", "error");
      return undefined;
    }
    const depth = depthOf(text);
    if (depth > GEOJSON_LIMITS.depth) {
      this.note("json-too-deep", "error", { depth, limit: GEOJSON_LIMITS.depth });
      return undefined;
    }
    try {
      return JSON.parse(text) as Json;
    } catch (error) {
      this.note("not-json", "error", { reason: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }

  private listFeatures(root: Json): readonly Json[] | undefined {
    if (isObject(root)) {
      if (root.type === "FeatureCollection" && Array.isArray(root.features))
        return root.features as readonly Json[];
      if (root.type === "Feature") return [root];
    }
    this.note("not-geojson", "error");
    return undefined;
  }

  /** Reads the `crs` member of GeoJSON 2008; false when it names a system that is not computed with. */
  private settleCrs(root: Json): boolean {
    const member = isObject(root) ? root.crs : undefined;
    if (member === undefined || member === null) return true;
    const properties = isObject(member) ? member.properties : undefined;
    const name = isObject(properties) && typeof properties.name === "string" ? properties.name : "";
    const number = /(?:EPSG:|EPSG::|EPSG:[\d.]+:)(\d{4,6})$/i.exec(name)?.[1];
    const code = /(?:CRS84|WGS84)$/i.test(name) ? "EPSG:4326" : `EPSG:${number}`;
    const entry = findCrs(code);
    if (entry === undefined) {
      this.note(number === undefined ? "unknown-crs" : refusalOf(code), "error", { code: name });
      return false;
    }
    this.source = entry.code;
    this.project = transformBetween(this.source, this.target);
    if (entry.kind === "projected") this.note("geojson-crs-member", "note", { code: entry.code });
    return true;
  }

  private readFeature(feature: Json, index: number): Feature | undefined {
    const number = String(index + 1);
    if (!isObject(feature) || feature.type !== "Feature") {
      this.tally.add("not-a-feature", "error", number);
      return undefined;
    }
    const properties = readProperties(feature.properties);
    const hasId = typeof feature.id === "string" || typeof feature.id === "number";
    const id = hasId ? String(feature.id) : number;
    if (!hasId) this.withoutId += 1;
    if (feature.geometry === null || feature.geometry === undefined) {
      this.tally.add("feature-without-geometry", "warning", id);
      return undefined;
    }
    try {
      this.touched = false;
      const geometry = this.readGeometry(feature.geometry);
      if (this.touched) {
        this.repaired += 1;
        this.tally.add("ring-repaired", "note", id);
      }
      return { id, geometry, properties };
    } catch (error) {
      if (!(error instanceof FeatureRefusal)) throw error;
      this.tally.add(error.code, "error", id, error.context);
      return undefined;
    }
  }

  private readGeometry(geometry: Json): Geometry {
    if (!isObject(geometry)) throw new FeatureRefusal("unsupported-geometry", { type: "?" });
    const { type, coordinates } = geometry;
    switch (type) {
      case "Point":
        return { type, coordinates: this.readPosition(coordinates) };
      case "MultiPoint": {
        const points = asArray(coordinates);
        if (points.length === 1) return { type: "Point", coordinates: this.readPosition(points[0]) };
        throw new FeatureRefusal("unsupported-geometry", { type });
      }
      case "LineString":
        return { type, coordinates: this.readLine(coordinates) };
      case "MultiLineString":
        return { type, coordinates: asArray(coordinates).map((line) => this.readLine(line)) };
      case "Polygon":
        return { type, coordinates: this.readPolygon(coordinates) };
      case "MultiPolygon":
        return { type, coordinates: asArray(coordinates).map((polygon) => this.readPolygon(polygon)) };
      default:
        throw new FeatureRefusal("unsupported-geometry", { type: typeof type === "string" ? type : "?" });
    }
  }

  private readPosition(json: Json): Position {
    const pair = asArray(json);
    const [x, y] = pair;
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) {
      throw new FeatureRefusal("bad-coordinate", { value: JSON.stringify(json).slice(0, 60) });
    }
    this.vertices += 1;
    if (this.vertices > GEOJSON_LIMITS.vertices) {
      throw new FeatureRefusal("too-many-vertices", { limit: GEOJSON_LIMITS.vertices });
    }
    const inDegrees = findCrs(this.source)?.kind === "geographic";
    if (inDegrees && (Math.abs(x) > 180 || Math.abs(y) > 90)) {
      const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
      const code = swapped ? "coordinates-swapped" : "coordinates-not-degrees";
      throw new FeatureRefusal(code, { value: `${x}, ${y}` });
    }
    const tooFar = inDegrees && !isInAreaOfUse(this.target, x, y, FAR_OUTSIDE_DEG);
    const [px, py] = this.project(x, y);
    if (tooFar || !Number.isFinite(px) || !Number.isFinite(py)) {
      throw new FeatureRefusal("coordinate-outside-crs", { value: `${x}, ${y}`, crs: this.target });
    }
    return [px, py];
  }

  private readLine(json: Json): Position[] {
    const line = asArray(json).map((position) => this.readPosition(position));
    if (line.length < 2) throw new FeatureRefusal("too-few-points", { points: line.length, needed: 2 });
    return line;
  }

  private readPolygon(json: Json): PolygonRings {
    const rings = asArray(json);
    if (rings.length === 0) throw new FeatureRefusal("too-few-points", { points: 0, needed: 4 });
    return rings.map((ring, index) => this.readRing(ring, index === 0));
  }

  private readRing(json: Json, outer: boolean): Position[] {
    const ring: Position[] = [];
    for (const item of asArray(json)) {
      const position = this.readPosition(item);
      const last = ring.at(-1);
      if (last !== undefined && last[0] === position[0] && last[1] === position[1]) this.touched = true;
      else ring.push(position);
    }
    const [first, last] = [ring[0], ring.at(-1)];
    if (first !== undefined && last !== undefined && ring.length > 2) {
      if (first[0] !== last[0] || first[1] !== last[1]) {
        ring.push(first);
        this.touched = true;
      }
    }
    if (ring.length < 4) throw new FeatureRefusal("too-few-points", { points: ring.length, needed: 4 });
    if (signedArea(ring) > 0 !== outer) ring.reverse();
    return ring;
  }
}

/** Plain values as they are; objects and arrays as JSON text; nothing reaches a prototype. */
function readProperties(json: Json): Properties {
  const properties = new Map<string, string | number | boolean | null>();
  if (!isObject(json)) return properties;
  for (const key of Object.keys(json)) {
    const value = json[key];
    properties.set(
      key,
      typeof value === "object" && value !== null ? JSON.stringify(value) : (value as string),
    );
  }
  return properties;
}

/** Deepest nesting of brackets outside strings, without recursion; stops counting one beyond the limit. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === 0x5c) i += 1;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (deepest > GEOJSON_LIMITS.depth) return deepest;
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1;
  }
  return deepest;
}

function isObject(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function asArray(json: Json | undefined): readonly Json[] {
  if (!Array.isArray(json)) throw new FeatureRefusal("bad-coordinate", { value: String(json).slice(0, 60) });
  return json as readonly Json[];
}
