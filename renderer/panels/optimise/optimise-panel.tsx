import { Button, NumberInput } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import type { Issue } from "#gis";
import { editProblem, goTo, solve, stop, update } from "../../state/actions.ts";
import { contradictoryAreas } from "../../state/check-limits.ts";
import { canSolve, viewOf } from "../../state/select.ts";
import { type SolveState, useStore } from "../../state/store.ts";
import { setWeight, TRIANGLE_GOALS } from "../../state/weights.ts";
import { Empty, PanelHead, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { describeIssue } from "../dock/issues-table.tsx";
import { CertificateCard } from "./certificate-card.tsx";
import { MainLimits } from "./main-limits.tsx";
import { SolveProgressView } from "./solve-progress.tsx";
import { TotalsTable } from "./totals-table.tsx";
import { GOAL_TITLES, ObjectiveTriangle } from "./triangle.tsx";

/** What is aimed at, within which limits, and what came of it. */
export function OptimisePanel() {
  const { t } = useText();
  const view = useStore(viewOf);
  const problem = useStore((state) => state.problem);
  return (
    <>
      <PanelHead title={t("stepOptimise")} />
      <div className="panel-body">
        {view && problem ? (
          <>
            <Objective />
            <PlanSection />
            <CertificateCard />
            <TotalsTable />
          </>
        ) : (
          <Empty text={t("notAssessed")} />
        )}
      </div>
    </>
  );
}

function Objective() {
  const { t } = useText();
  const weights = useStore((state) => state.problem?.weights);
  const runs = useStore((state) => state.runs);
  if (!weights) return null;
  const earlier = runs.slice(-5).map(({ id, problem }) => ({ id, weights: problem.weights }));
  return (
    <Section title={t("objective")}>
      <ObjectiveTriangle
        weights={weights}
        earlier={earlier}
        onChange={(next) => editProblem((problem) => ({ ...problem, weights: next }))}
      />
      <div className="weights">
        {TRIANGLE_GOALS.map((goal) => (
          <div key={goal}>
            <NumberInput
              label={t(GOAL_TITLES[goal])}
              value={weights[goal]}
              min={0}
              max={1}
              step={0.01}
              decimalScale={2}
              fixedDecimalScale
              hideControls
              data-testid={`weight-${goal}`}
              onChange={(value) => {
                if (typeof value === "number") {
                  editProblem((problem) => ({
                    ...problem,
                    weights: setWeight(problem.weights, goal, value),
                  }));
                }
              }}
            />
          </div>
        ))}
      </div>
      <p className="small quiet" style={{ marginTop: 8 }}>
        {t("suitabilityWeightNote")}
      </p>
    </Section>
  );
}

function PlanSection() {
  const { t } = useText();
  const state = useStore((store) => store.solve);
  const timeLimitS = useStore((store) => store.timeLimitS);
  const ready = useStore(canSolve);
  const contradictory = useStore((store) =>
    store.problem ? contradictoryAreas(store.problem).length > 0 : false,
  );
  return (
    <Section
      title={t("mainLimits")}
      end={
        <button type="button" className="link" onClick={() => goTo("rules")}>
          {t("allLimits")}
        </button>
      }
    >
      <MainLimits />
      <div className="limit-row">
        <span>{t("timeLimit")}</span>
        <NumberInput
          aria-label={`${t("timeLimit")} (${t("seconds")})`}
          value={timeLimitS}
          min={1}
          max={3600}
          allowDecimal={false}
          hideControls
          w={86}
          rightSection={t("seconds")}
          styles={{ input: { textAlign: "right" }, section: { fontSize: 12, color: "var(--text3)" } }}
          onChange={(value) => {
            if (typeof value === "number" && value >= 1) update({ timeLimitS: value });
          }}
        />
      </div>
      <div style={{ marginTop: 8 }}>
        {state.status === "running" ? (
          <Button
            fullWidth
            variant="default"
            data-testid="stop"
            disabled={state.stopping}
            leftSection={<IconPlayerStop size={14} stroke={1.5} aria-hidden />}
            onClick={stop}
          >
            {t(state.stopping ? "stopping" : "stop")}
          </Button>
        ) : (
          <Button
            fullWidth
            data-testid="solve"
            disabled={!ready}
            leftSection={<IconPlayerPlay size={14} stroke={1.5} aria-hidden />}
            onClick={() => void solve()}
          >
            {t("solve")}
          </Button>
        )}
      </div>
      {contradictory && (
        <p className="callout" data-tone="bad" role="alert" style={{ marginTop: 8 }}>
          {t("cannotSolve")}
        </p>
      )}
      {state.status === "running" && <SolveProgressView state={state} />}
      <SolveFault state={state} />
    </Section>
  );
}

function SolveFault({ state }: { readonly state: SolveState }) {
  const words = useText();
  if (state.status === "failed") {
    return (
      <p className="callout" data-tone="bad" role="alert" style={{ marginTop: 8 }}>
        {words.t("errorUnexpected", { message: state.message })}
      </p>
    );
  }
  if (state.status !== "refused") return null;
  return (
    <ul className="callout" data-tone="bad" role="alert" style={{ marginTop: 8 }}>
      {state.issues
        .filter(({ severity }: Issue) => severity === "error")
        .map((issue) => (
          <li key={JSON.stringify(issue)}>{describeIssue(issue, words)}</li>
        ))}
    </ul>
  );
}
