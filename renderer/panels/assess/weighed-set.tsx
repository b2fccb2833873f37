import { Select } from "@mantine/core";
import { useState } from "react";
import { WEIGHT_METHOD_SPECS } from "#solver/assessment";
import { WEIGHT_METHODS } from "#solver/region";
import { editAssessment } from "../../state/actions.ts";
import {
  hasEditedWeights,
  restoreWeights,
  setMethod,
  setWeight,
  type WeightSet,
  weighingOf,
} from "../../state/assessment-edits.ts";
import { useDefinition } from "../../state/use-definition.ts";
import { NumberField } from "../../ui/number-field.tsx";
import { Bar, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView } from "../../workers/views.ts";
import { JudgeDialog } from "./judge-dialog.tsx";

export interface WeighedItem {
  readonly id: string;
  readonly title: string;
  readonly tag?: React.ReactNode;
  readonly chosen?: boolean;
  readonly onChoose?: () => void;
}

/** Things weighed against each other: what each weighs, how that was found, and the way to judge anew. */
export function WeighedSet({
  set,
  title,
  items,
  assessment,
  children,
}: {
  readonly set: WeightSet;
  readonly title: string;
  readonly items: readonly WeighedItem[];
  readonly assessment: AssessmentView;
  readonly children?: React.ReactNode;
}) {
  const { t, pick, quantity } = useText();
  const definition = useDefinition();
  const [judging, setJudging] = useState(false);
  if (!definition) return null;
  const { stated, edited } = definition;
  const applied = set === "assessments" ? assessment.weighing.assessments : assessment.weighing.criteria[set];
  const { of, weights, consistency } = applied;
  const greatest = Math.max(...weights, 1e-9);
  const asked = weighingOf(edited, set)?.method ?? "stated";
  return (
    <Section title={title} end={t("weight")}>
      {items.map(({ id, title: name, tag, chosen, onChoose }) => {
        const at = of.indexOf(id);
        const weight = at < 0 ? 0 : weights[at];
        return (
          <div key={id} className="weigh-row" data-chosen={chosen || undefined}>
            {onChoose ? (
              <button
                type="button"
                className="weigh-name"
                aria-pressed={chosen}
                data-testid={`criterion-${id}`}
                onClick={onChoose}
              >
                {name}
              </button>
            ) : (
              <span className="weigh-name">{name}</span>
            )}
            {tag ?? <span />}
            <Bar share={weight / greatest} />
            <NumberField
              label={t("weightOf", { item: name })}
              testId={`weight-of-${id}`}
              value={weight}
              digits={3}
              range={[0, 1]}
              disabled={of.length < 2 && at >= 0}
              onChange={(next) =>
                editAssessment((now) => {
                  const known = at >= 0 ? applied : { of: [...of, id], weights: [...weights, 0] };
                  return setWeight(now, set, known, id, next);
                })
              }
            />
          </div>
        );
      })}
      {of.length > 1 && (
        <div className="weigh-method">
          <Select
            aria-label={`${title}: ${t("weighMethod")}`}
            data-testid={`method-${set}`}
            data={WEIGHT_METHODS.map((method) => ({
              value: method,
              label: pick(WEIGHT_METHOD_SPECS[method].title),
            }))}
            value={asked}
            allowDeselect={false}
            onChange={(value) => {
              const method = WEIGHT_METHODS.find((known) => known === value);
              if (method) editAssessment((now) => setMethod(now, set, of, method));
            }}
          />
          <button
            type="button"
            className="link small"
            data-testid={`judge-${set}`}
            onClick={() => setJudging(true)}
          >
            {t("judgePairs")}
          </button>
          {consistency && (
            <span className="chip small" data-tone={consistency.acceptable ? "ok" : "warn"}>
              {t("consistency", { ratio: quantity(consistency.ratio, "score") })}
            </span>
          )}
          {hasEditedWeights(edited, stated, set) && (
            <button
              type="button"
              className="link small"
              aria-label={t("resetOf", { item: title })}
              onClick={() => editAssessment((now) => restoreWeights(now, stated, set))}
            >
              {t("reset")}
            </button>
          )}
        </div>
      )}
      {children}
      {judging && (
        <JudgeDialog
          set={set}
          title={title}
          of={of}
          titles={new Map(items.map(({ id, title: name }) => [id, name]))}
          onClose={() => setJudging(false)}
        />
      )}
    </Section>
  );
}
