import { IconAlertTriangle, IconCheck, IconLoader2, IconShield, IconShieldCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { SAMPLE_REGIONS } from "../../host/sample-regions.ts";
import { describeCertificate } from "../../panels/optimise/certificate-look.ts";
import { isStale, shownRunOf, viewOf } from "../../state/select.ts";
import { type AppState, useStore } from "../../state/store.ts";
import { useViewStore } from "../../state/view-store.ts";
import { formatCoordinate } from "../format-quantity.ts";
import { useText, type Words } from "../use-text.ts";

const ICON = { size: 14, stroke: 1.5, "aria-hidden": true } as const;

/** What the window is doing, how much it holds, and where the pointer is. */
export function StatusBar() {
  const words = useText();
  const { t, quantity } = words;
  const state = useStore();
  const view = viewOf(state);
  const { tone, icon, text } = describeState(state, words);
  const area = view?.areaHa.reduce((sum, hectares) => sum + hectares, 0) ?? 0;
  const options = state.assessment.status === "ready" ? state.assessment.view.options.length : 0;
  return (
    <footer className="status">
      <span data-tone={tone} role="status" data-testid="status">
        {icon}
        {text}
      </span>
      {view && (
        <span>
          {options > 0 && state.step !== "region" && state.step !== "assess"
            ? t("parcelsByIndustries", { count: quantity(view.unitIds.length, "count"), industries: options })
            : t("parcelsAndArea", {
                count: quantity(view.unitIds.length, "count"),
                area: `${quantity(area / 100, "km2")}`,
              })}
        </span>
      )}
      <span className="grow" />
      {view && <PointerText />}
      {view && <span>{view.definition.crs}</span>}
      {view && <ScaleText />}
      <span>{quantity(1, "ha").split(" ")[1]}</span>
    </footer>
  );
}

function PointerText() {
  const { quantity } = useText();
  const pointer = useViewStore((state) => state.pointer);
  if (!pointer) return null;
  return (
    <>
      <span className="drops">{formatCoordinate(pointer.easting, pointer.northing)}</span>
      {!Number.isNaN(pointer.elevationM) && (
        <span className="drops">{quantity(pointer.elevationM, "m")}</span>
      )}
    </>
  );
}

function ScaleText() {
  const { quantity } = useText();
  const scale = useViewStore((state) => state.scale);
  return scale === undefined ? null : <span>1:{quantity(roundScale(scale), "count")}</span>;
}

interface StateLook {
  readonly tone?: "ok" | "accent" | "warn" | "bad";
  readonly icon?: ReactNode;
  readonly text: string;
}

function describeState(state: AppState, { t, pick, quantity, locale }: Words): StateLook {
  const { region, assessment, solve } = state;
  if (region.status === "none") return { text: t("noRegionOpen") };
  if (region.status === "loading") {
    const name = SAMPLE_REGIONS.find(({ id }) => id === region.id)?.name;
    const text =
      region.progress?.stage === "map"
        ? t("statusDrawing")
        : t("statusOpening", { region: name ? pick(name) : region.id });
    return { tone: "accent", icon: <IconLoader2 {...ICON} />, text };
  }
  if (region.status === "refused")
    return { tone: "bad", icon: <IconAlertTriangle {...ICON} />, text: t("errorTitle") };
  if (assessment.status === "running")
    return { tone: "accent", icon: <IconLoader2 {...ICON} />, text: t("statusAssessing") };
  if (assessment.status === "failed" || solve.status === "failed") {
    return { tone: "bad", icon: <IconAlertTriangle {...ICON} />, text: t("statusFailed") };
  }
  if (solve.status === "running") {
    const { incumbent, bound } = solve.progress ?? { incumbent: Number.NaN, bound: Number.NaN };
    const gap = (Math.abs(bound - incumbent) / Math.max(1, Math.abs(incumbent))) * 100;
    const text = Number.isFinite(gap)
      ? t("statusSolving", { gap: quantity(gap, "gap%") })
      : t("statusSolvingPlain");
    return { tone: "accent", icon: <IconLoader2 {...ICON} />, text };
  }
  const run = shownRunOf(state);
  if (run && state.step !== "region" && state.step !== "assess") {
    const look = describeCertificate(run, isStale(state, run), locale);
    return {
      tone: look.tone,
      icon: look.tone === "ok" ? <IconShieldCheck {...ICON} /> : <IconShield {...ICON} />,
      text: look.title,
    };
  }
  if (assessment.status === "ready")
    return { tone: "ok", icon: <IconCheck {...ICON} />, text: t("statusAssessed") };
  return {
    tone: "ok",
    icon: <IconCheck {...ICON} />,
    text: t("statusReady", { time: quantity(region.view.readS, "s") }),
  };
}

/** Scales are read, not measured: two figures are enough. */
function roundScale(scale: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(scale)) - 1);
  return Math.round(scale / unit) * unit;
}
