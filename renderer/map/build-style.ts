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
import { HATCHES, type Hatch, patternName } from "./patterns.ts";
import { drawVectorLayer } from "./vector-style.ts";

export interface StyleInput {
  readonly view: RegionView;
  readonly theme: ThemeName;
  readonly locale: Locale;
  readonly step: Step;
  readonly layers: readonly LayerState[];
  readonly drawnRasters: ReadonlyMap<string, DrawnImage>;
  readonly hatched: Readonly<Record<Hatch, readonly number[]>>;
  /** GeoJSON of the codes to write on patches, absent when no layout is shown. */
  readonly codesUrl?: string;
  /** For print: white instead of the window's grey around the land. */
  readonly onPaper?: boolean;
}

export const PARCELS = "parcels";
export const EDGES = "edges";
export const HOVER_FILL = "hover-fill";

/**
 * The whole map as a value. MapLibre compares it with what it shows and changes only what differs, so every switch
 * of the window (theme, language, step, layer order) is one call. Colours of parcels are not in it: they are feature
 * states, which change without a tile being rebuilt.
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
      ...(onRegion ? [] : [parcelFill(parcels, FILL_OPACITY[theme])]),
      rasterLayer("veil", `veil-${region}`, onRegion && under.length === 0 ? 0 : 1),
      ...(onRegion ? [] : HATCHES.map((hatch) => hatchLayer(hatch, parcels, theme, input.hatched[hatch]))),
      hoverFill(parcels),
      ...(parcelEdges?.visible ? edgeLayers(`${EDGES}-${region}`, theme, parcelEdges.opacity, onRegion) : []),
      ...over,
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

function parcelFill(source: string, opacity: number): LayerSpecification {
  return {
    id: "parcel-fill",
    type: "fill",
    source,
    paint: {
      "fill-color": ["to-color", ["coalesce", ["feature-state", "colour"], "rgba(0,0,0,0)"]],
      "fill-opacity": ["*", opacity, ["coalesce", ["feature-state", "strength"], 0]],
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
    filter: ["in", ["id"], ["literal", [...units]]],
    paint: { "fill-pattern": patternName(hatch, theme) },
  };
}

/** Scale 1:80,000 and 1:30,000 at 26 degrees north; MapLibre counts zoom by halves of the world. */
const EDGES_FROM_ZOOM = 11.6;
const ALL_EDGES_FROM_ZOOM = 12.9;

/** Edges between different uses from 1:80,000, all edges from 1:30,000; the region's border always. */
function edgeLayers(source: string, theme: ThemeName, opacity: number, plain: boolean): LayerSpecification[] {
  const { edge, label } = MAP[theme];
  const strong = theme === "light" ? 0.72 : 0.75;
  const differs: ExpressionSpecification = ["boolean", ["feature-state", "differs"], false];
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

/** Outlines are states of edges: each border is drawn once, and no outline needs the geometry of its parcel. */
function highlightLayers(source: string, theme: ThemeName): LayerSpecification[] {
  const { pick, pickCasing, changed } = MAP[theme];
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
    line("changed-edge", changed, "changed", 1.4),
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
