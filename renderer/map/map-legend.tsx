import { useComputedColorScheme } from "@mantine/core";
import { useState } from "react";
import type { OptionId } from "#solver/region";
import { useDifference } from "../panels/compare/compare-panel.tsx";
import { RasterLegend } from "../panels/region/layer-detail.tsx";
import { update } from "../state/actions.ts";
import { assessmentOf, leadingOf, shownRunOf, viewOf } from "../state/select.ts";
import { useStore } from "../state/store.ts";
import { CLASS_CUTS, histogramOf } from "../state/suitability-class.ts";
import { unitText } from "../ui/format-quantity.ts";
import { IndustryCode, useIndustryName } from "../ui/industry-code.tsx";
import { IconButton } from "../ui/parts.tsx";
import { PARCEL_STATE, SUITABILITY_RAMP } from "../ui/tokens.ts";
import { useText } from "../ui/use-text.ts";
import type { AssessmentView, CriterionView, RegionView } from "../workers/views.ts";
import {
  closedBy,
  findBest,
  GATE_LOOK,
  type GateKind,
  gatesOfPair,
  LIMITING_COLOURS,
  opennessOf,
  RAW_RAMP,
  rankLimiting,
} from "./paint-parcels.ts";
import { LAW_HATCHES, type LawHatch, patternCss } from "./patterns.ts";

/** What the colours of the map mean, always with a code, a pattern or a word. */
export function MapLegend() {
  const { t } = useText();
  const open = useStore((state) => state.legendOpen);
  const narrow = window.innerWidth < 1180;
  const [shown, setShown] = useState(!narrow);
  const content = useLegend();
  if (!content) return null;
  if (!open || !shown) {
    return (
      <button
        type="button"
        className="floating map-legend-button"
        onClick={() => {
          update({ legendOpen: true });
          setShown(true);
        }}
      >
        {t("showLegend")}
      </button>
    );
  }
  return (
    <section className="floating map-legend" aria-label={t("legend")}>
      <div className="row" style={{ minHeight: 24 }}>
        <b>{content.title}</b>
        {content.note && <span className="quiet small">{content.note}</span>}
        <span className="end">
          <IconButton small label={t("hideLegend")} onClick={() => setShown(false)}>
            ×
          </IconButton>
        </span>
      </div>
      {content.body}
    </section>
  );
}

interface LegendContent {
  readonly title: string;
  readonly note?: string;
  readonly body: React.ReactNode;
}

function useLegend(): LegendContent | undefined {
  const { t, pick } = useText();
  const nameOf = useIndustryName();
  const state = useStore();
  const view = viewOf(state);
  const assessment = assessmentOf(state);
  if (!view) return undefined;
  if (state.step === "region") {
    const top = state.layers.find(({ id, visible }) => visible && state.drawnRasters.has(id));
    const definition = view.definition.layers.find(({ id }) => id === top?.id);
    const summary = definition && view.layers.get(definition.id);
    if (!definition || !summary) return undefined;
    return {
      title: pick(definition.title),
      note: definition.unit ? unitText(definition.unit) : undefined,
      body: <RasterLegend definition={definition} summary={summary} />,
    };
  }
  if (!assessment) return undefined;
  if (state.step === "assess") {
    const option = state.option ?? assessment.options[0];
    const index = assessment.options.indexOf(option);
    const { assessMode, criterionView } = state;
    if (assessMode === "raw" || assessMode === "membership") {
      const spec = assessment.criteria.find(({ id }) => id === criterionView?.criterion);
      if (!spec || !criterionView) return undefined;
      return {
        title: pick(spec.title),
        note: assessMode === "raw" ? unitText(spec.unit) : nameOf(option),
        body: <CriterionLegend criterion={criterionView} shows={assessMode} unit={spec.unit} />,
      };
    }
    if (assessMode === "best") {
      return {
        title: t("modeBest"),
        note: t("factArea"),
        body: <UsesLegend view={view} assessment={assessment} leading={findBest(assessment)} />,
      };
    }
    const titles = { suitability: "modeSuitability", limiting: "modeLimiting", gates: "modeGates" } as const;
    const Body = { suitability: SuitabilityLegend, limiting: LimitingLegend, gates: GatesLegend }[assessMode];
    return {
      title: t(titles[assessMode]),
      note: nameOf(option),
      body: <Body view={view} assessment={assessment} option={index} />,
    };
  }
  if (state.step === "compare") {
    const plan = state.compareMode === "a" ? state.planA : state.planB;
    const leading = leadingOf(state, plan);
    if (!leading) return undefined;
    return {
      title: t(
        state.compareMode === "difference" ? "modeDifference" : state.compareMode === "a" ? "planA" : "planB",
      ),
      body: <CompareLegend view={view} assessment={assessment} leading={leading} />,
    };
  }
  const result = shownRunOf(state)?.result;
  const leading =
    state.planMode === "second"
      ? result?.explanation.runnerUp
      : state.planMode === "whole" && result?.whole.found
        ? result.whole.leading
        : result?.leading;
  const titles = { layout: "modeLayout", whole: "modeWhole", second: "modeSecond" } as const;
  return {
    title: result ? t(titles[state.planMode]) : t("asIs"),
    note: t("factArea"),
    body: <UsesLegend view={view} assessment={assessment} leading={leading} />,
  };
}

