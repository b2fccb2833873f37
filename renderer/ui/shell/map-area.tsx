import { lazy, Suspense, useRef, useState } from "react";
import { MapLegend } from "../../map/map-legend.tsx";
import { MapModes } from "../../map/map-modes.tsx";
import type { RegionMap } from "../../map/region-map.ts";
import { ScaleBar } from "../../map/scale-bar.tsx";
import { ZoomButtons } from "../../map/zoom-buttons.tsx";
import { StartPage } from "../../panels/region/start-page.tsx";
import { ReportStage } from "../../panels/report/report-stage.tsx";
import { viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { useShownStep } from "../../state/use-shown-step.ts";

// The map library is the largest part of the window: the start page does not wait for it.
const MapView = lazy(() => import("../../map/map-view.tsx"));

/** The map with what floats over it; before a region is open, the start page. */
export function MapArea() {
  const view = useStore(viewOf);
  const step = useShownStep();
  const busy = useStore((state) => state.assessment.status === "running" || state.solve.status === "running");
  const [map, setMap] = useState<RegionMap>();
  const area = useRef<HTMLElement>(null);
  const reporting = useStore((state) => step === "report" && state.shownRun !== undefined);
  return (
    <main className="map-area" ref={area}>
      {view ? (
        <>
          <Suspense fallback={null}>
            <MapView view={view} onReady={setMap} />
          </Suspense>
          {busy && <div className="floating map-busy" style={{ borderRadius: 0, boxShadow: "none" }} />}
          {!reporting && (
            <>
              <MapModes />
              <ZoomButtons map={map} bounds={view.unitsExtent} />
              <MapLegend />
              <ScaleBar />
            </>
          )}
          {reporting && <ReportStage map={map} />}
        </>
      ) : (
        <StartPage />
      )}
    </main>
  );
}
