import { useEffect, useState } from "react";
import type { OptionId } from "#solver/region";
import { assessmentOf, leadingOf, shownRunOf, viewOf } from "../state/select.ts";
import { useStore } from "../state/store.ts";
import { useIndustryName } from "../ui/industry-code.tsx";
import { useText } from "../ui/use-text.ts";

/** Rest before a tooltip opens, ms: passing over parcels should not flicker. */
const DELAY_MS = 150;

/** Code, name, area, score or shares of the parcel under the pointer. */
export function MapTooltip({
  unit,
  x,
  y,
}: {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}) {
  const [shownUnit, setShownUnit] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setShownUnit(unit), DELAY_MS);
    return () => clearTimeout(timer);
  }, [unit]);
  const text = useTooltipText(unit);
  if (shownUnit !== unit || text.length === 0) return null;
  return (
    <div className="map-tooltip" style={{ left: x + 14, top: y + 14 }} aria-hidden="true">
      {text.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function useTooltipText(unit: number): readonly string[] {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const state = useStore();
  const view = viewOf(state);
  const assessment = assessmentOf(state);
  if (!view) return [];
  const head = `${view.unitIds[unit]}${t("listAnd")}${quantity(view.areaHa[unit], "ha")}`;
  if (!assessment || state.step === "region") return [head];
  const { options } = assessment;
  if (state.step === "assess" && state.option) {
    const score = assessment.suitability[unit * options.length + options.indexOf(state.option)];
    return [
      head,
      `${state.option} ${nameOf(state.option)} ${score === 0 ? t("closed") : quantity(score, "score")}`,
    ];
  }
  if (state.step === "compare") {
    const use = (leading: Int16Array | undefined) =>
      leading ? nameOf(leading[unit] >= 0 ? options[leading[unit]] : "") : "–";
    return [head, `A ${use(leadingOf(state, state.planA))}`, `B ${use(leadingOf(state, state.planB))}`];
  }
  const result = shownRunOf(state)?.result;
  if (!result) return [head];
  const shares = options
    .map((option, index): { option: OptionId | ""; share: number } => ({
      option,
      share: result.share[unit * options.length + index],
    }))
    .filter(({ share }) => share > 0.0005);
  const rest = 1 - shares.reduce((sum, { share }) => sum + share, 0);
  if (rest > 0.0005) shares.push({ option: "", share: rest });
  return [
    head,
    ...shares
      .sort((a, b) => b.share - a.share)
      .map(({ option, share }) =>
        `${option} ${nameOf(option)} ${share > 0.9995 ? "" : quantity(share * 100, "percent")}`.trim(),
      ),
  ];
}
