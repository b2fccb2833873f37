import proj4 from "proj4";
import type { CrsCode, Extent, Grid } from "./types.ts";

/** A coordinate reference system of the allow-list. Only these are computed with; anything else is refused. */
export interface CrsEntry {
  readonly code: CrsCode;
  readonly name: string;
  /** Geographic coordinates are longitude and latitude in degrees; projected ones are metres. */
  readonly kind: "geographic" | "projected";
  /** `[west, south, east, north]` in degrees inside which the system keeps its accuracy. */
  readonly areaOfUse: Extent;
}

/** Why a code is known but not computed with. */
export type CrsRefusal = "area-distorting" | "unknown-crs";

interface Definition extends CrsEntry {
  readonly proj4: string;
}

const DEFINITIONS: ReadonlyMap<CrsCode, Definition> = new Map(
  [...geographicSystems(), ...gaussKrugerZones(), ...utmZones()].map((entry) => [entry.code, entry]),
);

function geographicSystems(): Definition[] {
  return [
    {
      code: "EPSG:4326",
      name: "WGS 84",
      kind: "geographic",
      areaOfUse: [-180, -90, 180, 90],
      proj4: "+proj=longlat +ellps=WGS84 +no_defs",
    },
    {
      code: "EPSG:4490",
      name: "CGCS2000",
      kind: "geographic",
      areaOfUse: [73, 3, 136, 54],
      proj4: "+proj=longlat +ellps=GRS80 +no_defs",
    },
  ];
}

/**
 * The 21 CGCS2000 3-degree Gauss-Krueger zones, each twice: 4513-4533 write the zone number before the easting
 * (35,5xx,xxx m), 4534-4554 do not (5xx,xxx m). CGCS2000 has the ellipsoid of GRS80; against WGS 84 no shift is
 * applied, the two frames agree within decimetres.
 */
function gaussKrugerZones(): Definition[] {
  const entries: Definition[] = [];
  for (let i = 0; i <= 20; i++) {
    const meridian = 75 + 3 * i;
    const zone = 25 + i;
    const areaOfUse: Extent = [meridian - 1.5, 3, meridian + 1.5, 54];
    const projection = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +y_0=0 +ellps=GRS80 +units=m +no_defs`;
    entries.push({
      code: `EPSG:${4513 + i}`,
      name: `CGCS2000 / 3-degree Gauss-Kruger zone ${zone}`,
      kind: "projected",
      areaOfUse,
      proj4: `${projection} +x_0=${zone * 1_000_000 + 500_000}`,
    });
    entries.push({
      code: `EPSG:${4534 + i}`,
      name: `CGCS2000 / 3-degree Gauss-Kruger CM ${meridian}E`,
      kind: "projected",
      areaOfUse,
      proj4: `${projection} +x_0=500000`,
    });
  }
  return entries;
}

function utmZones(): Definition[] {
  const entries: Definition[] = [];
  for (let zone = 1; zone <= 60; zone++) {
    const meridian = 6 * zone - 183;
    for (const south of [false, true]) {
      entries.push({
        code: `EPSG:${(south ? 32700 : 32600) + zone}`,
        name: `WGS 84 / UTM zone ${zone}${south ? "S" : "N"}`,
        kind: "projected",
        areaOfUse: south ? [meridian - 3, -80, meridian + 3, 0] : [meridian - 3, 0, meridian + 3, 84],
        proj4: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=0.9996 +x_0=500000 +y_0=${south ? 10_000_000 : 0} +ellps=WGS84 +units=m +no_defs`,
      });
    }
  }
  return entries;
}

/** The entry of a code on the allow-list, or undefined. */
export function findCrs(code: string): CrsEntry | undefined {
  return DEFINITIONS.get(code as CrsCode);
}

/**
 * Why a code is not on the allow-list. Web Mercator is refused by name: at 26 degrees north it shows every hectare
 * as 1.24 hectares.
 */
export function refusalOf(code: string): CrsRefusal {
  return code === "EPSG:3857" || code === "EPSG:900913" || code === "EPSG:102100"
    ? "area-distorting"
    : "unknown-crs";
}

/** A function from coordinates of one system to another: `[x, y]` in, `[x, y]` out. */
export type Transform = (x: number, y: number) => [x: number, y: number];

/**
 * The transform between two systems of the allow-list. Longitude comes before latitude, easting before northing.
 * Outside the domain of the projection the result may be NaN; callers check.
 *
 * @throws {RangeError} when a code is not on the allow-list.
 */
export function transformBetween(from: CrsCode, to: CrsCode): Transform {
  if (from === to) return (x, y) => [x, y];
  const converter = proj4(definitionOf(from).proj4, definitionOf(to).proj4);
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    const [u, v] = converter.forward([x, y]);
    return [u, v];
  };
}

function definitionOf(code: CrsCode): Definition {
  const definition = DEFINITIONS.get(code);
  if (definition === undefined) throw new RangeError(`${code} is not on the list of reference systems`);
  return definition;
}

/** True when a point in degrees lies in the area of use of a system, widened by `marginDeg` on every side. */
export function isInAreaOfUse(code: CrsCode, lon: number, lat: number, marginDeg = 0.5): boolean {
  const [west, south, east, north] = definitionOf(code).areaOfUse;
  return (
    lon >= west - marginDeg && lon <= east + marginDeg && lat >= south - marginDeg && lat <= north + marginDeg
  );
}

/** How far `x, y` of a projected system lies from where going to WGS 84 and back puts it, m; NaN outside its domain. */
export function roundTripErrorM(code: CrsCode, x: number, y: number): number {
  const [lon, lat] = transformBetween(code, "EPSG:4326")(x, y);
  const [backX, backY] = transformBetween("EPSG:4326", code)(lon, lat);
  return Math.hypot(backX - x, backY - y);
}

/** Outer edges of a grid, `[west, south, east, north]` in its own units. */
export function extentOf(grid: Grid): Extent {
  return [
    grid.originX,
    grid.originY - grid.rows * grid.cellSizeM,
    grid.originX + grid.cols * grid.cellSizeM,
    grid.originY,
  ];
}

/**
 * The extent in another system that holds `extent`: the box around its edges, sampled every sixteenth, because the
 * image of a straight edge bends.
 */
export function transformExtent(extent: Extent, from: CrsCode, to: CrsCode): Extent {
  if (from === to) return extent;
  const transform = transformBetween(from, to);
  const [west, south, east, north] = extent;
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  const STEPS = 16;
  for (let i = 0; i <= STEPS; i++) {
    const x = west + ((east - west) * i) / STEPS;
    const y = south + ((north - south) * i) / STEPS;
    for (const [px, py] of [
      transform(x, south),
      transform(x, north),
      transform(west, y),
      transform(east, y),
    ]) {
      w = Math.min(w, px);
      e = Math.max(e, px);
      s = Math.min(s, py);
      n = Math.max(n, py);
    }
  }
  return [w, s, e, n];
}