interface LegendProps {
  readonly view: RegionView;
  readonly assessment: AssessmentView;
  readonly option: number;
}

const BINS = 21;

function SuitabilityLegend({ view, assessment, option }: LegendProps) {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const count = assessment.options.length;
  const scores = Float32Array.from(view.areaHa, (_, unit) => assessment.suitability[unit * count + option]);
  const heights = histogramOf(scores, view.areaHa, BINS);
  const highest = Math.max(...heights, 1e-9);
  return (
    <div style={{ width: 224 }}>
      <svg
        viewBox={`0 0 ${BINS * 10} 34`}
        width="100%"
        height={34}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("histogramLabel", { industry: nameOf(assessment.options[option]) })}
      >
        {Array.from(heights, (height, bin) => ({ height, left: bin * 10 })).map(({ height, left }) => (
          <rect
            key={left}
            x={left + 0.5}
            y={34 - (height / highest) * 32}
            width={9}
            height={(height / highest) * 32}
            fill="var(--bar)"
          />
        ))}
      </svg>
      <div className="ramp">
        {SUITABILITY_RAMP.map((colour) => (
          <span key={colour} style={{ background: colour }} />
        ))}
      </div>
      <div className="ramp-ends" style={{ position: "relative", height: 16 }}>
        <span>0</span>
        {CLASS_CUTS.map((cut, at) => (
          <span
            key={cut}
            style={{ position: "absolute", left: `${cut * 100}%`, transform: "translateX(-50%)" }}
          >
            {quantity(cut, "score").replace(/^0/, "")} {t(`classCode${(["S3", "S2", "S1"] as const)[at]}`)}
          </span>
        ))}
        <span>1</span>
      </div>
      <ClosedRows view={view} assessment={assessment} option={option} />
    </div>
  );
}

function CriterionLegend({
  criterion: { statistics },
  shows,
  unit,
}: {
  readonly criterion: CriterionView;
  readonly shows: "raw" | "membership";
  readonly unit: string;
}) {
  const { t, quantity } = useText();
  const ramp = shows === "raw" ? RAW_RAMP : SUITABILITY_RAMP;
  const ends = shows === "raw" ? [statistics.min, statistics.max] : [0, 1];
  return (
    <div style={{ width: 224 }}>
      <div className="ramp">
        {ramp.map((colour) => (
          <span key={colour} style={{ background: colour }} />
        ))}
      </div>
      <div className="ramp-ends">
        {ends.map((end) => (
          <span key={end}>{quantity(end, shows === "raw" ? unit : "score")}</span>
        ))}
      </div>
      <p className="small second" style={{ marginTop: 4 }}>
        {t("withoutValue", { share: quantity(statistics.withoutData * 100, "%") })}
      </p>
    </div>
  );
}

