import { OPTION_TITLES } from "#solver/region";
import { SAMPLE_REGIONS } from "../host/sample-regions.ts";
import { exportGeojson, goTo, openSampleRegion, showSuitabilityOf, solve, stop } from "../state/actions.ts";
import { assessmentOf, canSolve, shownRunOf } from "../state/select.ts";
import { STEPS } from "../state/steps.ts";
import type { AppState } from "../state/store.ts";
import { STEP_TITLES } from "../ui/shell/rail.tsx";
import type { Words } from "../ui/use-text.ts";

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly run: () => void;
}

/** Everything that can be done now, in the words of the window. */
export function listCommands(state: AppState, { t, pick }: Words): readonly Command[] {
  const commands: Command[] = STEPS.map((step) => ({
    id: `go-${step}`,
    title: t("goToStep", { step: t(STEP_TITLES[step]) }),
    run: () => goTo(step),
  }));
  for (const { id, name } of SAMPLE_REGIONS) {
    commands.push({
      id: `open-${id}`,
      title: t("openSample", { region: pick(name) }),
      run: () => void openSampleRegion(id),
    });
  }
  if (canSolve(state)) commands.push({ id: "solve", title: t("solve"), run: () => void solve() });
  if (state.solve.status === "running") commands.push({ id: "stop", title: t("stop"), run: stop });
  if (shownRunOf(state)?.result)
    commands.push({ id: "export", title: t("exportGeojson"), run: () => void exportGeojson() });
  for (const option of assessmentOf(state)?.options ?? []) {
    commands.push({
      id: `suitability-${option}`,
      title: t("showSuitabilityOf", { industry: pick(OPTION_TITLES[option]) }),
      run: () => showSuitabilityOf(option),
    });
  }
  return commands;
}
