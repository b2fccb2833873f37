import { Button, Slider } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconEye, IconEyeOff } from "@tabler/icons-react";
import { useDeferredValue, useState } from "react";
import type { LayerDefinition } from "#solver/region";
import { SAMPLE_REGIONS } from "../../host/sample-regions.ts";
import { drawVisibleRasters, openSampleRegion, update } from "../../state/actions.ts";
import { type LayerState, moveLayer, setLayerOpacity, toggleLayer } from "../../state/layer-list.ts";
import { viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { IconButton, PanelHead, Section, SourceTag } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { RegionView } from "../../workers/views.ts";

const ICON = { size: 16, stroke: 1.5, "aria-hidden": true } as const;

/** Choose a region; then its layers, how they were brought together, and its planning units. */
export function RegionPanel() {
  const { t, quantity } = useText();
  // A region brings a row of buttons for each of its twenty layers: they may come a moment later.
  const view = useDeferredValue(useStore(viewOf));
  const openId = useStore((state) => ("id" in state.region ? state.region.id : undefined));
  return (
    <>
      <PanelHead title={t("stepRegion")}>
        {view && (
          <span className="end quiet small">{t("statusReady", { time: quantity(view.readS, "s") })}</span>
        )}
      </PanelHead>
      <div className="panel-body">
        <Section title={t("sampleRegions")}>
          <ul style={{ display: "grid", gap: 4 }}>
            {SAMPLE_REGIONS.map((sample) => (
              <SampleRow key={sample.id} id={sample.id} isOpen={sample.id === openId} />
            ))}
          </ul>
        </Section>
        {view && <LayerList view={view} />}
        {view && <AlignmentSection view={view} />}
        {view && <UnitsSection view={view} />}
      </div>
    </>
  );
}

function SampleRow({ id, isOpen }: { readonly id: string; readonly isOpen: boolean }) {
  const { t, pick } = useText();
  const sample = SAMPLE_REGIONS.find((entry) => entry.id === id);
  if (!sample) return null;
  return (
    <li className="row" style={{ minHeight: 40 }}>
      <span className="grow">
        <span style={{ display: "block", fontWeight: isOpen ? 600 : 400 }}>{pick(sample.name)}</span>
        <span className="quiet small">{pick(sample.landform)}</span>
      </span>
      <Button
        variant="default"
        data-testid={`open-${id}`}
        disabled={isOpen}
        aria-label={`${isOpen ? t("opened") : t("open")}: ${pick(sample.name)}`}
        onClick={() => void openSampleRegion(id)}
      >
        {isOpen ? t("opened") : t("open")}
      </Button>
    </li>
  );
}

function LayerList({ view }: { readonly view: RegionView }) {
  const { t } = useText();
  const layers = useStore((state) => state.layers);
  const [over, setOver] = useState<string>();
  const definitions = new Map(view.definition.layers.map((layer) => [layer.id, layer]));
  const dropOn = (targetId: string, draggedId: string) => {
    const from = layers.findIndex(({ id }) => id === draggedId);
    const to = layers.findIndex(({ id }) => id === targetId);
    setOver(undefined);
    if (from >= 0 && to >= 0) update({ layers: moveLayer(layers, draggedId, to - from) });
  };
  return (
    <Section title={t("layers")} count={layers.length} end={t("layersTopFirst")}>
      <ul>
        {layers.map((layer, at) => {
          const definition = definitions.get(layer.id);
          if (!definition) return null;
          return (
            <LayerRow
              key={layer.id}
              layer={layer}
              definition={definition}
              isFirst={at === 0}
              isLast={at === layers.length - 1}
              isOver={over === layer.id}
              onOver={setOver}
              onDrop={dropOn}
            />
          );
        })}
      </ul>
    </Section>
  );
}

function LayerRow({
  layer,
  definition,
  isFirst,
  isLast,
  isOver,
  onOver,
  onDrop,
}: {
  readonly layer: LayerState;
  readonly definition: LayerDefinition;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isOver: boolean;
  readonly onOver: (id: string | undefined) => void;
  readonly onDrop: (targetId: string, draggedId: string) => void;
}) {
  const { t, pick, quantity } = useText();
  const selected = useStore((state) => state.selectedLayer === layer.id);
  const title = pick(definition.title);
  const change = (edit: (layers: readonly LayerState[]) => readonly LayerState[]) => {
    update((state) => ({ layers: edit(state.layers) }));
    drawVisibleRasters();
  };
  return (
    <li
      draggable
      onDragStart={(event) => event.dataTransfer.setData("text/plain", layer.id)}
      onDragOver={(event) => {
        event.preventDefault();
        onOver(layer.id);
      }}
      onDragEnd={() => onOver(undefined)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(layer.id, event.dataTransfer.getData("text/plain"));
      }}
    >
      <div
        className="layer-row"
        data-selected={selected}
        data-visible={layer.visible}
        data-dragged={isOver ? "over" : undefined}
        data-testid={`layer-${layer.id}`}
      >
        <IconButton
          small
          label={t(layer.visible ? "hideLayer" : "showLayer", { layer: title })}
          pressed={layer.visible}
          onClick={() => change((layers) => toggleLayer(layers, layer.id))}
        >
          {layer.visible ? <IconEye {...ICON} /> : <IconEyeOff {...ICON} />}
        </IconButton>
        <button
          type="button"
          className="layer-name"
          aria-expanded={selected}
          onClick={() => update({ selectedLayer: selected ? undefined : layer.id, inspectorTab: "layer" })}
        >
          {title}
        </button>
        <SourceTag label={definition.label} source={definition.source} />
        <IconButton
          small
          label={t("moveUp", { layer: title })}
          disabled={isFirst}
          onClick={() => change((layers) => moveLayer(layers, layer.id, -1))}
        >
          <IconChevronUp {...ICON} />
        </IconButton>
        <IconButton
          small
          label={t("moveDown", { layer: title })}
          disabled={isLast}
          onClick={() => change((layers) => moveLayer(layers, layer.id, 1))}
        >
          <IconChevronDown {...ICON} />
        </IconButton>
      </div>
      {selected && (
        <div className="layer-options">
          <div className="row">
            <span className="small second">{t("opacity")}</span>
            <Slider
              className="grow"
              thumbLabel={t("opacityOf", { layer: title })}
              label={null}
              value={Math.round(layer.opacity * 100)}
              onChange={(value) => change((layers) => setLayerOpacity(layers, layer.id, value / 100))}
            />
            <span className="num small" style={{ width: 48 }}>
              {quantity(Math.round(layer.opacity * 100), "percent")}
            </span>
          </div>
        </div>
      )}
    </li>
  );
}

