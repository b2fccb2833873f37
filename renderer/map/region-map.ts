import * as maplibregl from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Extent } from "#gis";
import { buildStyle, EDGES, HOVER_FILL, PARCELS, type StyleInput } from "./build-style.ts";
import { changeStyle } from "./change-style.ts";
import { drawPattern } from "./patterns.ts";

// The library guesses the address of its worker from its own, which only works over http(s), not under app://.
maplibregl.setWorkerUrl(new URL(workerUrl, document.baseURI).href);

export interface MapEvents {
  readonly onHover: (unit: number | undefined, at: { readonly x: number; readonly y: number }) => void;
  readonly onPick: (unit: number | undefined) => void;
  readonly onPointer: (lon: number, lat: number) => void;
  readonly onView: (scaleDenominator: number) => void;
  readonly onIdle: (idle: boolean) => void;
}

/** The map of one window. All of MapLibre stays behind these few verbs. */
export interface RegionMap {
  show(input: StyleInput): void;
  select(unit: number | undefined): void;
  fit(bounds: Extent): void;
  flyTo(bounds: Extent): void;
  zoomBy(steps: number): void;
  /** The whole region in the light theme, for paper; the map is left as it was. */
  takePicture(): Promise<Blob>;
  remove(): void;
}

/** Left free around a fitted region, px. */
const FIT_PADDING = 36;
/** Part of the height a flat region leaves over that is put below it, where the legend floats. */
const SPARE_BELOW = 0.7;