/** Masks that close the industry, the widest first, each with the article it rests on. */
function GateArticles({ view, assessment, option }: LegendProps) {
  const { pick, quantity } = useText();
  const count = assessment.options.length;
  const areas = new Map<number, number>();
  view.areaHa.forEach((hectares, unit) => {
    for (const { mask, share } of gatesOfPair(assessment, unit * count + option))
      areas.set(mask, (areas.get(mask) ?? 0) + hectares * share);
  });
  const laws = [...areas]
    .filter(([mask, hectares]) => assessment.gates.masks[mask].kind === "law" && hectares > 0.05)
    .sort(([, a], [, b]) => b - a);
  return (
    <ul style={{ marginTop: 4 }}>
      {laws.slice(0, 4).map(([mask, hectares]) => (
        <li key={mask} className="small" style={{ display: "flex", gap: 8, maxWidth: 260 }}>
          <span className="grow quiet">§ {pick(assessment.gates.masks[mask].basis)}</span>
          <span className="num second">{quantity(hectares, "ha")}</span>
        </li>
      ))}
    </ul>
  );
}

const CLOSED_TITLES = {
  farmland: "gateFarmland",
  waterZone: "gateWater",
  redline: "gateRedline",
  law: "gateOtherLaw",
  envelope: "gateEnvelope",
  "present-use": "gatePresentUse",
  "no-data": "gateNoData",
} as const satisfies Record<GateKind, string>;

/** What is closed and by what, with the hatch it has on the map. */
function ClosedRows({ view, assessment, option }: LegendProps) {
  const { t, quantity } = useText();
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const count = assessment.options.length;
  const areas = new Map<GateKind, number>();
  view.areaHa.forEach((hectares, unit) => {
    const kind = closedBy(assessment, unit * count + option);
    if (kind) areas.set(kind, (areas.get(kind) ?? 0) + hectares);
  });
  const background = (kind: GateKind): React.CSSProperties => {
    if (LAW_HATCHES.includes(kind as LawHatch))
      return { backgroundColor: PARCEL_STATE.blocked, backgroundImage: patternCss(kind as LawHatch, theme) };
    if (kind === "present-use") return { background: PARCEL_STATE.asIs };
    return {
      background:
        kind === "envelope" ? PARCEL_STATE.unsuitable : kind === "law" ? PARCEL_STATE.blocked : "transparent",
    };
  };
  return (
    <ul style={{ marginTop: 4 }}>
      {(Object.keys(CLOSED_TITLES) as GateKind[])
        .filter((kind) => (areas.get(kind) ?? 0) > 0.05)
        .map((kind) => (
          <li key={kind} className="legend-row">
            <span className="swatch" style={background(kind)} />
            <span className="grow">{t(CLOSED_TITLES[kind])}</span>
            <span className="num second">{quantity(areas.get(kind) ?? 0, "ha")}</span>
          </li>
        ))}
    </ul>
  );
}

function LimitingLegend({ view, assessment, option }: LegendProps) {
  const { pick, quantity, t } = useText();
  const ranked = rankLimiting(assessment, option, view.areaHa);
  const rest = ranked.slice(LIMITING_COLOURS.length).reduce((sum, { areaHa }) => sum + areaHa, 0);
  return (
    <ul>
      {ranked.slice(0, LIMITING_COLOURS.length).map(({ criterion, areaHa }, at) => (
        <li key={criterion} className="legend-row">
          <span className="swatch" style={{ background: LIMITING_COLOURS[at] }} />
          <span className="grow">{pick(assessment.criteria[criterion].title)}</span>
          <span className="num second">{quantity(areaHa, "ha")}</span>
        </li>
      ))}
      {rest > 0 && (
        <li className="legend-row">
          <span className="swatch" style={{ background: "#A9A9A4" }} />
          <span className="grow">{t("moreRows", { count: ranked.length - LIMITING_COLOURS.length })}</span>
          <span className="num second">{quantity(rest, "ha")}</span>
        </li>
      )}
    </ul>
  );
}

function GatesLegend({ view, assessment, option }: LegendProps) {
  const { t, quantity } = useText();
  const count = assessment.options.length;
  const areas = { open: 0, conditional: 0, part: 0 };
  view.areaHa.forEach((hectares, unit) => {
    const pair = unit * count + option;
    if (assessment.gates.cap[pair] > 0) areas[opennessOf(assessment, pair)] += hectares;
  });
  const titles = { open: "gateOpen", conditional: "gateConditional", part: "gatePart" } as const;
  return (
    <>
      <ul>
        {(["open", "conditional", "part"] as const).map((kind) => (
          <li key={kind} className="legend-row">
            <span className="swatch" style={{ background: GATE_LOOK[kind] }} />
            <span className="grow">{t(titles[kind])}</span>
            <span className="num second">{quantity(areas[kind], "ha")}</span>
          </li>
        ))}
      </ul>
      <ClosedRows view={view} assessment={assessment} option={option} />
      <GateArticles view={view} assessment={assessment} option={option} />
    </>
  );
}

