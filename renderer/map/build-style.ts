import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { LayerState } from "../state/layer-list.ts";
import type { Step } from "../state/steps.ts";
import type { Locale } from "../ui/format-quantity.ts";
import { FILL_OPACITY, MAP, type ThemeName } from "../ui/tokens.ts";
import type { DrawnImage, RegionView } from "../workers/views.ts";
import { SEMIBOLD } from "./fonts.ts";
import type { ParcelPaint } from "./paint-parcels.ts";
import { HATCHES, type Hatch, patternName } from "./patterns.ts";
import { drawVectorLayer } from "./vector-style.ts";

export interface StyleInput {
  readonly view: RegionView;
  readonly theme: ThemeName;
  readonly locale: Locale;
  readonly step: Step;
  readonly layers: readonly LayerState[];
  readonly drawnRasters: ReadonlyMap<string, DrawnImage>;
  /** What the parcels show; absent where they show nothing. */
  readonly paint?: ParcelPaint;
  /** GeoJSON of the codes to write on patches, absent when no layout is shown. */
  readonly codesUrl?: string;
  /** For print: white instead of the window's grey around the land. */
  readonly onPaper?: boolean;
}

const CLEAR = "rgba(0,0,0,0)";

export const PARCELS = "parcels";
export const EDGES = "edges";
export const HOVER_FILL = "hover-fill";

/**
 * The whole map as a value. MapLibre compares it with what it shows and changes only what differs, so every switch
 * of the window (theme, language, step, layer order, plan) is one call. Colours of parcels are in it as lookups by id:
 * the library's worker applies them, while thousands of feature states would hold up the page.
 */
export function buildStyle(input: StyleInput): StyleSpecification {
  const { view, theme, locale, step, layers } = input;
  const colours = MAP[theme];
  const region = view.definition.id;
  const sources: Record<string, SourceSpecification> = {
    [`land-${theme}-${region}`]: imageSource(view.land[theme]),
    [`veil-${region}`]: imageSource(view.veil),
    [`${PARCELS}-${region}`]: { type: "geojson", data: view.parcelsUrl },
    [`${EDGES}-${region}`]: { type: "geojson", data: view.edgesUrl },
  };
  if (input.codesUrl) sources[`codes-${region}`] = { type: "geojson", data: input.codesUrl };

  const parcels = `${PARCELS}-${region}`;
  const onRegion = step === "region";
  const under: LayerSpecification[] = [];
  const over: LayerSpecification[] = [];
  const labels: LayerSpecification[] = [];
  // The list is top first, the map draws bottom first.
  for (const { id, visible, opacity } of [...layers].reverse()) {
    if (!visible) continue;
    const image = input.drawnRasters.get(id);
    const url = view.vectorUrls.get(id);
    if (image) {
      if (!onRegion) continue;
      sources[`raster-${id}-${region}`] = imageSource(image);
      under.push(rasterLayer(`raster-${id}`, `raster-${id}-${region}`, opacity));
    } else if (url) {
      const drawn = drawVectorLayer({ id, source: `vector-${id}-${region}`, theme, locale, opacity });
      // Outside the Region step only what orients the reader stays: zones are then drawn through the parcels.
      if (!onRegion && !drawn.orients) continue;
      sources[`vector-${id}-${region}`] = { type: "geojson", data: url };
      over.push(...drawn.shapes);
      labels.push(...drawn.labels);
    }
  }
  const parcelEdges = onRegion
    ? layers.find(({ id }) => id === "planning-units")
    : { visible: true, opacity: 1 };
  const { differing, changed } = sortEdges(view.edgePairs, onRegion ? undefined : input.paint);
  return {
    version: 8,
    name: region,
    transition: { duration: 0, delay: 0 },
    sources,
    layers: [
      {
        id: "background",
        type: "background",
        paint: { "background-color": input.onPaper ? "#FFFFFF" : colours.sky },
      },
      rasterLayer("land", `land-${theme}-${region}`, 1),
      ...under,
      ...(onRegion ? [] : [parcelFill(parcels, FILL_OPACITY[theme], input.paint)]),
      rasterLayer("veil", `veil-${region}`, onRegion && under.length === 0 ? 0 : 1),
      ...(onRegion
        ? []
        : HATCHES.map((hatch) => hatchLayer(hatch, parcels, theme, input.paint?.hatched[hatch] ?? []))),
      hoverFill(parcels),
      ...(parcelEdges?.visible
        ? edgeLayers(`${EDGES}-${region}`, theme, parcelEdges.opacity, onRegion, differing)
        : []),
      ...over,
      ...(changed.length > 0 ? [changedLayer(`${EDGES}-${region}`, theme, changed)] : []),
      ...highlightLayers(`${EDGES}-${region}`, theme),
      ...(input.codesUrl && !onRegion ? [codeLayer(`codes-${region}`)] : []),
      ...labels,
    ],
  };
}

