import { useEffect, useState } from "react";
import { OVERLAY_SPECS, type PairExplanation } from "#solver/assessment";
import type { Label } from "#solver/region";
import { explainPair } from "../../state/actions.ts";
import { useStore } from "../../state/store.ts";
import { unitText } from "../../ui/format-quantity.ts";
import { Section, SourceTag } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView } from "../../workers/views.ts";
import { readCurve } from "../assess/read-curve.ts";

type Explained =
  | { readonly status: "ready"; readonly of: string; readonly explanation: PairExplanation }
  | { readonly status: "failed"; readonly of: string; readonly message: string };

/** How raw cells became the score of the chosen industry on one parcel, link by link, each with its source. */
export function ScoreChain({
  unit,
  assessment,
}: {
  readonly unit: number;
  readonly assessment: AssessmentView;
}) {
  const { t } = useText();
  const option = useStore((state) => state.option);
  const [explained, setExplained] = useState<Explained>();
  const wanted = `${unit} ${option}`;
  useEffect(() => {
    let isCurrent = assessment !== undefined;
    if (!option) return;
    const of = `${unit} ${option}`;
    explainPair(unit, option).then(
      (explanation) => {
        if (isCurrent) setExplained({ status: "ready", of, explanation });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (isCurrent) setExplained({ status: "failed", of, message });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [unit, option, assessment]);
  if (explained?.of !== wanted) return null;
  return (
    <Section title={t("chain")}>
      {explained.status === "failed" ? (
        <p className="callout" data-tone="bad" role="alert">
          {t("chainFailed", { message: explained.message })}
        </p>
      ) : (
        <Chain explanation={explained.explanation} />
      )}
    </Section>
  );
}

function Chain({ explanation }: { readonly explanation: PairExplanation }) {
  const { t, pick, quantity } = useText();
  const { layers, facts, criteria, assessments, suitability, gates, parameters } = explanation;
  const titleOf = new Map(layers.map(({ id, title }) => [id, pick(title)]));
  return (
    <div data-testid="score-chain">
      <Link title={t("chainLayers")} count={layers.length}>
        {layers.map((layer) => (
          <Row
            key={layer.id}
            title={pick(layer.title)}
            value={describeLayerValue(layer)}
            label={layer.label}
            source={`${layer.file}; ${layer.source}`}
          />
        ))}
      </Link>
      <Link title={t("chainFacts")} count={facts.length}>
        {facts.map(({ id, title, value, unit, rule, layers: from, label, source }) => (
          <Row
            key={id}
            title={pick(title)}
            value={quantity(value, unit)}
            note={`${pick(rule)}; ${
              from.length > 0
                ? t("chainFrom", {
                    layers: from.map((layer) => titleOf.get(layer) ?? layer).join(t("listAnd")),
                  })
                : t("chainStation")
            }`}
            label={label}
            source={source}
          />
        ))}
      </Link>
      <Link title={t("chainCriteria")} count={criteria.length} open>
        {criteria.map(({ id, title, raw, unit, curve, membership, effectiveWeight, label, source }) => (
          <Row
            key={id}
            title={pick(title)}
            value={quantity(raw, unit)}
            note={
              curve
                ? `${readCurve(curve.function, t)} → ${t("chainMembership", {
                    value: quantity(membership, "score"),
                  })}, ${t("chainWeight", { value: quantity(effectiveWeight, "score") })}`
                : t("curveNotAsked")
            }
            label={curve?.label ?? label}
            source={curve ? `${curve.source}; ${source}` : source}
          />
        ))}
      </Link>
      <Link title={t("chainScores")} count={assessments.length} open>
        {assessments.map(({ id, title, score, effectiveWeight }) => (
          <Row
            key={id}
            title={pick(title)}
            value={quantity(score, "score")}
            note={t("chainWeight", { value: quantity(effectiveWeight, "score") })}
          />
        ))}
        <p className="chain-row">
          <b>
            {t("chainClass", {
              overlay: pick(OVERLAY_SPECS[suitability.overlay].title),
              value: quantity(suitability.value, "score"),
              code: suitability.faoClass ? t(`classCode${suitability.faoClass}`) : t("noData"),
            })}
          </b>
        </p>
      </Link>
      <Link title={t("chainGates")} count={gates.reasons.length}>
        {gates.reasons.length === 0 && <p className="chain-row quiet">{t("chainNoGate")}</p>}
        {gates.reasons.map(({ id, title, basis, share, label, source }) => (
          <Row
            key={id}
            title={pick(title)}
            value={t("chainShare", { share: quantity(share * 100, "percent") })}
            note={`§ ${pick(basis)}`}
            label={label}
            source={source}
          />
        ))}
        {gates.opened.map(({ mask, title, note }) => (
          <Row key={mask} title={pick(title)} value={t("conditionOpened")} note={pick(note)} />
        ))}
      </Link>
      <Link title={t("chainParameters")} count={parameters.length}>
        {parameters.map(({ id, title, value, unit, label, source }) => (
          <Row
            key={id}
            title={pick(title)}
            value={
              typeof value === "number"
                ? quantity(value, unit)
                : `${value.map((corner) => quantity(corner, "")).join(" – ")} ${unitText(unit)}`
            }
            label={label}
            source={source}
          />
        ))}
      </Link>
    </div>
  );

  function describeLayerValue(layer: PairExplanation["layers"][number]): string {
    if (layer.kind === "vector") return t("chainFeatures", { count: layer.features });
    const cells = t("chainCells", {
      cells: layer.cells,
      share: quantity(layer.validShare * 100, "percent"),
    });
    const most = layer.classes[0];
    if (most) return `${pick(most.title)} ${quantity(most.share * 100, "percent")}; ${cells}`;
    const range = t("chainRange", {
      min: quantity(layer.min, ""),
      max: quantity(layer.max, ""),
      mean: quantity(layer.mean, layer.unit),
    });
    return `${range}; ${cells}`;
  }
}

function Link({
  title,
  count,
  open,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly open?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <details className="chain" open={open}>
      <summary>
        {title} <span className="quiet">{count}</span>
      </summary>
      {children}
    </details>
  );
}

function Row({
  title,
  value,
  note,
  label,
  source,
}: {
  readonly title: string;
  readonly value: string;
  readonly note?: string;
  readonly label?: Label;
  readonly source?: string;
}) {
  return (
    <div className="chain-row">
      <div>
        <span className="grow">{title}</span>
        <span className="num end">{value}</span>
        {label && <SourceTag label={label} source={source} />}
      </div>
      {note && <p className="quiet">{note}</p>}
    </div>
  );
}
