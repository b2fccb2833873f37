import { SegmentedControl, Select } from "@mantine/core";
import { useEffect, useState } from "react";
import { VALUE_FORM_SPECS } from "#solver/assessment";
import { VALUE_FORMS, type ValueFunction } from "#solver/region";
import { editAssessment, loadCriterion, update } from "../../state/actions.ts";
import { hasEditedCurves, restoreCurves, setCurve } from "../../state/assessment-edits.ts";
import { assessmentOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { useDefinition } from "../../state/use-definition.ts";
import { unitText } from "../../ui/format-quantity.ts";
import { useIndustryName } from "../../ui/industry-code.tsx";
import { Section, SourceTag } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { CriterionView } from "../../workers/views.ts";
import { CurveEditor } from "./curve-editor.tsx";
import { changeForm } from "./curve-handles.ts";

/** The chosen criterion: its values, its curve and where both come from. */
export function CriterionDetail() {
  const { t, pick } = useText();
  const assessment = useStore(assessmentOf);
  const criterion = useStore((state) => state.criterion);
  const option = useStore((state) => state.option);
  const shown = useStore((state) => state.criterionView);
  const mode = useStore((state) => state.assessMode);
  // Values follow every assessment, so that the picture is never of older edits.
  useEffect(() => {
    if (assessment && criterion && option) void loadCriterion(criterion, option);
  }, [assessment, criterion, option]);
  const spec = assessment?.criteria.find(({ id }) => id === criterion);
  if (!spec || !option) {
    return (
      <Section>
        <p className="small quiet">{t("chooseCriterion")}</p>
      </Section>
    );
  }
  return (
    <Section
      title={pick(spec.title)}
      end={
        <span className="row">
          {unitText(spec.unit)}
          <SourceTag label={spec.label} source={spec.source} />
        </span>
      }
    >
      <SegmentedControl
        fullWidth
        aria-label={`${t("onMap")}: ${pick(spec.title)}`}
        value={mode === "raw" || mode === "membership" ? mode : ""}
        data={[
          { value: "raw", label: t("modeRaw") },
          { value: "membership", label: t("modeMembership") },
        ]}
        onChange={(value) => update({ assessMode: value === "raw" ? "raw" : "membership" })}
      />
      {shown && shown.criterion === criterion && shown.option === option && (
        <>
          <Curve shown={shown} name={pick(spec.title)} unit={spec.unit} />
          <Statistics shown={shown} unit={spec.unit} />
        </>
      )}
    </Section>
  );
}

interface ShownProps {
  readonly shown: CriterionView;
  readonly unit: string;
}

function Curve({ shown, name, unit }: ShownProps & { readonly name: string }) {
  const { t, pick } = useText();
  const nameOf = useIndustryName();
  const definition = useDefinition();
  const unitIndex = useStore((state) => state.selectedUnit);
  const [scope, setScope] = useState<"one" | "all">("one");
  const { criterion, option, curve, statistics } = shown;
  if (!curve || !definition) return <p className="small quiet section-note">{t("curveNotAsked")}</p>;
  const span = Number.isFinite(statistics.min)
    ? ([statistics.min, statistics.max] as const)
    : ([0, 1] as const);
  const put = (next: ValueFunction) =>
    editAssessment((edited) => setCurve(edited, criterion, scope === "all" ? undefined : option, next));
  const isEdited = hasEditedCurves(definition.edited, definition.stated, criterion);
  return (
    <>
      <div className="section-head" style={{ marginTop: 8 }}>
        <h4>{t("curve")}</h4>
        <SourceTag label={curve.label} source={curve.source} />
        {isEdited && (
          <button
            type="button"
            className="link small end"
            data-testid="reset-curve"
            aria-label={t("resetOf", { item: name })}
            onClick={() => editAssessment((edited) => restoreCurves(edited, definition.stated, criterion))}
          >
            {t("reset")}
          </button>
        )}
      </div>
      <CurveEditor
        name={name}
        unit={unit}
        curve={curve.function}
        span={span}
        histogramHa={statistics.histogramHa}
        marked={unitIndex === undefined ? undefined : shown.raw[unitIndex]}
        onChange={put}
      />
      <div className="curve-choices">
        <Select
          aria-label={t("curveForm")}
          data-testid="curve-form"
          data={VALUE_FORMS.map((form) => ({ value: form, label: pick(VALUE_FORM_SPECS[form].title) }))}
          value={curve.function.form}
          allowDeselect={false}
          onChange={(form) => {
            const chosen = VALUE_FORMS.find((known) => known === form);
            if (chosen && chosen !== curve.function.form) put(changeForm(curve.function, chosen, span));
          }}
        />
        <Select
          aria-label={t("curveScope")}
          data={[
            { value: "one", label: nameOf(option) },
            { value: "all", label: t("curveAll") },
          ]}
          value={scope}
          allowDeselect={false}
          onChange={(value) => setScope(value === "all" ? "all" : "one")}
        />
      </div>
      {option === "RN" && <p className="small quiet">{t("curveOfStand")}</p>}
    </>
  );
}

function Statistics({ shown: { statistics }, unit }: ShownProps) {
  const { t, quantity } = useText();
  const { min, mean, median, max, withoutData } = statistics;
  return (
    <dl className="facts" style={{ marginTop: 8 }} data-testid="criterion-statistics">
      <dt>{t("statMin")}</dt>
      <dd>{quantity(min, unit)}</dd>
      <dt>{t("statMean")}</dt>
      <dd>{quantity(mean, unit)}</dd>
      <dt>{t("statMedian")}</dt>
      <dd>{quantity(median, unit)}</dd>
      <dt>{t("statMax")}</dt>
      <dd>{quantity(max, unit)}</dd>
      <dt>{t("statWithout")}</dt>
      <dd>{quantity(withoutData * 100, "%")}</dd>
    </dl>
  );
}
