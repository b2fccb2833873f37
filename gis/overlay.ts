import { PolygonIndex } from "./polygon-overlap.ts";
import { extentOfPolygons, extentsMeet, polygonsOf } from "./ring.ts";
import type { Feature, PlanningUnits, VectorLayer } from "./types.ts";

type Units = Pick<PlanningUnits, "count" | "polygons" | "areaHa">;

/**
 * Share 0-1 of each unit's area inside the polygons of a layer, from the geometry itself; land that several polygons
 * claim counts once. Points and lines of the layer are passed over.
 *
 * @param where keeps the features to look at; all when absent. The layer is in the units' CRS.
 */
export function overlayShares(
  units: Units,
  layer: VectorLayer,
  where?: (feature: Feature) => boolean,
): Float64Array {
  const features = where === undefined ? layer.features : layer.features.filter(where);
  const shares = new Float64Array(units.count);
  const polygons = features.flatMap((feature) => polygonsOf(feature.geometry));
  if (polygons.length === 0) return shares;
  const index = new PolygonIndex(polygons);
  for (let unit = 0; unit < units.count; unit++) shares[unit] = shareInside(index, units, unit);
  return shares;
}

/** Shares below this come from coordinates rounded to centimetres along a common boundary. */
const SMALLEST_SHARE = 1e-9;

function shareInside(index: PolygonIndex, units: Units, unit: number): number {
  const { inside } = index.split(units.polygons[unit]);
  const share = inside / (units.areaHa[unit] * 10_000);
  return share < SMALLEST_SHARE ? 0 : Math.min(share, 1);
}

/**
 * Position in the layer of the polygon feature that holds most of each unit (of equals the first), -1 where none
 * holds any: which village, which sub-basin.
 */
export function assignGroups(units: Units, layer: VectorLayer): Int32Array {
  const groups = new Int32Array(units.count).fill(-1);
  const most = new Float64Array(units.count);
  const extents = units.polygons.map((polygons) => extentOfPolygons(polygons));
  for (const [group, feature] of layer.features.entries()) {
    const polygons = polygonsOf(feature.geometry);
    if (polygons.length === 0) continue;
    const index = new PolygonIndex(polygons);
    for (let unit = 0; unit < units.count; unit++) {
      if (!extentsMeet(extents[unit], index.extent)) continue;
      const share = shareInside(index, units, unit);
      if (share > most[unit]) {
        most[unit] = share;
        groups[unit] = group;
      }
    }
  }
  return groups;
}
