import { Button } from "@mantine/core";
import { goTo, showRun, update } from "../../state/actions.ts";
import { useStore } from "../../state/store.ts";
import { Empty } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { describeCertificate } from "../optimise/certificate-look.ts";
import { runTitle } from "./run-title.ts";

/** Every run of this session, the newest first; choosing one shows it everywhere. */
export function RunsTable() {
  const words = useText();
  const { t, pick, quantity, change, locale } = words;
  const runs = useStore((state) => state.runs);
  const shown = useStore((state) => state.shownRun);
  if (runs.length === 0) {
    return (
      <Empty text={t("noRuns")}>
        <Button variant="default" onClick={() => goTo("optimise")}>
          {t("goToOptimise")}
        </Button>
      </Empty>
    );
  }
  const columns = runs.find(({ result }) => result)?.result?.evaluation.totals.slice(0, 3) ?? [];
  return (
    <table className="table" data-testid="runs">
      <thead>
        <tr>
          <th scope="col">{t("run")}</th>
          <th scope="col">{t("runWeights")}</th>
          <th scope="col" className="num">
            {t("time")}
          </th>
          <th scope="col" className="num">
            {t("gap")}
          </th>
          <th scope="col">{t("certificate")}</th>
          {columns.map(({ id, title }) => (
            <th key={id} scope="col" className="num">
              {pick(title)}
            </th>
          ))}
          <th scope="col">
            <span className="hidden-text">{t("show")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...runs].reverse().map((run) => {
          const look = describeCertificate(run, false, locale);
          const { result, timings } = run;
          return (
            <tr key={run.id} data-chosen={run.id === shown}>
              <td>{run.id}</td>
              <td className="wraps one-line">{runTitle(run, words)}</td>
              <td className="num second">{quantity(timings.compile + timings.solve, "s")}</td>
              <td className="num">{result ? quantity(result.certificate.gap * 100, "gap%") : "–"}</td>
              <td style={{ color: `var(--${look.tone})` }}>{look.title}</td>
              {columns.map(({ id }) => {
                const total = result?.evaluation.totals.find((entry) => entry.id === id);
                return (
                  <td key={id} className="num">
                    {total ? change(total.change, total.unit) : "–"}
                  </td>
                );
              })}
              <td className="num">
                {run.id === shown ? (
                  <span className="quiet small">{t("shownOnMap")}</span>
                ) : (
                  <>
                    <button type="button" className="link" onClick={() => showRun(run.id)}>
                      {t("show")}
                    </button>{" "}
                    {result && (
                      <button
                        type="button"
                        className="link"
                        onClick={() => {
                          update({ planA: run.id, planB: shown ?? run.id });
                          goTo("compare");
                        }}
                      >
                        {t("compareSelected")}
                      </button>
                    )}
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
