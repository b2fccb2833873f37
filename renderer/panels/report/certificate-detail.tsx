import { IconCheck, IconX } from "@tabler/icons-react";
import type { EngineId } from "#solver/engine";
import type { Label } from "#solver/region";
import { assessmentOf, shownRunOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { Bar, Empty, Section, SourceTag } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { CertificateBadge, CertificateFacts } from "../optimise/certificate-card.tsx";

const ENGINE_NAMES: Readonly<Record<EngineId, string>> = {
  highs: "HiGHS",
  glpk: "GLPK",
  dual: "Fenglin dual",
};

const LABELS: readonly Label[] = ["S", "K", "E", "user"];

/** What was checked, rule by rule, and where the figures come from. */
export function CertificateDetail() {
  const { t, pick, quantity } = useText();
  const run = useStore(shownRunOf);
  const view = useStore(viewOf);
  const assessment = useStore(assessmentOf);
  if (!run?.result || !view || !assessment) return <Empty text={t("noReport")} />;
  const labels = [
    ...view.definition.layers.map(({ label }) => label),
    ...assessment.criteria.map(({ label }) => label),
    ...assessment.gates.masks.map(({ label }) => label),
    ...view.definition.indicators.map(({ label }) => label),
  ];
  const count = (wanted: Label) => labels.filter((label) => label === wanted).length;
  return (
    <>
      <Section>
        <CertificateBadge run={run} />
        <CertificateFacts run={run} />
      </Section>
      <Section title={t("reportChecks")} count={run.result.evaluation.rules.length}>
        <ul className="small">
          {run.result.evaluation.rules.map(({ id, title, met, activity, unit }) => (
            <li key={id} className="row" style={{ minHeight: 24 }}>
              {met ? (
                <IconCheck size={14} stroke={1.5} color="var(--ok)" aria-hidden />
              ) : (
                <IconX size={14} stroke={1.5} color="var(--bad)" aria-hidden />
              )}
              <span className="grow">{pick(title)}</span>
              <span className="num second">{quantity(activity, unit)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("reportLabels")} end={labels.length}>
        {LABELS.map((label) => (
          <div
            key={label}
            className="bar-row"
            style={{ gridTemplateColumns: "26px minmax(0, 1fr) 90px 36px" }}
          >
            <SourceTag label={label} />
            <span>{t(`label${label === "user" ? "User" : label}`)}</span>
            <Bar share={count(label) / labels.length} />
            <span className="num">{count(label)}</span>
          </div>
        ))}
      </Section>
      <Section title={t("reportFingerprints")} end={view.fileCount}>
        <dl className="pairs">
          <dt>{t("reportEngine")}</dt>
          <dd>{ENGINE_NAMES[run.engine]}</dd>
          <dt>{t("crs")}</dt>
          <dd>{view.definition.crs}</dd>
        </dl>
      </Section>
    </>
  );
}
