import { useEffect, useState } from "react";
import type { SolveState } from "../../state/store.ts";
import { useText } from "../../ui/use-text.ts";

const PHASES = {
  core: "phaseCore",
  pricing: "phasePricing",
  certificate: "phaseCertificate",
  "whole-parcels": "phaseWhole",
} as const;

/** Where a solve stands: what it does, the best plan, what no plan can exceed, the gap between, the time. */
export function SolveProgressView({ state }: { readonly state: Extract<SolveState, { status: "running" }> }) {
  const { t, quantity } = useText();
  const elapsedS = useElapsed(state.startedAtMs);
  const { progress } = state;
  const points = (value: number) => (Number.isFinite(value) ? quantity(value, "") : "–");
  const gap = progress
    ? Math.abs(progress.bound - progress.incumbent) / Math.max(1, Math.abs(progress.incumbent))
    : Number.NaN;
  return (
    <dl className="pairs" aria-live="off" data-testid="solve-progress">
      <dt>{progress ? t(PHASES[progress.phase], { round: progress.round }) : t("phaseStart")}</dt>
      <dd />
      <dt>{t("bestPlan")}</dt>
      <dd>{points(progress?.incumbent ?? Number.NaN)}</dd>
      <dt>{t("noPlanAbove")}</dt>
      <dd>{points(progress?.bound ?? Number.NaN)}</dd>
      <dt>{t("gap")}</dt>
      <dd>{Number.isFinite(gap) ? quantity(gap * 100, "gap%") : "–"}</dd>
      <dt>{t("elapsed")}</dt>
      <dd>{quantity(elapsedS, "s")}</dd>
    </dl>
  );
}

function useElapsed(startedAtMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 200);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, nowMs - startedAtMs) / 1000;
}
