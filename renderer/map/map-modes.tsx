import { SegmentedControl } from "@mantine/core";
import { IndustrySelect } from "../panels/assess/assess-panel.tsx";
import { update } from "../state/actions.ts";
import { assessmentOf, shownRunOf } from "../state/select.ts";
import { type AssessMode, type CompareMode, type PlanMode, useStore } from "../state/store.ts";
import { useText } from "../ui/use-text.ts";

/** What the map shows, switched where it is seen. */
export function MapModes() {
  const step = useStore((state) => state.step);
  const assessed = useStore((state) => assessmentOf(state) !== undefined);
  const solved = useStore((state) => shownRunOf(state)?.result !== undefined);
  if (step === "assess" && assessed) return <AssessModes />;
  if ((step === "optimise" || step === "rules") && solved) return <PlanModes />;
  if (step === "compare" && solved) return <CompareModes />;
  return null;
}

function AssessModes() {
  const { t } = useText();
  const mode = useStore((state) => state.assessMode);
  const option = useStore((state) => state.option);
  const options = useStore(assessmentOf)?.options ?? [];
  const chosen = useStore((state) => state.criterion !== undefined);
  return (
    <div className="floating map-modes">
      <IndustrySelect
        options={options}
        value={option}
        label={`${t("mapMode")}: ${t("industry")}`}
        width={160}
      />
      <SegmentedControl
        aria-label={t("mapMode")}
        value={mode}
        data={[
          { value: "suitability", label: t("modeSuitability") },
          { value: "best", label: t("modeBest") },
          { value: "raw", label: t("modeRaw"), disabled: !chosen },
          { value: "membership", label: t("modeMembership"), disabled: !chosen },
          { value: "limiting", label: t("modeLimiting") },
          { value: "gates", label: t("modeGates") },
        ]}
        onChange={(value) => update({ assessMode: value as AssessMode })}
      />
    </div>
  );
}

function PlanModes() {
  const { t } = useText();
  const mode = useStore((state) => state.planMode);
  const whole = useStore((state) => shownRunOf(state)?.result?.whole.found === true);
  return (
    <div className="floating map-modes">
      <SegmentedControl
        aria-label={t("mapMode")}
        value={mode}
        data={[
          { value: "layout", label: t("modeLayout") },
          ...(whole ? [{ value: "whole", label: t("modeWhole") }] : []),
          { value: "second", label: t("modeSecond") },
        ]}
        onChange={(value) => update({ planMode: value as PlanMode })}
      />
    </div>
  );
}

function CompareModes() {
  const { t } = useText();
  const mode = useStore((state) => state.compareMode);
  return (
    <div className="floating map-modes">
      <SegmentedControl
        aria-label={t("mapMode")}
        value={mode}
        data={[
          { value: "a", label: t("modeA") },
          { value: "b", label: t("modeB") },
          { value: "difference", label: t("modeDifference") },
        ]}
        onChange={(value) => update({ compareMode: value as CompareMode })}
      />
    </div>
  );
}
