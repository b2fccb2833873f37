import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { update } from "../../state/actions.ts";
import { viewOf } from "../../state/select.ts";
import { type DockTab, useStore } from "../../state/store.ts";
import { IconButton, TabRow } from "../../ui/parts.tsx";
import { Splitter } from "../../ui/shell/splitter.tsx";
import { useText } from "../../ui/use-text.ts";
import { IssuesTable } from "./issues-table.tsx";
import { MetricsTable } from "./metrics-table.tsx";
import { ParcelsTable } from "./parcels-table.tsx";
import { RunsTable } from "./runs-table.tsx";

const CONTENT: Readonly<Record<DockTab, () => React.ReactNode>> = {
  runs: RunsTable,
  metrics: MetricsTable,
  parcels: ParcelsTable,
  issues: IssuesTable,
};

/** Tables under the map: runs, metrics of a comparison, parcels, data issues. */
export function Dock({
  height,
  open,
  onResize,
}: {
  readonly height: number;
  readonly open: boolean;
  readonly onResize: (height: number) => void;
}) {
  const { t, quantity } = useText();
  const tab = useStore((state) => state.dockTab);
  const comparing = useStore((state) => state.step === "compare");
  const runs = useStore((state) => state.runs.length);
  const issues = useStore((state) => state.issues);
  const parcels = useStore((state) => viewOf(state)?.unitIds.length ?? 0);
  const serious = issues.filter(({ severity }) => severity !== "note").length;
  const errors = issues.some(({ severity }) => severity === "error");
  const tabs: readonly { readonly id: DockTab; readonly title: React.ReactNode }[] = [
    ...(comparing ? [{ id: "metrics" as const, title: t("dockMetrics") }] : []),
    { id: "runs", title: <Counted title={t("dockRuns")} count={String(runs)} /> },
    { id: "parcels", title: <Counted title={t("dockParcels")} count={quantity(parcels, "count")} /> },
    {
      id: "issues",
      title: (
        <Counted
          title={t("dockIssues")}
          count={String(issues.length)}
          tone={errors ? "bad" : serious > 0 ? "warn" : undefined}
        />
      ),
    },
  ];
  const active = tabs.some(({ id }) => id === tab) ? tab : "runs";
  const Content = CONTENT[active];
  return (
    <section
      className="dock"
      data-open={open}
      aria-label={t("toggleDock")}
      style={{ height: open ? height : 32 }}
    >
      <TabRow
        tabs={tabs}
        active={active}
        onChange={(dockTab) => update({ dockTab, dockOpen: true })}
        className="dock-head"
        tabClassName="dock-tab"
        label={t("toggleDock")}
        panelId="dock-panel"
        end={
          <span className="end" style={{ alignSelf: "center" }}>
            <IconButton
              small
              label={t(open ? "dockClose" : "dockOpen")}
              onClick={() => update({ dockOpen: !open })}
            >
              {open ? (
                <IconChevronDown size={14} stroke={1.5} aria-hidden />
              ) : (
                <IconChevronUp size={14} stroke={1.5} aria-hidden />
              )}
            </IconButton>
          </span>
        }
      />
      <div
        id="dock-panel"
        className="dock-body"
        role="tabpanel"
        aria-labelledby={`dock-panel-${active}`}
        tabIndex={open ? 0 : -1}
        hidden={!open}
      >
        {open && <Content />}
      </div>
      {open && (
        <Splitter
          label={t("resizeDock")}
          orientation="horizontal"
          grows={-1}
          size={height}
          range={[160, Math.round(window.innerHeight / 2)]}
          onChange={onResize}
        />
      )}
    </section>
  );
}

function Counted({
  title,
  count,
  tone,
}: {
  readonly title: string;
  readonly count: string;
  readonly tone?: "warn" | "bad";
}) {
  return (
    <>
      {title}{" "}
      <span className="count" data-tone={tone}>
        {count}
      </span>
    </>
  );
}
