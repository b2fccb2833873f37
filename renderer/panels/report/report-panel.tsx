import { Button, Select } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { exportGeojson, goTo, reportName, update } from "../../state/actions.ts";
import { shownRunOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { Empty, PanelHead, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { runTitle } from "../dock/run-title.ts";
import { CertificateBadge } from "../optimise/certificate-card.tsx";

/** Which plan is reported, and the file. */
export function ReportPanel() {
  const words = useText();
  const { t } = words;
  const run = useStore(shownRunOf);
  const regionId = useStore((state) => (state.region.status === "ready" ? state.region.id : ""));
  const runs = useStore((state) => state.runs);
  const [writing, setWriting] = useState(false);
  if (!run?.result) {
    return (
      <>
        <PanelHead title={t("stepReport")} />
        <Empty text={t("noReport")}>
          <Button variant="default" onClick={() => goTo("optimise")}>
            {t("goToOptimise")}
          </Button>
        </Empty>
      </>
    );
  }
  const refused = run.result.certificate.state === "refused";
  return (
    <>
      <PanelHead title={t("stepReport")} />
      <div className="panel-body">
        <Section title={t("planShown")}>
          <Select
            aria-label={t("planShown")}
            allowDeselect={false}
            value={String(run.id)}
            data={runs
              .filter(({ result }) => result)
              .map((entry) => ({
                value: String(entry.id),
                label: `${t("runNumber", { id: entry.id })}${t("listAnd")}${runTitle(entry, words)}`,
              }))}
            onChange={(id) => {
              if (id !== null) update({ shownRun: Number(id) });
            }}
          />
        </Section>
        <Section>
          <CertificateBadge run={run} />
        </Section>
        <Section title={t("file")}>
          <p>
            <b>{t("geojsonFile")}</b>
            <br />
            <span className="quiet small" style={{ overflowWrap: "anywhere" }}>
              {reportName(regionId, run.id)}
            </span>
          </p>
          <p className="small second" style={{ margin: "6px 0 10px" }}>
            {t("geojsonContents")}
          </p>
          <Button
            fullWidth
            data-testid="export-geojson"
            disabled={refused || writing}
            leftSection={<IconDownload size={14} stroke={1.5} aria-hidden />}
            onClick={() => {
              setWriting(true);
              void exportGeojson().finally(() => setWriting(false));
            }}
          >
            {t(writing ? "exporting" : "exportGeojson")}
          </Button>
          {refused && (
            <p className="callout" data-tone="bad" style={{ marginTop: 8 }}>
              {t("exportBlocked")}
            </p>
          )}
        </Section>
        <Section>
          <p className="callout" data-tone="warn">
            {t("syntheticNote")}
          </p>
        </Section>
      </div>
    </>
  );
}
