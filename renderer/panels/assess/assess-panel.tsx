import { Select } from "@mantine/core";
import { useState } from "react";
import { OVERLAY_SPECS } from "#solver/assessment";
import {
  ASSESSMENT_IDS,
  type AssessmentId,
  CRITERION_IDS,
  type CriterionId,
  OPTION_TITLES,
  type OptionId,
  OVERLAY_METHODS,
} from "#solver/region";
import { editAssessment, resetAssessment, update } from "../../state/actions.ts";
import { countEdits, hasEditedCurves } from "../../state/assessment-edits.ts";
import { assessmentOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { CLASS_IDS, classOf } from "../../state/suitability-class.ts";
import { useDefinition } from "../../state/use-definition.ts";
import type { TextKey } from "../../ui/dictionary/index.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Bar, Empty, PanelHead, Section, SourceTag, TabRow } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView, RegionView } from "../../workers/views.ts";
import { describeIssue } from "../dock/issues-table.tsx";
import { ASSESSMENT_TITLES } from "../parcel/words.ts";
import { CriterionDetail } from "./criterion-detail.tsx";
import { IndustryPictures } from "./industry-pictures.tsx";
import { IndustryTable } from "./industry-table.tsx";
import { WeighedSet } from "./weighed-set.tsx";

const TAB_TITLES: Readonly<Record<AssessmentId, TextKey>> = {
  ecological: "tabEcological",
  resource: "tabResource",
  potential: "tabPotential",
  policy: "tabPolicy",
};

/** The four assessments with their criteria, curves and weights, and how much land each industry finds. */
export function AssessPanel() {
  const { t, quantity } = useText();
  const view = useStore(viewOf);
  const state = useStore((store) => store.assessment);
  const reassessing = useStore((store) => store.reassessing);
  const tab = useStore((store) => store.assessTab);
  const assessment = useStore(assessmentOf);
  return (
    <>
      <PanelHead title={t("stepAssess")}>
        {assessment && (
          <span
            className="end quiet small"
            role="status"
            data-testid="assessed"
            data-current={!reassessing}
            data-recomputed={assessment.recomputed.join(" ")}
          >
            {reassessing ? t("reassessing") : t("updatedIn", { time: quantity(assessment.assessS, "s") })}
          </span>
        )}
      </PanelHead>
      {view && assessment && (
        <TabRow
          tabs={ASSESSMENT_IDS.map((id) => ({ id, title: t(TAB_TITLES[id]) }))}
          active={tab}
          onChange={(assessTab) => update({ assessTab })}
          className="tabs"
          tabClassName="tab"
          label={t("fourAssessments")}
          panelId="assess-criteria"
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard */}
      <section className="panel-body" tabIndex={0} aria-label={t("stepAssess")}>
        {state.status === "failed" && (
          <Section>
            <p className="callout" data-tone="bad" role="alert">
              {t("errorUnexpected", { message: state.message })}
            </p>
          </Section>
        )}
        {!view || !assessment ? (
          state.status !== "failed" && (
            <Empty text={t(state.status === "running" ? "statusAssessing" : "notAssessed")} />
          )
        ) : (
          <>
            <EditBar />
            <div id="assess-criteria" role="tabpanel" aria-labelledby={`assess-criteria-${tab}`}>
              <Criteria assessment={assessment} of={tab} />
              <CriterionDetail />
            </div>
            <FourAssessments assessment={assessment} />
            <IndustryChoice assessment={assessment} />
            <Classes view={view} assessment={assessment} />
            <IndustryPictures assessment={assessment} />
            <OpenLand view={view} assessment={assessment} />
          </>
        )}
      </section>
    </>
  );
}

/** How much the planner changed, the way back, and why an edit was not taken. */
function EditBar() {
  const words = useText();
  const { t } = words;
  const definition = useDefinition();
  const edits = useStore((state) => state.edits);
  const faults = useStore((state) => state.editIssues);
  const [table, setTable] = useState(false);
  if (!definition) return null;
  const count = countEdits(edits, definition.stated);
  return (
    <Section>
      <div className="row">
        <button type="button" className="link" data-testid="industry-table" onClick={() => setTable(true)}>
          {t("industryTable")}
        </button>
        <span className="end small quiet" data-testid="edits">
          {count > 0 ? t("editsCount", { count }) : t("editsNone")}
        </span>
        {count > 0 && (
          <button
            type="button"
            className="link small"
            data-testid="reset-assessment"
            onClick={resetAssessment}
          >
            {t("resetAll")}
          </button>
        )}
      </div>
      {faults.map((issue) => (
        <p key={JSON.stringify(issue)} className="callout" data-tone="bad" role="alert">
          {t("editsRefused", { reason: describeIssue(issue, words) })}
        </p>
      ))}
      {table && <IndustryTable onClose={() => setTable(false)} />}
    </Section>
  );
}

function Criteria({ assessment, of }: { readonly assessment: AssessmentView; readonly of: AssessmentId }) {
  const { t, pick } = useText();
  const chosen = useStore((state) => state.criterion);
  const definition = useDefinition();
  const ids: readonly CriterionId[] = CRITERION_IDS[of];
  const items = ids.flatMap((id) => {
    const spec = assessment.criteria.find((criterion) => criterion.id === id);
    if (!spec) return [];
    const isEdited = definition && hasEditedCurves(definition.edited, definition.stated, id);
    return [
      {
        id,
        title: pick(spec.title),
        tag: <SourceTag label={isEdited ? "user" : spec.label} source={isEdited ? undefined : spec.source} />,
        chosen: chosen === id,
        onChoose: () => update({ criterion: chosen === id ? undefined : id }),
      },
    ];
  });
  return <WeighedSet set={of} title={t(ASSESSMENT_TITLES[of])} items={items} assessment={assessment} />;
}

function FourAssessments({ assessment }: { readonly assessment: AssessmentView }) {
  const { t, pick } = useText();
  const items = ASSESSMENT_IDS.map((id) => ({ id, title: t(ASSESSMENT_TITLES[id]) }));
  return (
    <WeighedSet set="assessments" title={t("fourAssessments")} items={items} assessment={assessment}>
      <div style={{ marginTop: 8 }}>
        <Select
          label={t("overlay")}
          data-testid="overlay"
          data={OVERLAY_METHODS.map((method) => ({
            value: method,
            label: pick(OVERLAY_SPECS[method].title),
          }))}
          value={assessment.overlay}
          allowDeselect={false}
          onChange={(value) => {
            const overlay = OVERLAY_METHODS.find((method) => method === value);
            if (overlay) editAssessment(() => ({ overlay }));
          }}
        />
      </div>
    </WeighedSet>
  );
}

function IndustryChoice({ assessment }: { readonly assessment: AssessmentView }) {
  const { t } = useText();
  const option = useStore((state) => state.option);
  return (
    <Section title={t("industry")}>
      <IndustrySelect options={assessment.options} value={option} label={t("industry")} />
    </Section>
  );
}

/** The industry whose suitability the map shows, with its swatch. */
export function IndustrySelect({
  options,
  value,
  label,
  width,
}: {
  readonly options: readonly OptionId[];
  readonly value: OptionId | undefined;
  readonly label: string;
  readonly width?: number;
}) {
  const { pick } = useText();
  return (
    <Select
      aria-label={label}
      data={options.map((option) => ({ value: option, label: pick(OPTION_TITLES[option]) }))}
      value={value ?? null}
      allowDeselect={false}
      w={width}
      leftSection={value && <IndustryCode option={value} />}
      leftSectionWidth={36}
      maxDropdownHeight={420}
      renderOption={({ option }) => (
        <span className="row">
          <IndustryCode option={option.value as OptionId} />
          {option.label}
        </span>
      )}
      onChange={(next) => update({ option: next as OptionId })}
    />
  );
}

/** How much land falls into each class for the chosen industry. */
function Classes({ view, assessment }: { readonly view: RegionView; readonly assessment: AssessmentView }) {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const chosen = useStore((state) => state.option);
  if (!chosen) return null;
  const { areas, closed, total } = classAreas(view, assessment, assessment.options.indexOf(chosen));
  return (
    <Section title={t("classShare", { industry: nameOf(chosen) })}>
      {[...CLASS_IDS].reverse().map((id) => (
        <div key={id} className="bar-row" data-wide>
          <span className="small">{t(`class${id}`)}</span>
          <Bar share={areas[id] / total} />
          <span className="num small">{quantity(areas[id], "ha")}</span>
        </div>
      ))}
      <div className="bar-row" data-wide>
        <span className="small second">{t("closed")}</span>
        <Bar share={closed / total} colour="var(--bar)" />
        <span className="num small">{quantity(closed, "ha")}</span>
      </div>
    </Section>
  );
}

function classAreas(view: RegionView, assessment: AssessmentView, option: number) {
  const areas = { N: 0, S3: 0, S2: 0, S1: 0 };
  let closed = 0;
  let total = 0;
  view.areaHa.forEach((hectares, unit) => {
    const pair = unit * assessment.options.length + option;
    const score = assessment.suitability[pair];
    total += hectares;
    if (assessment.gates.cap[pair] === 0 || Number.isNaN(score)) closed += hectares;
    else areas[classOf(score)] += hectares;
  });
  return { areas, closed, total };
}

/** Every industry by the land that is open to it and at least moderately suitable. */
function OpenLand({ view, assessment }: { readonly view: RegionView; readonly assessment: AssessmentView }) {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const chosen = useStore((state) => state.option);
  const rows = assessment.options
    .map((option, index) => {
      const { areas, total } = classAreas(view, assessment, index);
      return { option, openHa: areas.N + areas.S3 + areas.S2 + areas.S1, total };
    })
    .sort((a, b) => b.openHa - a.openHa);
  return (
    <Section title={t("areaOpen")} end={quantity(1, "ha").split(" ")[1]}>
      {rows.map(({ option, openHa, total }) => (
        <button
          key={option}
          type="button"
          className="industry-row"
          data-chosen={option === chosen}
          aria-pressed={option === chosen}
          style={{ gridTemplateColumns: "22px minmax(0, 1fr) 80px 48px" }}
          onClick={() => update({ option })}
        >
          <IndustryCode option={option} />
          <span>{nameOf(option)}</span>
          <Bar share={openHa / total} />
          <span className="num">{quantity(openHa, "ha").split(" ")[0]}</span>
        </button>
      ))}
    </Section>
  );
}
