import { memo, useDeferredValue } from "react";
import { LayoutDetail } from "../../panels/optimise/layout-detail.tsx";
import { PricesDetail } from "../../panels/optimise/prices-detail.tsx";
import { ParcelInspector } from "../../panels/parcel/parcel-inspector.tsx";
import { LayerDetail } from "../../panels/region/layer-detail.tsx";
import { CertificateDetail } from "../../panels/report/certificate-detail.tsx";
import { update } from "../../state/actions.ts";
import type { Step } from "../../state/steps.ts";
import { type InspectorTab, useStore } from "../../state/store.ts";
import { useShownStep } from "../../state/use-shown-step.ts";
import type { TextKey } from "../dictionary/index.ts";
import { TabRow } from "../parts.tsx";
import { useText } from "../use-text.ts";
import { Splitter } from "./splitter.tsx";

/** What the inspector can show in each step; the first is where a step starts. */
const TABS: Readonly<Record<Step, readonly InspectorTab[]>> = {
  region: ["layer", "parcel"],
  assess: ["parcel"],
  rules: ["parcel"],
  optimise: ["layout", "prices", "parcel"],
  compare: ["parcel"],
  report: ["certificate", "parcel"],
};

const TITLES: Readonly<Record<InspectorTab, TextKey>> = {
  parcel: "tabParcel",
  layer: "layerDetail",
  prices: "tabPrices",
  layout: "tabLayout",
  certificate: "certificate",
};

const CONTENT = {
  parcel: memo(ParcelInspector),
  layer: memo(LayerDetail),
  prices: memo(PricesDetail),
  layout: memo(LayoutDetail),
  certificate: memo(CertificateDetail),
} as const satisfies Readonly<Record<InspectorTab, React.ComponentType>>;

export function Inspector({
  width,
  onResize,
  onClose,
}: {
  readonly width: number;
  readonly onResize: (width: number) => void;
  readonly onClose?: () => void;
}) {
  const { t } = useText();
  const step = useShownStep();
  const wanted = useDeferredValue(useStore((state) => state.inspectorTab));
  const tabs = TABS[step];
  const active = tabs.includes(wanted) ? wanted : tabs[0];
  const Content = CONTENT[active];
  return (
    <aside
      className="inspector"
      aria-label={t("toggleInspector")}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose?.();
      }}
    >
      {tabs.length > 1 && (
        <TabRow
          tabs={tabs.map((id) => ({ id, title: t(TITLES[id]) }))}
          active={active}
          onChange={(inspectorTab) => update({ inspectorTab })}
          className="tabs"
          tabClassName="tab"
          label={t("toggleInspector")}
          panelId="inspector-panel"
        />
      )}
      <div
        id="inspector-panel"
        className="panel-body"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        {...(tabs.length > 1 ? { role: "tabpanel", "aria-labelledby": `inspector-panel-${active}` } : {})}
      >
        <Content />
      </div>
      <Splitter
        label={t("resizeInspector")}
        orientation="vertical"
        grows={-1}
        size={width}
        range={[288, 480]}
        onChange={onResize}
      />
    </aside>
  );
}