function AlignmentSection({ view }: { readonly view: RegionView }) {
  const { t, pick } = useText();
  const done = view.alignment.filter(({ action }) => action !== "none");
  const titles = new Map(view.definition.layers.map(({ id, title }) => [id, title]));
  const count = (part: string) => done.filter(({ action }) => action.includes(part)).length;
  return (
    <Section title={t("alignment")}>
      <p className="small second">
        {done.length === 0
          ? t("alignmentNone")
          : t("alignmentSome", {
              reprojected: count("reprojected"),
              resampled: count("resampled"),
              repaired: count("repaired"),
            })}
      </p>
      {done.length > 0 && (
        <details className="small">
          <summary className="link">{t("issueDetails")}</summary>
          <ul>
            {done.map(({ layer, action, from, amount }) => {
              const key = {
                reprojected: "alignmentReprojected",
                resampled: "alignmentResampled",
                "reprojected-and-resampled": "alignmentBoth",
                repaired: "alignmentRepaired",
                none: "alignmentNone",
              } as const;
              const title = titles.get(layer);
              return (
                <li key={`${layer}-${action}`} className="row" style={{ alignItems: "baseline" }}>
                  <span className="grow">{title ? pick(title) : layer}</span>
                  <span className="quiet">{t(key[action], { from, count: amount })}</span>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </Section>
  );
}

function UnitsSection({ view }: { readonly view: RegionView }) {
  const { t, quantity } = useText();
  const sorted = Float64Array.from(view.areaHa).sort();
  const total = sorted.reduce((sum, area) => sum + area, 0);
  const { cols, rows, cellSizeM } = view.definition.grid;
  return (
    <Section title={t("units")}>
      <dl className="facts" data-columns="1">
        <dt>{t("unitsCount")}</dt>
        <dd>{quantity(sorted.length, "count")}</dd>
        <dt>{t("unitsArea")}</dt>
        <dd>{quantity(total, "ha")}</dd>
        <dt>{t("unitsMedian")}</dt>
        <dd>{quantity(sorted[sorted.length >> 1], "ha")}</dd>
        <dt>{t("cells")}</dt>
        <dd>
          {cols} × {rows}, {quantity(cellSizeM, "m")}
        </dd>
        <dt>{t("crs")}</dt>
        <dd>{view.definition.crs}</dd>
        <dt>{t("files")}</dt>
        <dd>{view.fileCount}</dd>
      </dl>
    </Section>
  );
}
