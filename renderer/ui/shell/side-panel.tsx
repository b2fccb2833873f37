import { memo } from "react";
import { AssessPanel } from "../../panels/assess/assess-panel.tsx";
import { ComparePanel } from "../../panels/compare/compare-panel.tsx";
import { OptimisePanel } from "../../panels/optimise/optimise-panel.tsx";
import { RegionPanel } from "../../panels/region/region-panel.tsx";
import { ReportPanel } from "../../panels/report/report-panel.tsx";
import { RulesPanel } from "../../panels/rules/rules-panel.tsx";
import type { Step } from "../../state/steps.ts";
import { useShownStep } from "../../state/use-shown-step.ts";
import { useText } from "../use-text.ts";
import { STEP_TITLES } from "./rail.tsx";
import { Splitter } from "./splitter.tsx";

/** Each redraws for what it reads from the store, not because the frame around it does. */
const PANELS = {
  region: memo(RegionPanel),
  assess: memo(AssessPanel),
  rules: memo(RulesPanel),
  optimise: memo(OptimisePanel),
  compare: memo(ComparePanel),
  report: memo(ReportPanel),
} as const satisfies Readonly<Record<Step, React.ComponentType>>;

/** The panel of the current step. */
export function SidePanel({
  width,
  onResize,
}: {
  readonly width: number;
  readonly onResize: (width: number) => void;
}) {
  const { t } = useText();
  const step = useShownStep();
  const Panel = PANELS[step];
  return (
    <section className="side" aria-label={t(STEP_TITLES[step])}>
      <Panel />
      <Splitter
        label={t("resizeSidePanel")}
        orientation="vertical"
        grows={1}
        size={width}
        range={[288, 480]}
        onChange={onResize}
      />
    </section>
  );
}
