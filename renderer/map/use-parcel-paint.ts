import { useMemo } from "react";
import { useDifference } from "../panels/compare/compare-panel.tsx";
import { assessmentOf, leadingOf, resultOf, shownRunOf, viewOf } from "../state/select.ts";
import { useStore } from "../state/store.ts";
import { useShownStep } from "../state/use-shown-step.ts";
import {
  findBest,
  type ParcelPaint,
  paintCriterion,
  paintDifference,
  paintGates,
  paintLimiting,
  paintSuitability,
  paintUses,
  rankLimiting,
} from "./paint-parcels.ts";

/** What the parcels show in the current step, and where the codes of the layout stand. */
export function useParcelPaint(): { readonly paint: ParcelPaint | undefined; readonly codesUrl?: string } {
  const view = useStore(viewOf);
  const assessment = useStore(assessmentOf);
  const step = useShownStep();
  const option = useStore((state) => state.option);
  const assessMode = useStore((state) => state.assessMode);
  const criterionView = useStore((state) => state.criterionView);
  const run = useStore(shownRunOf);
  const planMode = useStore((state) => state.planMode);
  const planA = useStore((state) => state.planA);
  const planB = useStore((state) => state.planB);
  const compareMode = useStore((state) => state.compareMode);
  const fade = useStore((state) => state.fadeUnchanged);
  const difference = useDifference();

  return useMemo(() => {
    if (!view || !assessment || step === "region") return { paint: undefined };
    const { options, stand } = assessment;
    const result = run?.result;
    const suitability = () => {
      const index = option ? options.indexOf(option) : 0;
      if (assessMode === "raw" || assessMode === "membership")
        return criterionView ? paintCriterion(criterionView, assessMode) : undefined;
      if (assessMode === "best") return paintUses(options, findBest(assessment), stand);
      if (assessMode === "gates") return paintGates(assessment, index);
      if (assessMode === "suitability") return paintSuitability(assessment, index);
      const ranked = rankLimiting(assessment, index, view.areaHa).map(({ criterion }) => criterion);
      return paintLimiting(assessment, index, ranked);
    };
    switch (step) {
      case "assess":
        return { paint: suitability() };
      case "compare": {
        const state = useStore.getState();
        const shown = compareMode === "a" ? planA : planB;
        const uses = leadingOf(state, shown);
        if (!uses) return { paint: paintUses(options, new Int16Array(view.unitIds.length).fill(-1), stand) };
        const paint = paintUses(options, uses, stand);
        const codesUrl = resultOf(state, shown)?.codesUrl;
        if (!difference) return { paint, codesUrl };
        const marked = compareMode === "difference" || fade;
        return {
          paint: marked ? paintDifference(paint, difference.changed, fade) : paint,
          codesUrl: fade ? undefined : codesUrl,
        };
      }
      default: {
        if (!result)
          return { paint: paintUses(options, new Int16Array(view.unitIds.length).fill(-1), stand) };
        if (planMode === "second") return { paint: paintUses(options, result.explanation.runnerUp, stand) };
        if (planMode === "whole" && result.whole.found)
          return { paint: paintUses(options, result.whole.leading, stand) };
        return { paint: paintUses(options, result.leading, stand), codesUrl: result.codesUrl };
      }
    }
  }, [
    view,
    assessment,
    step,
    option,
    assessMode,
    criterionView,
    run,
    planMode,
    planA,
    planB,
    compareMode,
    fade,
    difference,
  ]);
}
