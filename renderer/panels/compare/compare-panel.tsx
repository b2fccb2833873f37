import { Button, Select, Switch } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { goTo, update } from "../../state/actions.ts";
import { comparePlans, type Flow } from "../../state/compare-plans.ts";
import { assessmentOf, leadingOf, viewOf } from "../../state/select.ts";
import { type PlanChoice, useStore } from "../../state/store.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Empty, PanelHead, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { runTitle } from "../dock/run-title.ts";

/** Two plans side by side: what changed, and what went where. */
export function ComparePanel() {
  const { t } = useText();
  const solved = useStore((state) => state.runs.some(({ result }) => result));
  return (
    <>
      <PanelHead title={t("stepCompare")} />
      <div className="panel-body">
        {solved ? (
          <>
            <PlanChoices />
            <Changes />
          </>
        ) : (
          <Empty text={t("twoRunsNeeded")}>
            <Button variant="default" onClick={() => goTo("optimise")}>
              {t("goToOptimise")}
            </Button>
          </Empty>
        )}
      </div>
    </>
  );
}

function PlanChoices() {
  const { t } = useText();
  const planA = useStore((state) => state.planA);
  const planB = useStore((state) => state.planB);
  return (
    <Section>
      <PlanSelect plan="a" value={planA} onChange={(choice) => update({ planA: choice })} />
      <PlanSelect plan="b" value={planB} onChange={(choice) => update({ planB: choice })} />
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={14} stroke={1.5} aria-hidden />}
        onClick={() => update(({ planA: a, planB: b }) => (b === undefined ? {} : { planA: b, planB: a }))}
      >
        {t("swap")}
      </Button>
    </Section>
  );
}

function PlanSelect({
  plan,
  value,
  onChange,
}: {
  readonly plan: "a" | "b";
  readonly value: PlanChoice | undefined;
  readonly onChange: (choice: PlanChoice) => void;
}) {
  const words = useText();
  const { t } = words;
  const runs = useStore((state) => state.runs);
  return (
    <div className="plan-choice">
      <span className="plan-mark" data-plan={plan} aria-hidden="true">
        {plan.toUpperCase()}
      </span>
      <Select
        aria-label={t(plan === "a" ? "planA" : "planB")}
        data-testid={`plan-${plan}`}
        allowDeselect={false}
        value={value === undefined ? null : String(value)}
        data={[
          { value: "today", label: t("today") },
          ...runs
            .filter(({ result }) => result)
            .map((run) => ({
              value: String(run.id),
              label: `${t("runNumber", { id: run.id })}${t("listAnd")}${runTitle(run, words)}`,
            })),
        ]}
        onChange={(next) => {
          if (next !== null) onChange(next === "today" ? "today" : Number(next));
        }}
      />
    </div>
  );
}

/** Rows of the flow list before the rest is asked for. */
const FLOWS_SHOWN = 8;

function Changes() {
  const { t, quantity } = useText();
  const fade = useStore((state) => state.fadeUnchanged);
  const difference = useDifference();
  if (!difference) return null;
  const { areaHa, totalHa, parcels, flows } = difference;
  return (
    <>
      <Section title={t("whatChanged")} end={t("ofTotal", { area: quantity(totalHa, "ha") })}>
        <p className="row" data-testid="changed-area">
          <span className="figure">{quantity(areaHa, "ha")}</span>
          <span className="second">
            {t("parcelsAndShare", {
              count: quantity(parcels, "count"),
              share: quantity((areaHa / totalHa) * 100, "%"),
            })}
          </span>
        </p>
        <div className="limit-row">
          <span>{t("fade")}</span>
          <Switch
            aria-label={t("fade")}
            checked={fade}
            onChange={(event) => update({ fadeUnchanged: event.currentTarget.checked })}
          />
        </div>
      </Section>
      <Flows flows={flows} />
    </>
  );
}

function Flows({ flows }: { readonly flows: readonly Flow[] }) {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const options = useStore(assessmentOf)?.options ?? [];
  const [all, setAll] = useState(false);
  const optionOf = (use: number) => (use >= 0 ? options[use] : "");
  const shown = all ? flows : flows.slice(0, FLOWS_SHOWN);
  return (
    <Section title={t("fromTo")} end={quantity(1, "ha").split(" ")[1]}>
      {flows.length === 0 && <p className="small quiet">{t("nothingChanged")}</p>}
      {shown.map(({ from, to, areaHa }) => (
        <div key={`${from}-${to}`} className="flow-row">
          <IndustryCode option={optionOf(from)} />
          <span className="name" title={nameOf(optionOf(from))}>
            {nameOf(optionOf(from))}
          </span>
          <span className="quiet" aria-hidden="true">
            →
          </span>
          <IndustryCode option={optionOf(to)} />
          <span className="name" title={nameOf(optionOf(to))}>
            {nameOf(optionOf(to))}
          </span>
          <span className="num">{quantity(areaHa, "ha").split(" ")[0]}</span>
        </div>
      ))}
      {flows.length > FLOWS_SHOWN && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? t("showLess") : t("moreFlows", { count: flows.length - FLOWS_SHOWN })}
        </button>
      )}
    </Section>
  );
}

/** The difference of the two chosen plans. */
export function useDifference() {
  const view = useStore(viewOf);
  const planA = useStore((state) => state.planA);
  const planB = useStore((state) => state.planB);
  return useMemo(() => {
    const state = useStore.getState();
    const [a, b] = [leadingOf(state, planA), leadingOf(state, planB)];
    return view && a && b ? comparePlans(a, b, view.areaHa) : undefined;
  }, [view, planA, planB]);
}