function imageSource({ url, coordinates }: DrawnImage): SourceSpecification {
  const [topLeft, topRight, bottomRight, bottomLeft] = coordinates.map(([lon, lat]): [number, number] => [
    lon,
    lat,
  ]);
  return { type: "image", url, coordinates: [topLeft, topRight, bottomRight, bottomLeft] };
}

function rasterLayer(id: string, source: string, opacity: number): LayerSpecification {
  return { id, type: "raster", source, paint: { "raster-opacity": opacity, "raster-fade-duration": 0 } };
}

/** A value by feature id; ids that have the commonest value are not listed. */
function lookUp<T extends string | number>(values: ArrayLike<T>): T | ExpressionSpecification {
  const ids = new Map<T, number[]>();
  for (let id = 0; id < values.length; id++) {
    const known = ids.get(values[id]);
    if (known) known.push(id);
    else ids.set(values[id], [id]);
  }
  const [[commonest], ...others] = [...ids].sort(([, a], [, b]) => b.length - a.length);
  if (others.length === 0) return commonest;
  return [
    "match",
    ["id"],
    ...others.flatMap(([value, of]) => [of, value]),
    commonest,
  ] as ExpressionSpecification;
}

/** True for the listed ids, found without walking the list. */
function isOneOf(ids: readonly number[]): ExpressionSpecification {
  return ids.length === 0 ? ["boolean", false] : ["match", ["id"], [...ids], true, false];
}

function parcelFill(source: string, opacity: number, paint: ParcelPaint | undefined): LayerSpecification {
  const colours = paint?.colours.map((colour) => (colour === "" ? CLEAR : colour)) ?? [CLEAR];
  return {
    id: "parcel-fill",
    type: "fill",
    source,
    paint: {
      "fill-color": lookUp(colours),
      "fill-opacity": paint?.strength
        ? lookUp(paint.strength.map((strength) => strength * opacity))
        : opacity,
      "fill-antialias": false,
    },
  };
}

function hatchLayer(
  hatch: Hatch,
  source: string,
  theme: ThemeName,
  units: readonly number[],
): LayerSpecification {
  return {
    id: `hatch-${hatch}`,
    type: "fill",
    source,
    filter: isOneOf(units),
    paint: { "fill-pattern": patternName(hatch, theme) },
  };
}

/** Scale 1:80,000 and 1:30,000 at 26 degrees north; MapLibre counts zoom by halves of the world. */
const EDGES_FROM_ZOOM = 11.6;
const ALL_EDGES_FROM_ZOOM = 12.9;

/** Edges between different uses from 1:80,000, all edges from 1:30,000; the region's border always. */
function edgeLayers(
  source: string,
  theme: ThemeName,
  opacity: number,
  plain: boolean,
  differing: readonly number[],
): LayerSpecification[] {
  const { edge, label } = MAP[theme];
  const strong = theme === "light" ? 0.72 : 0.75;
  const differs = isOneOf(differing);
  const line: ExpressionSpecification = plain
    ? [
        "interpolate",
        ["linear"],
        ["zoom"],
        EDGES_FROM_ZOOM - 1,
        0.12 * opacity,
        ALL_EDGES_FROM_ZOOM,
        0.55 * opacity,
      ]
    : [
        "interpolate",
        ["linear"],
        ["zoom"],
        EDGES_FROM_ZOOM - 1,
        0,
        EDGES_FROM_ZOOM,
        ["case", differs, strong * 0.8, 0],
        ALL_EDGES_FROM_ZOOM,
        ["case", differs, strong, 0.34],
      ];
  return [
    {
      id: "parcel-edges",
      type: "line",
      source,
      filter: ["!", ["get", "outer"]],
      paint: { "line-color": plain ? label : edge, "line-width": plain ? 0.6 : 0.9, "line-opacity": line },
    },
    {
      id: "region-edge",
      type: "line",
      source,
      filter: ["get", "outer"],
      paint: { "line-color": label, "line-width": 1.2, "line-opacity": 0.55 },
    },
  ];
}

