import { AssessPanel } from "../../panels/assess/assess-panel.tsx";
import { ComparePanel } from "../../panels/compare/compare-panel.tsx";
import { OptimisePanel } from "../../panels/optimise/optimise-panel.tsx";
import { RegionPanel } from "../../panels/region/region-panel.tsx";
import { ReportPanel } from "../../panels/report/report-panel.tsx";
import { RulesPanel } from "../../panels/rules/rules-panel.tsx";
import type { Step } from "../../state/steps.ts";
import { useStore } from "../../state/store.ts";
import { useText } from "../use-text.ts";
import { STEP_TITLES } from "./rail.tsx";
import { Splitter } from "./splitter.tsx";

const PANELS: Readonly<Record<Step, () => React.ReactNode>> = {
  region: RegionPanel,
  assess: AssessPanel,
  rules: RulesPanel,
  optimise: OptimisePanel,
  compare: ComparePanel,
  report: ReportPanel,
};

/** The panel of the current step. */
export function SidePanel({
  width,
  onResize,
}: {
  readonly width: number;
  readonly onResize: (width: number) => void;
}) {
  const { t } = useText();
  const step = useStore((state) => state.step);
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
