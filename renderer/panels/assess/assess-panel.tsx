import { Select } from "@mantine/core";
import { useState } from "react";
import { ASSESSMENT_IDS, type AssessmentId, OPTION_TITLES, type OptionId } from "#solver/region";
import { update } from "../../state/actions.ts";
import { assessmentOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { CLASS_IDS, classOf } from "../../state/suitability-class.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Bar, Empty, PanelHead, Section, SourceTag } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView, RegionView } from "../../workers/views.ts";
import { ASSESSMENT_TITLES } from "../parcel/words.ts";
import { unitText } from "../region/layer-detail.tsx";

/** The four assessments with their criteria, and how much land each industry finds. */
export function AssessPanel() {
  const { t, quantity } = useText();
  const view = useStore(viewOf);
  const state = useStore((store) => store.assessment);
  const assessment = useStore(assessmentOf);
  return (
    <>
      <PanelHead title={t("stepAssess")}>
        {assessment && (
          <span className="end quiet small">
            {t("updatedIn", { time: quantity(assessment.assessS, "s") })}
          </span>
        )}
      </PanelHead>
      <div className="panel-body">
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
            <FourAssessments view={view} assessment={assessment} />
            <IndustryChoice assessment={assessment} />
            <Classes view={view} assessment={assessment} />
            <OpenLand view={view} assessment={assessment} />
          </>
        )}
      </div>
    </>
  );
}

function FourAssessments({
  view,
  assessment,
}: {
  readonly view: RegionView;
  readonly assessment: AssessmentView;
}) {
  const { t, quantity } = useText();
  const [open, setOpen] = useState<AssessmentId>();
  const weights = view.definition.assessmentWeights;
  return (
    <Section title={t("fourAssessments")} end={t("weight")}>
      {ASSESSMENT_IDS.map((id) => (
        <div key={id}>
          <button
            type="button"
            className="bar-row"
            style={{ width: "100%", minHeight: 28 }}
            aria-expanded={open === id}
            onClick={() => setOpen(open === id ? undefined : id)}
          >
            <span style={{ fontWeight: open === id ? 600 : 400 }}>{t(ASSESSMENT_TITLES[id])}</span>
            <Bar share={weights[id] / Math.max(...Object.values(weights))} />
            <span className="num" style={{ fontWeight: 600 }}>
              {quantity(weights[id], "score")}
            </span>
          </button>
          {open === id && <Criteria assessment={assessment} of={id} />}
        </div>
      ))}
    </Section>
  );
}

function Criteria({ assessment, of }: { readonly assessment: AssessmentView; readonly of: AssessmentId }) {
  const { t, pick } = useText();
  const criteria = assessment.criteria.filter((criterion) => criterion.assessment === of);
  if (criteria.length === 0) return <p className="small quiet">{t("criteriaNone")}</p>;
  return (
    <ul style={{ background: "var(--sunken)", margin: "0 -14px", padding: "4px 14px 4px 26px" }}>
      {criteria.map(({ id, title, unit, label, source }) => (
        <li key={id} className="row small" style={{ minHeight: 24 }}>
          <span className="grow">{pick(title)}</span>
          <span className="quiet">{unitText(unit)}</span>
          <SourceTag label={label} source={source} />
        </li>
      ))}
    </ul>
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
