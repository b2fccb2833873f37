import { reportName } from "../../state/actions.ts";
import { industryAreas } from "../../state/industry-areas.ts";
import { assessmentOf, isStale, shownRunOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { AreaBar } from "../../ui/area-bar.tsx";
import { splitQuantity } from "../../ui/format-quantity.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView, RegionView, RunResultView, RunView } from "../../workers/views.ts";
import { describeCertificate } from "../optimise/certificate-look.ts";
import { priceRules } from "../optimise/price-rules.ts";

/** Figures at the head of the page: what a reader asks first. */
const FIGURES_SHOWN = 4;
const RULES_SHOWN = 8;

/** The first page of the report as it will be read: what, where, under which rules, and how it was checked. */
export function ReportPage({ mapUrl }: { readonly mapUrl: string | undefined }) {
  const { t, pick, quantity } = useText();
  const view = useStore(viewOf);
  const run = useStore(shownRunOf);
  const assessment = useStore(assessmentOf);
  if (!view || !run?.result || !assessment) return null;
  const { result, problem } = run;
  const { weights } = problem;
  const area = view.areaHa.reduce((sum, hectares) => sum + hectares, 0);
  return (
    <article className="report-page" aria-label={t("reportSummary")}>
      <div className="report-head">
        <span>{t("reportHead")}</span>
        <span>{view.definition.synthetic && t("notForApproval")}</span>
      </div>
      <h2>{t("reportTitle", { region: pick(view.definition.name) })}</h2>
      <p style={{ color: "#465256" }}>
        {t("reportRunLine", {
          id: run.id,
          ecology: quantity(weights.ecology, "score"),
          economy: quantity(weights.economy, "score"),
          employment: quantity(weights.employment, "score"),
          count: quantity(view.unitIds.length, "count"),
          area: quantity(area, "ha"),
        })}
      </p>
      <div className="report-figures">
        {result.evaluation.totals.slice(0, FIGURES_SHOWN).map(({ id, title, unit, today, planned }) => (
          <div key={id}>
            <div>{pick(title)}</div>
            <FigureText value={planned} unit={unit} />
            <div style={{ color: "#5a666a" }}>{t("todayValue", { value: quantity(today, unit) })}</div>
          </div>
        ))}
      </div>
      <div className="report-map">
        <div>
          {mapUrl ? (
            <img src={mapUrl} alt={t("mapLabel", { region: pick(view.definition.name) })} />
          ) : (
            <div style={{ aspectRatio: 1, background: "#f1f3f2" }} />
          )}
          <p style={{ color: "#5a666a", marginTop: 4 }}>
            {t("reportMapCaption", { crs: view.definition.crs })}
          </p>
        </div>
        <ReportLegend result={result} view={view} assessment={assessment} />
      </div>
      <ReportRules run={run} />
      <ReportStrip run={run} regionId={view.definition.id} />
      <div className="report-foot">
        <span>
          {t("appName")} · {view.definition.crs}
        </span>
        <span>1 / 1</span>
      </div>
    </article>
  );
}

function FigureText({ value, unit }: { readonly value: number; readonly unit: string }) {
  const { locale } = useText();
  const written = splitQuantity(value, unit, locale);
  return (
    <div className="one-line">
      <strong>{written.number}</strong> {written.unit}
    </div>
  );
}

/** Land by industry; the line on renovation says again what its industries already count. */
function ReportLegend({
  result,
  view,
  assessment,
}: {
  readonly result: RunResultView;
  readonly view: RegionView;
  readonly assessment: AssessmentView;
}) {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const rows = industryAreas(result, assessment, view.areaHa);
  const largestHa = Math.max(...rows.map(({ totalHa }) => totalHa), 1);
  const totalHa = rows.reduce((sum, row) => sum + row.totalHa, 0);
  const renovatedHa = rows.reduce((sum, row) => sum + row.renovatedHa, 0);
  return (
    <ul className="report-legend">
      {rows.map((row) => (
        <li key={row.option}>
          <IndustryCode option={row.option} />
          <span>{nameOf(row.option)}</span>
          <AreaBar areas={row} largestHa={largestHa} />
          <span className="num">{quantity(row.totalHa, "ha").split(" ")[0]}</span>
        </li>
      ))}
      <li style={{ borderTop: "1px solid #dde1e0", marginTop: 4, paddingTop: 4 }}>
        <span />
        <b>{t("total")}</b>
        <span />
        <b className="num">{quantity(totalHa, "ha").split(" ")[0]}</b>
      </li>
      {renovatedHa > 0 && (
        <li>
          <IndustryCode option="RN" />
          <span>{t("ofWhichRenovated")}</span>
          <span />
          <span className="num">{quantity(renovatedHa, "ha").split(" ")[0]}</span>
        </li>
      )}
    </ul>
  );
}

function ReportRules({ run }: { readonly run: RunView }) {
  const { t, pick, quantity } = useText();
  const { currency, binding } = priceRules(run);
  if (binding.length === 0) return null;
  return (
    <>
      <h3 style={{ marginTop: 12 }}>{t("reportRules")}</h3>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{t("rule")}</th>
            <th scope="col" className="num">
              {t("limit")}
            </th>
            <th scope="col" className="num">
              {t("used")}
            </th>
            <th scope="col" className="num">
              {t("tabPrices")}
            </th>
          </tr>
        </thead>
        <tbody>
          {binding.slice(0, RULES_SHOWN).map(({ rule, limit, price }) => (
            <tr key={rule.id}>
              <td>{pick(rule.title)}</td>
              <td className="num">{quantity(limit, rule.unit)}</td>
              <td className="num">{quantity(rule.activity, rule.unit)}</td>
              <td className="num">
                {quantity(price, currency === "CNY" ? "CNY" : "")} {currency === "CNY" ? "" : t("points")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function ReportStrip({ run, regionId }: { readonly run: RunView; readonly regionId: string }) {
  const { t, quantity, locale } = useText();
  const stale = useStore((state) => isStale(state, run));
  const { tone, title } = describeCertificate(run, stale, locale);
  if (!run.result) return null;
  const { rules } = run.result.evaluation;
  return (
    <div className="report-strip" data-tone={tone}>
      <b>{title}</b> {t("certGap")} {quantity(run.result.certificate.gap * 100, "gap%")}
      {t("listAnd")}
      {t("certRulesMet")} {rules.filter(({ met }) => met).length} / {rules.length}
      <div style={{ marginTop: 4 }}>
        {t("verifyWith")}{" "}
        <code data-testid="verify-command">fenglin verify {reportName(regionId, run.id)}</code>
      </div>
      <div style={{ marginTop: 4, color: "#465256" }}>{t("certEstimates")}</div>
    </div>
  );
}
