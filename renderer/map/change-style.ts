import { type DiffCommand, type DiffOperations, diff } from "@maplibre/maplibre-gl-style-spec";
import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from "maplibre-gl";

/** A style of ours is valid, which its tests hold; checking it again on every change would cost as much as drawing it. */
const TRUSTED = { validate: false } as const;

/**
 * Brings a map that shows one style of ours to the next, by the few changes between the two.
 *
 * The library's own `setStyle` compares with what the map holds, where a GeoJSON source's address has given way to its
 * loaded data. It would find every source changed each time, and load, parse and tile all of them again through the page.
 */
export function changeStyle(map: MapLibreMap, before: StyleSpecification, after: StyleSpecification): void {
  for (const change of diff(before, after)) apply(map, change);
  // A map that has nothing to change still says that it is idle.
  map.triggerRepaint();
}

function apply(map: MapLibreMap, change: DiffCommand<DiffOperations>): void {
  switch (change.command) {
    case "addSource":
      map.addSource(...change.args);
      return;
    case "removeSource":
      map.removeSource(...change.args);
      return;
    case "setGeoJSONSourceData": {
      const [id, data] = change.args;
      map.getSource<GeoJSONSource>(id)?.setData(data);
      return;
    }
    case "addLayer":
      map.addLayer(...change.args);
      return;
    case "removeLayer":
      map.removeLayer(...change.args);
      return;
    case "setPaintProperty":
      map.setPaintProperty(...change.args, TRUSTED);
      return;
    case "setLayoutProperty":
      map.setLayoutProperty(...change.args, TRUSTED);
      return;
    case "setFilter":
      map.setFilter(...change.args, TRUSTED);
      return;
    default:
      throw new Error(`no two styles of ours differ by ${change.command}`);
  }
}
