import { IconAlertTriangle, IconShield, IconShieldCheck, IconX } from "@tabler/icons-react";
import { isStale, shownRunOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { RunView } from "../../workers/views.ts";
import { describeCertificate } from "./certificate-look.ts";
import { InfeasibleRows } from "./infeasible-rows.tsx";

/** The badge of the shown run and what was checked to earn it. */
export function CertificateCard() {
  const { t } = useText();
  const run = useStore(shownRunOf);
  if (!run) {
    return (
      <Section title={t("certificate")}>
        <p className="small quiet">{t("certNone")}</p>
      </Section>
    );
  }
  return (
    <Section>
      <CertificateBadge run={run} />
      {run.result ? <CertificateFacts run={run} /> : <InfeasibleRows run={run} />}
    </Section>
  );
}

export function CertificateBadge({ run }: { readonly run: RunView }) {
  const { t, locale } = useText();
  const stale = useStore((state) => isStale(state, run));
  const { tone, title } = describeCertificate(run, stale, locale);
  const BadgeIcon = { ok: IconShieldCheck, accent: IconShield, warn: IconAlertTriangle, bad: IconX }[tone];
  return (
    <p
      className="certificate-title"
      data-tone={tone}
      data-testid="certificate"
      data-state={run.result?.certificate.state ?? "none"}
      role="status"
    >
      <BadgeIcon size={16} stroke={1.5} aria-hidden />
      {title}
      <span className="end quiet small" style={{ fontWeight: 400 }}>
        {t("runNumber", { id: run.id })}
      </span>
    </p>
  );
}

/** What was checked outside the solver, line by line. */
export function CertificateFacts({ run }: { readonly run: RunView }) {
  const { t, quantity } = useText();
  const { result } = run;
  if (!result) return null;
  const { certificate, evaluation, splitUnits, whole } = result;
  const met = evaluation.rules.filter((rule) => rule.met).length;
  return (
    <>
      <dl className="pairs">
        <dt>{t("certGap")}</dt>
        <dd>{quantity(certificate.gap * 100, "gap%")}</dd>
        <dt>{t("certResidual")}</dt>
        <dd>{certificate.maxResidual === 0 ? "0" : certificate.maxResidual.toExponential(0)}</dd>
        <dt>{t("certRulesMet")}</dt>
        <dd>
          {met} / {evaluation.rules.length}
        </dd>
        <dt>{t("certSplit")}</dt>
        <dd>{quantity(splitUnits.length, "count")}</dd>
        <dt>{t("certWhole")}</dt>
        <dd>{whole.found ? quantity(whole.gap * 100, "gap%") : t("certWholeNone")}</dd>
        <dt>{t("time")}</dt>
        <dd>
          {quantity(run.timings.compile + run.timings.solve + run.timings.layout + run.timings.evaluate, "s")}
        </dd>
      </dl>
      <p className="small quiet" style={{ marginTop: 6 }}>
        {t("certEstimates")}
      </p>
    </>
  );
}