export function createRegionMap(container: HTMLElement, first: StyleInput, events: MapEvents): RegionMap {
  let region = first.view;
  let shown = first;
  /** While a picture is taken the style is the picture's; what is asked to be shown waits. */
  let picture: Promise<unknown> | undefined;
  const source = (name: string) => `${name}-${region.definition.id}`;
  /** What the map shows, and what it is to show as soon as it can. */
  let applied = buildStyle(first);
  let wanted = applied;
  let canChange = false;
  const map = new maplibregl.Map({
    container,
    style: applied,
    bounds: boundsOf(region.unitsExtent),
    fitBoundsOptions: { padding: paddingOf(container, region.unitsExtent) },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 17,
    minZoom: 8,
    fadeDuration: 0,
    localIdeographFontFamily: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  map.setMissingStyleImageResolver((id) => {
    const pixelRatio = Math.min(3, Math.max(1, Math.ceil(window.devicePixelRatio)));
    const image = drawPattern(id, pixelRatio);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio });
  });

  let hovered: number | undefined;
  const hover = (unit: number | undefined, x: number, y: number) => {
    if (unit !== hovered) {
      highlight(hovered, "hovered", false);
      highlight(unit, "hovered", true);
      hovered = unit;
    }
    events.onHover(unit, { x, y });
  };
  const unitAt = (point: maplibregl.PointLike): number | undefined => {
    if (!map.getLayer(HOVER_FILL)) return undefined;
    const [feature] = map.queryRenderedFeatures(point, { layers: [HOVER_FILL] });
    return typeof feature?.id === "number" ? feature.id : undefined;
  };
  map.on("mousemove", ({ point, lngLat }) => {
    hover(unitAt(point), point.x, point.y);
    events.onPointer(lngLat.lng, lngLat.lat);
  });
  map.on("mouseout", () => hover(undefined, 0, 0));
  map.on("click", ({ point }) => events.onPick(unitAt(point)));
  map.on("move", reportScale);
  map.on("load", reportScale);
  map.on("idle", () => events.onIdle(true));
  map.on("render", () => {
    if (!map.areTilesLoaded()) events.onIdle(false);
  });

  map.once("style.load", () => {
    canChange = true;
    applyStyle(wanted);
    highlight(selected, "selected", true);
  });

  function applyStyle(next: maplibregl.StyleSpecification): void {
    wanted = next;
    if (!canChange) return;
    changeStyle(map, applied, wanted);
    applied = wanted;
  }

  function reportScale(): void {
    const metresPerPixel =
      (40_075_016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom());
    // 0.28 mm is the pixel the OGC counts scales with.
    events.onView(metresPerPixel / 0.00028);
  }

  function setState(unit: number, state: Record<string, unknown>): void {
    if (map.getSource(source(PARCELS))) map.setFeatureState({ source: source(PARCELS), id: unit }, state);
  }

  let borders = indexBorders(region);

  /** Marks a parcel and every edge of its outline. */
  function highlight(unit: number | undefined, state: "hovered" | "selected", on: boolean): void {
    if (unit === undefined) return;
    setState(unit, { [state]: on });
    if (!map.getSource(source(EDGES))) return;
    for (const edge of borders[unit] ?? [])
      map.setFeatureState({ source: source(EDGES), id: edge }, { [state]: on });
  }

  let selected: number | undefined;

  /** The part of the canvas that shows land: the grid is rarely of the shape of the map. */
  function cutOut(canvas: HTMLCanvasElement): OffscreenCanvas {
    const scale = canvas.width / canvas.clientWidth;
    const [west, south, east, north] = region.bounds;
    const northWest = map.project([west, north]);
    const southEast = map.project([east, south]);
    const left = Math.max(0, northWest.x * scale);
    const top = Math.max(0, northWest.y * scale);
    const width = Math.min(canvas.width, southEast.x * scale) - left;
    const height = Math.min(canvas.height, southEast.y * scale) - top;
    const picture = new OffscreenCanvas(Math.round(width), Math.round(height));
    picture
      .getContext("2d")
      ?.drawImage(canvas, left, top, width, height, 0, 0, picture.width, picture.height);
    return picture;
  }

  return {
    show(input) {
      const changedRegion = input.view !== region;
      region = input.view;
      shown = input;
      events.onIdle(false);
      if (!picture || changedRegion) applyStyle(buildStyle(input));
      if (changedRegion) {
        borders = indexBorders(region);
        selected = undefined;
        hovered = undefined;
        map.fitBounds(boundsOf(region.unitsExtent), {
          padding: paddingOf(container, region.unitsExtent),
          animate: false,
        });
      }
    },
    select(unit) {
      highlight(selected, "selected", false);
      highlight(unit, "selected", true);
      selected = unit;
    },
    fit: (bounds) =>
      map.fitBounds(boundsOf(bounds), { padding: paddingOf(container, bounds), duration: motion(180) }),
    flyTo: (bounds) =>
      map.fitBounds(boundsOf(bounds), { padding: 120, maxZoom: 14.2, duration: motion(180) }),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: motion(120) }),
    async takePicture() {
      while (picture) await picture;
      const taking = photograph();
      picture = taking;
      try {
        return await taking;
      } finally {
        picture = undefined;
        applyStyle(buildStyle(shown));
      }
    },
    remove: () => map.remove(),
  };

  async function photograph(): Promise<Blob> {
    const before = { center: map.getCenter(), zoom: map.getZoom() };
    applyStyle(buildStyle({ ...shown, theme: "light", onPaper: true }));
    map.fitBounds(boundsOf(region.unitsExtent), { padding: FIT_PADDING, animate: false });
    await map.once("idle");
    // A WebGL canvas is readable only in the frame it was drawn in.
    map.redraw();
    const picture = cutOut(map.getCanvas());
    map.jumpTo(before);
    return picture.convertToBlob({ type: "image/png" });
  }
}

/** Edges of each unit. */
function indexBorders({ edgePairs, unitIds }: StyleInput["view"]): readonly (readonly number[])[] {
  const borders = unitIds.map((): number[] => []);
  edgePairs.forEach((unit, at) => {
    if (unit >= 0) borders[unit].push(at >> 1);
  });
  return borders;
}

/** Padding that lifts a region flatter than the map without making it smaller. */
function paddingOf({ clientWidth, clientHeight }: HTMLElement, [west, south, east, north]: Extent) {
  const middle = ((south + north) / 2) * (Math.PI / 180);
  const height = ((clientWidth - 2 * FIT_PADDING) * (north - south)) / ((east - west) * Math.cos(middle));
  const spare = Math.max(0, clientHeight - 2 * FIT_PADDING - height);
  const bottom = FIT_PADDING + SPARE_BELOW * spare;
  return { top: FIT_PADDING, left: FIT_PADDING, right: FIT_PADDING, bottom };
}

function boundsOf([west, south, east, north]: Extent): [number, number, number, number] {
  return [west, south, east, north];
}

function motion(durationMs: number): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : durationMs;
}
