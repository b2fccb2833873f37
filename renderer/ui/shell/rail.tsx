import { Tooltip } from "@mantine/core";
import {
  type Icon,
  IconChartHistogram,
  IconColumns2,
  IconFileText,
  IconHelp,
  IconMap,
  IconPolygon,
  IconTriangle,
} from "@tabler/icons-react";
import { goTo, update } from "../../state/actions.ts";
import { markOf } from "../../state/select.ts";
import { STEPS, type Step } from "../../state/steps.ts";
import { useStore } from "../../state/store.ts";
import type { TextKey } from "../dictionary/index.ts";
import { IconButton } from "../parts.tsx";
import { useText } from "../use-text.ts";

export const STEP_TITLES: Readonly<Record<Step, TextKey>> = {
  region: "stepRegion",
  assess: "stepAssess",
  rules: "stepRules",
  optimise: "stepOptimise",
  compare: "stepCompare",
  report: "stepReport",
};

const STEP_ICONS: Readonly<Record<Step, Icon>> = {
  region: IconMap,
  assess: IconChartHistogram,
  rules: IconPolygon,
  optimise: IconTriangle,
  compare: IconColumns2,
  report: IconFileText,
};

const MARK_TITLES = { none: undefined, ok: "stepCurrent", warn: "stepStale", bad: "stepFailed" } as const;

/** The six steps, each with a dot that says how it stands. */
export function Rail() {
  const { t } = useText();
  return (
    <nav className="rail" aria-label={t("steps")}>
      {STEPS.map((step) => (
        <RailStep key={step} step={step} />
      ))}
      <span className="grow" />
      <span style={{ alignSelf: "center" }}>
        <IconButton label={t("help")} onClick={() => update({ helpOpen: true })}>
          <IconHelp size={18} stroke={1.5} aria-hidden />
        </IconButton>
      </span>
    </nav>
  );
}

function RailStep({ step }: { readonly step: Step }) {
  const { t } = useText();
  const active = useStore((state) => state.step === step);
  const mark = useStore((state) => markOf(state, step));
  const StepIcon = STEP_ICONS[step];
  const title = t(STEP_TITLES[step]);
  const meaning = MARK_TITLES[mark];
  return (
    <Tooltip
      label={meaning ? `${title}, ${t(meaning)}` : title}
      position="right"
      withinPortal={false}
      disabled={window.innerWidth >= 1180}
    >
      <button
        type="button"
        className="rail-step"
        aria-current={active ? "step" : undefined}
        data-testid={`step-${step}`}
        onClick={() => goTo(step)}
      >
        <StepIcon size={20} stroke={1.5} aria-hidden />
        <span className="rail-label">{title}</span>
        {meaning && <span className="rail-dot" data-mark={mark} aria-hidden="true" />}
        {meaning && <span className="hidden-text">{t(meaning)}</span>}
      </button>
    </Tooltip>
  );
}
