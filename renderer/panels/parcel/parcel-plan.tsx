import type { OptionId } from "#solver/region";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Bar, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView, RegionView, RunResultView } from "../../workers/views.ts";

/** A share below this is round-off of the layout, not a use. */
const SMALLEST_SHARE = 0.0005;

/** What the plan does with a parcel, what came second and by how much, and how far the others are. */
export function ParcelPlan({
  view,
  unit,
  assessment,
  result,
}: {
  readonly view: RegionView;
  readonly unit: number;
  readonly assessment: AssessmentView;
  readonly result: RunResultView;
}) {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const { options } = assessment;
  const count = options.length;
  const shares = options
    .map((option, index): { option: OptionId | ""; share: number } => ({
      option,
      share: result.share[unit * count + index],
    }))
    .filter(({ share }) => share > SMALLEST_SHARE);
  const asIs = 1 - shares.reduce((sum, { share }) => sum + share, 0);
  const uses = [...shares, ...(asIs > SMALLEST_SHARE ? [{ option: "" as const, share: asIs }] : [])].sort(
    (a, b) => b.share - a.share,
  );
  const { profit, runnerUp, margin } = result.explanation;
  const second = runnerUp[unit];
  const perHa = (value: number) => quantity(value / view.areaHa[unit], "");
  const chosen = new Set(uses.map(({ option }) => option));
  const best = Math.max(
    0,
    ...options.map((_, index) => profit[unit * count + index]).filter(Number.isFinite),
  );
  const others = options
    .map((option, index) => ({ option, short: best - profit[unit * count + index] }))
    .filter(
      ({ option, short }) => Number.isFinite(short) && !chosen.has(option) && option !== options[second],
    )
    .sort((a, b) => a.short - b.short)
    .slice(0, 4);
  return (
    <>
      <Section title={t("whyHere")}>
        {uses.map(({ option, share }) => (
          <div key={option} className="industry-row" data-chosen="true" data-testid="chosen-industry">
            <IndustryCode option={option} stand={assessment.stand[unit]} />
            <span>{nameOf(option)}</span>
            <Bar share={share} />
            <span className="num">{quantity(share * 100, "percent")}</span>
          </div>
        ))}
        {Number.isFinite(margin[unit]) && (
          <div className="industry-row" data-testid="runner-up">
            <IndustryCode option={second >= 0 ? options[second] : ""} stand={assessment.stand[unit]} />
            <span>{nameOf(second >= 0 ? options[second] : "")}</span>
            <span className="quiet small">{t("runnerUp")}</span>
            <span />
            <span className="under">
              {margin[unit] > 0 ? t("marginOver", { margin: perHa(margin[unit]) }) : t("tied")}
            </span>
          </div>
        )}
      </Section>
      {others.length > 0 && (
        <Section title={t("whyNot")}>
          {others.map(({ option, short }) => (
            <div key={option} className="gate-row">
              <IndustryCode option={option} />
              <span>{nameOf(option)}</span>
              <span>{t("wouldNeed", { points: perHa(short) })}</span>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}
