import { computeCostDistance, type Feature, type Raster, type VectorLayer } from "#gis";
import { minutesPerM, walkingKmPerH } from "../physics/access.ts";
import { cellAt, markLines } from "./threats.ts";

/** Speed on a road by its class, km/h, slowest first so that the faster one wins a shared cell. [E] */
const ROAD_KM_PER_H = [
  ["track", 8],
  ["village", 20],
  ["township", 30],
  ["county", 40],
] as const;
const OTHER_ROAD_KM_PER_H = 20;
/** Steeper ground is a cliff that nobody walks, degrees. [E] */
const CLIFF_DEG = 50;

export interface TravelInputs {
  readonly slope: Raster;
  /** Ground no one crosses off the road; roads bridge it. */
  readonly isWater: (cell: number) => boolean;
  readonly roads: VectorLayer | undefined;
  readonly places: VectorLayer;
}

/**
 * Minutes from every cell to the nearest place by the least-cost path: on foot over the slope, whichever way it falls, and
 * at the speed of its class along a road. NaN where no way leads. Speeds are those of both directions alike.
 *
 * Source: Tobler 1993 off the road; speeds by class of road are estimates.
 */
export function computeTravelTime({ slope, isWater, roads, places }: TravelInputs): Raster {
  const { grid, values } = slope;
  const friction = Float64Array.from(values, (deg, cell) =>
    Number.isNaN(deg) || deg > CLIFF_DEG || isWater(cell)
      ? Number.POSITIVE_INFINITY
      : minutesPerM(walkingKmPerH(Math.tan((deg * Math.PI) / 180))),
  );
  if (roads) burnRoads(friction, slope, roads);
  const sources = places.features.flatMap(({ geometry }) =>
    geometry.type === "Point" ? [cellAt(grid, geometry.coordinates[0], geometry.coordinates[1])] : [],
  );
  const { cost } = computeCostDistance(
    friction,
    grid,
    sources.filter((cell) => cell >= 0),
  );
  return { grid, values: Float32Array.from(cost, (min) => (Number.isFinite(min) ? min : Number.NaN)) };
}

function burnRoads(friction: Float64Array, { grid }: Raster, roads: VectorLayer): void {
  const known = new Set<unknown>(ROAD_KM_PER_H.map(([name]) => name));
  const burn = (kmPerH: number, isOne: (feature: Feature) => boolean) => {
    const cells = markLines(grid, { ...roads, features: roads.features.filter(isOne) });
    for (let cell = 0; cell < cells.length; cell++)
      if (cells[cell] === 1) friction[cell] = minutesPerM(kmPerH);
  };
  burn(OTHER_ROAD_KM_PER_H, ({ properties }) => !known.has(properties.get("class")));
  for (const [name, kmPerH] of ROAD_KM_PER_H)
    burn(kmPerH, ({ properties }) => properties.get("class") === name);
}

/** Where produce is sold: the region's markets, else the villages that are seats, else every village. */
export function marketPlaces(vectors: ReadonlyMap<string, VectorLayer>): VectorLayer | undefined {
  const markets = vectors.get("markets");
  if (markets) return markets;
  const villages = vectors.get("villages");
  const seats =
    villages?.features.filter(({ properties }) => Number(properties.get("seat") ?? 0) === 1) ?? [];
  return villages && seats.length > 0 ? { ...villages, features: seats } : villages;
}