/** Also what the pointer is asked about: it holds every parcel in every step. */
function hoverFill(source: string): LayerSpecification {
  return {
    id: HOVER_FILL,
    type: "fill",
    source,
    paint: {
      "fill-color": "#FFFFFF",
      "fill-opacity": ["case", ["boolean", ["feature-state", "hovered"], false], 0.22, 0],
      "fill-antialias": false,
    },
  };
}

/** Edges between two looks, and those that mark a change. */
function sortEdges(
  pairs: Int32Array,
  paint: ParcelPaint | undefined,
): { readonly differing: readonly number[]; readonly changed: readonly number[] } {
  const differing: number[] = [];
  const changed: number[] = [];
  if (!paint) return { differing, changed };
  const { group, outlined } = paint;
  for (let edge = 0; edge < pairs.length / 2; edge++) {
    const [first, second] = [pairs[edge * 2], pairs[edge * 2 + 1]];
    if (second < 0) continue;
    const differs = group[first] !== group[second];
    if (differs) differing.push(edge);
    // Only where a changed parcel meets another look: inside a patch that changed as one, nothing is drawn.
    if (outlined && (outlined[first] !== outlined[second] || (outlined[first] === 1 && differs)))
      changed.push(edge);
  }
  return { differing, changed };
}

function changedLayer(source: string, theme: ThemeName, edges: readonly number[]): LayerSpecification {
  return {
    id: "changed-edge",
    type: "line",
    source,
    filter: isOneOf(edges),
    layout: { "line-join": "round" },
    paint: { "line-color": MAP[theme].changed, "line-width": 1.4 },
  };
}

/** Outlines are states of edges: each border is drawn once, and no outline needs the geometry of its parcel. */
function highlightLayers(source: string, theme: ThemeName): LayerSpecification[] {
  const { pick, pickCasing } = MAP[theme];
  const when = (state: string, width: number): ExpressionSpecification => [
    "case",
    ["boolean", ["feature-state", state], false],
    width,
    0,
  ];
  const line = (id: string, colour: string, state: string, width: number): LayerSpecification => ({
    id,
    type: "line",
    source,
    layout: { "line-join": "round" },
    paint: { "line-color": colour, "line-width": when(state, width), "line-opacity": when(state, 1) },
  });
  return [
    line("hover-edge", "#FFFFFF", "hovered", 2),
    line("selected-casing", pickCasing, "selected", 6),
    line("selected-edge", pick, "selected", 2.5),
  ];
}

function codeLayer(source: string): LayerSpecification {
  return {
    id: "patch-codes",
    type: "symbol",
    source,
    // A patch gets its code where the patch is about 30 px across.
    filter: [">=", ["get", "areaHa"], ["step", ["zoom"], 90, 11.5, 45, 12.3, 16, 13.2, 5, 14.2, 0]],
    layout: {
      "text-field": ["get", "code"],
      "text-font": SEMIBOLD,
      "text-size": 10.5,
      "text-padding": 12,
      "symbol-sort-key": ["-", 0, ["get", "areaHa"]],
    },
    paint: {
      "text-color": ["get", "ink"],
      "text-halo-color": [
        "case",
        ["==", ["get", "ink"], "#FFFFFF"],
        "rgba(0,0,0,.28)",
        "rgba(255,255,255,.45)",
      ],
      "text-halo-width": 1,
    },
  };
}
