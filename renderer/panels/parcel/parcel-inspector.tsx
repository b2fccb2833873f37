import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { ASSESSMENT_IDS, type OptionId } from "#solver/region";
import { gatesOfPair } from "../../map/paint-parcels.ts";
import { selectUnit, update } from "../../state/actions.ts";
import { assessmentOf, shownRunOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { classOf } from "../../state/suitability-class.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Bar, Empty, IconButton, PanelHead, Section } from "../../ui/parts.tsx";
import { useText, type Words } from "../../ui/use-text.ts";
import type { AssessmentView, RegionView } from "../../workers/views.ts";
import { ParcelPlan } from "./parcel-plan.tsx";
import { ScoreChain } from "./score-chain.tsx";
import { ASSESSMENT_TITLES, gradeKey, landUseKey } from "./words.ts";

/** Everything known of one parcel: facts, why an industry suits it, what is possible, what is not and why. */
export function ParcelInspector() {
  const { t } = useText();
  const view = useStore(viewOf);
  const unit = useStore((state) => state.selectedUnit);
  const assessment = useStore(assessmentOf);
  if (!view || unit === undefined) return <Empty text={t("noParcel")} />;
  return (
    <div data-testid="parcel-inspector" data-unit-id={view.unitIds[unit]}>
      <PanelHead title={t("parcel", { id: view.unitIds[unit] })}>
        {assessment && <span className="chip">{t(landUseKey(assessment.landUse[unit]))}</span>}
        <span className="end">
          <IconButton label={t("closeParcel")} onClick={() => selectUnit(undefined)}>
            <IconX size={16} stroke={1.5} aria-hidden />
          </IconButton>
        </span>
      </PanelHead>
      {assessment ? <AssessedParcel view={view} unit={unit} assessment={assessment} /> : null}
    </div>
  );
}

interface ParcelProps {
  readonly view: RegionView;
  readonly unit: number;
  readonly assessment: AssessmentView;
}

function AssessedParcel(props: ParcelProps) {
  const run = useStore(shownRunOf);
  const step = useStore((state) => state.step);
  const planned = run?.result !== undefined && step !== "region" && step !== "assess";
  return (
    <>
      <Facts {...props} />
      {planned && run?.result && <ParcelPlan {...props} result={run.result} />}
      <WhyHere {...props} />
      <ScoreChain unit={props.unit} assessment={props.assessment} />
      <AllIndustries {...props} />
      <NotPossible {...props} />
    </>
  );
}

function Facts({ view, unit, assessment }: ParcelProps) {
  const { t, pick, quantity } = useText();
  const fact = (id: string) => assessment.facts.get(id)?.[unit] ?? Number.NaN;
  const village = assessment.village.names[assessment.village.of[unit]];
  const stand = assessment.stand[unit];
  const nameOf = useIndustryName();
  return (
    <Section>
      <dl className="facts">
        <dt>{t("factArea")}</dt>
        <dd>{quantity(view.areaHa[unit], "ha")}</dd>
        <dt>{t("factElevation")}</dt>
        <dd>{quantity(fact("elevationM"), "m")}</dd>
        <dt>{t("factSlope")}</dt>
        <dd>{quantity(fact("slopeDeg"), "deg")}</dd>
        <dt>{t("factSoilDepth")}</dt>
        <dd>{quantity(fact("soilDepthCm"), "cm")}</dd>
        <dt>{t("factBedrock")}</dt>
        <dd>{quantity(fact("bedrockPct"), "percent")}</dd>
        <dt>{t("factGrade")}</dt>
        <dd>{t(gradeKey(fact("grade")))}</dd>
        <dt>{t("factPh")}</dt>
        <dd>{quantity(fact("ph"), "pH")}</dd>
        <dt>{t("factVillage")}</dt>
        <dd>{village ? pick(village) : t("noData")}</dd>
      </dl>
      {stand !== "" && (
        <p className="row small" style={{ marginTop: 6 }}>
          <IndustryCode option={stand} />
          {t("existingStand", { industry: nameOf(stand) })}
        </p>
      )}
    </Section>
  );
}

/** The chosen industry's four scores, and what holds it down. */
function WhyHere({ unit, assessment }: ParcelProps) {
  const words = useText();
  const { t, pick, quantity } = words;
  const nameOf = useIndustryName();
  const chosen = useStore((state) => state.option);
  if (!chosen) return null;
  const option = assessment.options.indexOf(chosen);
  const pair = unit * assessment.options.length + option;
  const suitability = assessment.suitability[pair];
  const limiting = assessment.criteria[assessment.limiting[pair]];
  const isOpen = assessment.gates.cap[pair] > 0;
  const worst = limiting ? assessment.scores[limiting.assessment][pair] : Number.NaN;
  return (
    <Section
      title={
        <span className="row">
          <IndustryCode option={chosen} />
          {t("why", { industry: nameOf(chosen) })}
        </span>
      }
      end={
        <span className="row" style={{ color: "var(--text)" }}>
          <b>{quantity(suitability, "score")}</b>
          {isOpen && <ClassChip score={suitability} />}
        </span>
      }
    >
      {isOpen &&
        ASSESSMENT_IDS.map((id) => (
          <div key={id} className="bar-row">
            <span>{t(ASSESSMENT_TITLES[id])}</span>
            <Bar share={assessment.scores[id][pair]} />
            <span className="num">{quantity(assessment.scores[id][pair], "score")}</span>
          </div>
        ))}
      {isOpen && limiting && (
        <p className="callout" data-tone="warn" style={{ marginTop: 8 }}>
          <b>{t("limitingFactor", { factor: pick(limiting.title) })}</b>{" "}
          {Number.isFinite(worst) && t("limitingScore", { score: quantity(worst, "score") })}
        </p>
      )}
      {!isOpen && (
        <p className="callout" style={{ marginTop: 8 }}>
          {t("closedPair", { reason: gateReason(assessment, pair, words) })}
        </p>
      )}
    </Section>
  );
}

export function ClassChip({ score }: { readonly score: number }) {
  const { t } = useText();
  const suitabilityClass = classOf(score);
  const tones = { S1: "ok", S2: "accent", S3: "warn", N: undefined } as const;
  return (
    <span className="chip" data-tone={tones[suitabilityClass]}>
      {t(`classCode${suitabilityClass}`)}
    </span>
  );
}

/** Rows shown before the rest is asked for. */
const ROWS_SHOWN = 6;

function AllIndustries({ unit, assessment }: ParcelProps) {
  const { t, pick, quantity } = useText();
  const nameOf = useIndustryName();
  const chosen = useStore((state) => state.option);
  const [all, setAll] = useState(false);
  const count = assessment.options.length;
  const open = assessment.options
    .map((option, index) => ({ option, pair: unit * count + index }))
    .filter(({ pair }) => assessment.gates.cap[pair] > 0)
    .sort((a, b) => assessment.suitability[b.pair] - assessment.suitability[a.pair]);
  if (open.length === 0) return null;
  const shown = all ? open : open.slice(0, ROWS_SHOWN);
  return (
    <Section title={t("allIndustries")} end={t("score")}>
      {shown.map(({ option, pair }) => {
        const limiting = assessment.criteria[assessment.limiting[pair]];
        const cap = assessment.gates.cap[pair];
        const remarks = [
          limiting && pick(limiting.title),
          cap < 1 && t("partOnly", { share: quantity(cap * 100, "percent") }),
          assessment.gates.conditional[pair] === 1 && t("conditionOpened"),
        ].filter(Boolean);
        return (
          <button
            key={option}
            type="button"
            className="industry-row"
            data-chosen={option === chosen}
            aria-pressed={option === chosen}
            onClick={() => update({ option })}
          >
            <IndustryCode option={option} stand={assessment.stand[unit]} />
            <span>{nameOf(option)}</span>
            <Bar share={assessment.suitability[pair]} />
            <span className="num">{quantity(assessment.suitability[pair], "score")}</span>
            <span className="under">{remarks.join(t("listAnd"))}</span>
          </button>
        );
      })}
      {open.length > ROWS_SHOWN && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? t("showLess") : t("moreRows", { count: open.length - ROWS_SHOWN })}
        </button>
      )}
    </Section>
  );
}

