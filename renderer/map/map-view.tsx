import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { selectUnit } from "../state/actions.ts";
import { viewOf } from "../state/select.ts";
import { useStore } from "../state/store.ts";
import { useShownStep } from "../state/use-shown-step.ts";
import { useViewStore } from "../state/view-store.ts";
import { useText } from "../ui/use-text.ts";
import type { RegionView } from "../workers/views.ts";
import type { StyleInput } from "./build-style.ts";
import { loadLabelFonts } from "./fonts.ts";
import { lookUpGround } from "./ground.ts";
import { MapTooltip } from "./map-tooltip.tsx";
import { createRegionMap, type RegionMap } from "./region-map.ts";
import { useParcelPaint } from "./use-parcel-paint.ts";

/** Pointer positions are read out at most this often, ms: the status bar is for reading. */
const POINTER_EVERY_MS = 80;

/** MapLibre in React: the style is a value; the map is told when it changes. */
export default function MapView({
  view,
  onReady,
}: {
  readonly view: RegionView;
  readonly onReady: (map: RegionMap | undefined) => void;
}) {
  const { t, pick, locale } = useText();
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const chosenStep = useStore((state) => state.step);
  const step = useShownStep();
  const layers = useStore((state) => state.layers);
  const drawnRasters = useStore((state) => state.drawnRasters);
  const selected = useStore((state) => state.selectedUnit);
  const flights = useStore((state) => state.flights);
  const { paint, codesUrl } = useParcelPaint();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<RegionMap>();
  const [idle, setIdle] = useState(false);
  const [shownStyle, setShownStyle] = useState<StyleInput>();
  const [tooltip, setTooltip] = useState<{ unit: number; x: number; y: number }>();

  const style = useMemo<StyleInput>(
    () => ({
      view,
      theme,
      locale,
      step,
      layers,
      drawnRasters,
      paint,
      codesUrl,
    }),
    [view, theme, locale, step, layers, drawnRasters, paint, codesUrl],
  );
  const firstStyle = useRef(style);
  firstStyle.current = style;

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let created: RegionMap | undefined;
    let dropped = false;
    let lastPointerMs = 0;
    void loadLabelFonts().then(() => {
      if (dropped) return;
      created = createRegionMap(element, firstStyle.current, {
        onHover: (unit, { x, y }) => setTooltip(unit === undefined ? undefined : { unit, x, y }),
        onPick: (unit) => selectUnit(unit),
        onPointer: (lon, lat) => {
          if (performance.now() - lastPointerMs < POINTER_EVERY_MS) return;
          lastPointerMs = performance.now();
          const open = viewOf(useStore.getState());
          if (open) useViewStore.setState({ pointer: lookUpGround(open.ground, open.bounds, lon, lat) });
        },
        onView: (scale) => useViewStore.setState({ scale }),
        onIdle: setIdle,
      });
      setMap(created);
      setShownStyle(firstStyle.current);
      onReady(created);
    });
    return () => {
      dropped = true;
      created?.remove();
      onReady(undefined);
    };
  }, [onReady]);

  // In a task of its own: comparing styles is work enough beside drawing the panels.
  useEffect(() => {
    const task = setTimeout(() => {
      map?.show(style);
      setShownStyle(style);
    });
    return () => clearTimeout(task);
  }, [map, style]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another region has outlines of its own
  useEffect(() => map?.select(selected), [map, selected, view]);
  useEffect(() => {
    const unit = useStore.getState().selectedUnit;
    if (!map || flights === 0 || unit === undefined) return;
    const [west, south, east, north] = view.unitBounds.subarray(unit * 4, unit * 4 + 4);
    map.flyTo([west, south, east, north]);
  }, [map, flights, view]);

  const isSettled = idle && shownStyle === style && step === chosenStep;
  const name = t("mapLabel", { region: pick(view.definition.name) });
  useEffect(() => {
    if (!map) return;
    const canvas = container.current?.querySelector("canvas");
    canvas?.setAttribute("aria-label", name);
  }, [map, name]);

  return (
    <>
      <div ref={container} className="map-canvas" data-testid="map" data-idle={isSettled} />
      {tooltip && <MapTooltip {...tooltip} />}
    </>
  );
}
