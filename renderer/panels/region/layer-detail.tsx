import type { LayerDefinition } from "#solver/region";
import { viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { unitText } from "../../ui/format-quantity.ts";
import { Empty, Section, SourceTag } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { classColours, rampOf } from "../../workers/raster-legend.ts";
import type { LayerSummary } from "../../workers/views.ts";

/** Where a layer comes from and what its colours mean. */
export function LayerDetail() {
  const { t, pick } = useText();
  const view = useStore(viewOf);
  const wanted = useStore((state) => state.selectedLayer);
  const shown = useStore(
    (state) => state.layers.find(({ id, visible }) => visible && state.drawnRasters.has(id))?.id,
  );
  const definition = view?.definition.layers.find(({ id }) => id === (wanted ?? shown));
  const summary = definition && view?.layers.get(definition.id);
  if (!view || !definition || !summary) return <Empty text={t("chooseLayer")} />;
  return (
    <>
      <Section title={pick(definition.title)}>
        <dl className="facts" data-columns="1">
          <dt>{t("kind")}</dt>
          <dd>
            {summary.kind === "vector"
              ? t("kindVector", { count: summary.features })
              : t(summary.kind === "class" ? "kindClass" : "kindContinuous")}
          </dd>
          <dt>{t("file")}</dt>
          <dd style={{ overflowWrap: "anywhere" }}>{definition.file.replace(/^layers\//, "")}</dd>
          <dt>{t("source")}</dt>
          <dd>
            {definition.source} <SourceTag label={definition.label} />
          </dd>
        </dl>
      </Section>
      {summary.kind !== "vector" && (
        <Section title={t("legend")} end={definition.unit ? unitText(definition.unit) : undefined}>
          <RasterLegend definition={definition} summary={summary} />
        </Section>
      )}
    </>
  );
}

export function RasterLegend({
  definition,
  summary,
}: {
  readonly definition: LayerDefinition;
  readonly summary: LayerSummary;
}) {
  const { pick, quantity } = useText();
  if (summary.kind === "continuous") {
    return (
      <>
        <div
          className="ramp"
          style={{ background: `linear-gradient(90deg, ${rampOf(definition.id).join(", ")})` }}
        />
        <div className="ramp-ends">
          <span>{quantity(summary.low, "")}</span>
          <span>{quantity(summary.high, "")}</span>
        </div>
      </>
    );
  }
  if (summary.kind === "vector") return null;
  const colours = classColours(definition);
  const titles = new Map(definition.classes?.map(({ value, title }) => [value, pick(title)]));
  return (
    <ul className="class-list">
      {summary.shares.map(({ value, share }) => (
        <li key={value} className="row">
          <span className="swatch" style={{ background: colours.get(value) ?? "transparent" }} />
          <span className="grow">{titles.get(value) ?? value}</span>
          <span className="num second">{quantity(share * 100, "%")}</span>
        </li>
      ))}
    </ul>
  );
}
