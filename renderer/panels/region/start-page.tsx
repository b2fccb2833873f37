import { SAMPLE_REGIONS } from "../../host/sample-regions.ts";
import { openSampleRegion, update } from "../../state/actions.ts";
import { useStore } from "../../state/store.ts";
import { useText } from "../../ui/use-text.ts";
import { Landform } from "./landform.tsx";

/** What stands in the map area before a region is open: three samples, or what went wrong with one. */
export function StartPage() {
  const { t, pick } = useText();
  const region = useStore((state) => state.region);
  const errors = useStore((state) => state.issues.filter(({ severity }) => severity === "error").length);
  if (region.status === "loading") return <Opening />;
  return (
    <div className="start">
      <div>
        <h2>{t("startTitle")}</h2>
        <p className="second" style={{ textAlign: "center" }}>
          {t("startLead")}
        </p>
      </div>
      {region.status === "refused" && (
        <div className="callout" data-tone="bad" role="alert" style={{ maxWidth: 560 }}>
          <b>{t("errorTitle")}.</b> {region.message ?? `${t("dockIssues")}: ${errors}`}{" "}
          {errors > 0 && (
            <button
              type="button"
              className="link"
              onClick={() => update({ dockOpen: true, dockTab: "issues" })}
            >
              {t("issueDetails")}
            </button>
          )}
        </div>
      )}
      <div className="start-cards">
        {SAMPLE_REGIONS.map(({ id, name, place, landform }) => (
          <button
            key={id}
            type="button"
            className="card"
            data-testid={`card-${id}`}
            onClick={() => void openSampleRegion(id)}
          >
            <Landform id={id} />
            <span className="card-text">
              <b>{pick(name)}</b>
              <span className="second small">{pick(place)}</span>
              <span className="second small">{pick(landform)}</span>
              <span style={{ marginTop: 6 }}>
                <span className="chip">{t("syntheticSample")}</span>
              </span>
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

function Opening() {
  const { t, pick } = useText();
  const region = useStore((state) => state.region);
  if (region.status !== "loading") return null;
  const sample = SAMPLE_REGIONS.find(({ id }) => id === region.id);
  const { stage, done, total } = region.progress ?? { stage: "files" as const, done: 0, total: 0 };
  return (
    <div className="start" aria-busy="true">
      <p>{t("statusOpening", { region: sample ? pick(sample.name) : region.id })}</p>
      <p className="quiet small">
        {stage === "map" ? t("statusDrawing") : t("statusFiles", { done, total: Math.max(done, total) })}
      </p>
      <div className="floating map-busy" />
    </div>
  );
}