/** Rows of the legend before the rest is asked for. */
const ROWS_SHOWN = 8;

function UsesLegend({
  view,
  assessment,
  leading,
}: {
  readonly view: RegionView;
  readonly assessment: AssessmentView;
  readonly leading: Int16Array | undefined;
}) {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const [all, setAll] = useState(false);
  const { rows, standHa, asIsHa } = areasOnMap(view, assessment, leading);
  const hidden = all ? [] : rows.slice(ROWS_SHOWN);
  const number = (hectares: number) => quantity(hectares, "ha");
  return (
    <ul data-long={rows.length > ROWS_SHOWN || undefined}>
      {(all ? rows : rows.slice(0, ROWS_SHOWN)).map(({ option, stand, areaHa }) => (
        <li key={`${option} ${stand}`} className="legend-row">
          <IndustryCode option={option} stand={stand} />
          <span className="grow">
            {stand === "" ? nameOf(option) : t("renovatedOf", { industry: nameOf(stand) })}
          </span>
          <span className="num second">{number(areaHa)}</span>
        </li>
      ))}
      {rows.length > ROWS_SHOWN && (
        <li>
          <button type="button" className="legend-row link" onClick={() => setAll(!all)}>
            {all ? t("fewerRows") : t("moreRows", { count: hidden.length })}
          </button>
        </li>
      )}
      {standHa > 0 && (
        <li className="legend-row">
          <span
            className="swatch"
            style={{ background: "linear-gradient(90deg, #B6A2D7 50%, #82BCBB 50%)" }}
          />
          <span className="grow">{t("asIsStand")}</span>
          <span className="num second">{number(standHa)}</span>
        </li>
      )}
      <li className="legend-row">
        <IndustryCode option="" />
        <span className="grow">{t("asIs")}</span>
        <span className="num second">{number(asIsHa)}</span>
      </li>
    </ul>
  );
}

interface UseOnMap {
  readonly option: OptionId;
  /** Industry of the stand where it is renovated, "" otherwise. */
  readonly stand: OptionId | "";
  readonly areaHa: number;
}

/** What the colours of the map cover by the leading use, whole parcels counted, the largest first. */
function areasOnMap(
  { areaHa }: RegionView,
  { options, stand }: AssessmentView,
  leading: Int16Array | undefined,
): { readonly rows: readonly UseOnMap[]; readonly standHa: number; readonly asIsHa: number } {
  const rows = new Map<string, { option: OptionId; stand: OptionId | ""; areaHa: number }>();
  let standHa = 0;
  let asIsHa = 0;
  areaHa.forEach((hectares, unit) => {
    const use = leading?.[unit] ?? -1;
    if (use < 0 && stand[unit] === "") asIsHa += hectares;
    else if (use < 0) standHa += hectares;
    else {
      const option = options[use];
      const renovated = option === "RN" ? stand[unit] : "";
      const key = `${option} ${renovated}`;
      const row = rows.get(key) ?? { option, stand: renovated, areaHa: 0 };
      row.areaHa += hectares;
      rows.set(key, row);
    }
  });
  return { rows: [...rows.values()].sort((a, b) => b.areaHa - a.areaHa), standHa, asIsHa };
}

function CompareLegend({
  view,
  assessment,
  leading,
}: {
  readonly view: RegionView;
  readonly assessment: AssessmentView;
  readonly leading: Int16Array;
}) {
  const { t, quantity } = useText();
  const difference = useDifference();
  return (
    <>
      {difference && (
        <div className="legend-row" style={{ marginBottom: 4 }}>
          <span
            className="swatch"
            style={{ background: "var(--bar)", boxShadow: "inset 0 0 0 2px var(--pick)" }}
          />
          <span className="grow">{t("changed")}</span>
          <span className="num second">{quantity(difference.areaHa, "ha")}</span>
        </div>
      )}
      <UsesLegend view={view} assessment={assessment} leading={leading} />
    </>
  );
}