function NotPossible({ unit, assessment }: ParcelProps) {
  const words = useText();
  const { t } = words;
  const [all, setAll] = useState(false);
  const count = assessment.options.length;
  const closed = assessment.options
    .map((option, index) => ({ option, pair: unit * count + index }))
    .filter(({ pair }) => assessment.gates.cap[pair] === 0);
  if (closed.length === 0) return null;
  const shown = all ? closed : closed.slice(0, ROWS_SHOWN);
  return (
    <Section
      title={t("notPossible")}
      count={closed.length}
      end={
        closed.length > ROWS_SHOWN && (
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? t("showLess") : t("showAll")}
          </button>
        )
      }
    >
      {shown.map(({ option, pair }) => (
        <ClosedRow key={option} option={option} reason={gateReason(assessment, pair, words)} />
      ))}
    </Section>
  );
}

function ClosedRow({ option, reason }: { readonly option: OptionId; readonly reason: string }) {
  const nameOf = useIndustryName();
  return (
    <div className="gate-row">
      <IndustryCode option={option} />
      <span>{nameOf(option)}</span>
      <span>{reason}</span>
    </div>
  );
}

/** Names of the gates on a pair; a legal one carries the paragraph sign. */
function gateReason(assessment: AssessmentView, pair: number, { t, pick }: Words): string {
  const titles = gatesOfPair(assessment, pair).map(({ mask }) => {
    const { kind, title } = assessment.gates.masks[mask];
    return kind === "law" ? `§ ${pick(title)}` : pick(title);
  });
  return titles.length > 0 ? [...new Set(titles)].join(t("listAnd")) : t("noData");
}
