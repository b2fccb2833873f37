import { useMediaQuery } from "@mantine/hooks";
import { type CSSProperties, useState } from "react";
import { useKeys } from "../../commands/use-keys.ts";
import { Dock } from "../../panels/dock/dock.tsx";
import { useStore } from "../../state/store.ts";
import { useText } from "../use-text.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { Inspector } from "./inspector.tsx";
import { MapArea } from "./map-area.tsx";
import { Notice } from "./notice.tsx";
import { Rail } from "./rail.tsx";
import { SidePanel } from "./side-panel.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TitleBar } from "./title-bar.tsx";
import { usePanelSizes } from "./use-panel-sizes.ts";

/** Below this width the inspector is a drawer over the map and the rail shows icons only. */
const NARROW = "(max-width: 1179px)";

export function App() {
  const { t } = useText();
  const narrow =
    useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false }) ?? false;
  const step = useStore((state) => state.step);
  const sideOpen = useStore((state) => state.sideOpen);
  const dockOpen = useStore((state) => state.dockOpen);
  const inspectorOpen = useStore((state) => state.inspectorOpen);
  const opened = useStore((state) => state.region.status === "ready");
  const hasParcel = useStore((state) => state.selectedUnit !== undefined);
  const [sizes, resize] = usePanelSizes(step);
  const [drawer, setDrawer] = useState(false);
  useKeys();

  // On a small window the inspector would cover a third of the map: it opens for a parcel, or when asked for.
  const showsInspector = opened && inspectorOpen && (!narrow || hasParcel || drawer);
  const style = {
    "--side-width": sideOpen ? `${sizes.side}px` : "0px",
    "--inspector-width": showsInspector && !narrow ? `${sizes.inspector}px` : "0px",
    gridTemplateColumns: undefined,
  } as CSSProperties;
  return (
    <div className="app" style={style} data-narrow={narrow || undefined}>
      <TitleBar narrow={narrow} inspectorShown={showsInspector} onInspector={(open) => setDrawer(open)} />
      <Rail />
      {sideOpen && <SidePanel width={sizes.side} onResize={(side) => resize({ side })} />}
      <MapArea />
      {opened && <Dock height={sizes.dock} open={dockOpen} onResize={(dock) => resize({ dock })} />}
      {showsInspector && (
        <Inspector
          width={sizes.inspector}
          onResize={(inspector) => resize({ inspector })}
          onClose={narrow ? () => setDrawer(false) : undefined}
        />
      )}
      <StatusBar />
      <HelpDialog />
      <Notice />
      <span className="hidden-text" aria-live="polite" data-testid="live">
        {t("appName")}
      </span>
    </div>
  );
}
