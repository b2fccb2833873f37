import type { LayerDefinition } from "#solver/region";

/** How a layer is drawn; the list's first entry lies on top. */
export interface LayerState {
  readonly id: string;
  readonly visible: boolean;
  /** 0-1. */
  readonly opacity: number;
}

/** What orients a reader at once; everything else is one click away. */
const VISIBLE_AT_FIRST: ReadonlySet<string> = new Set([
  "villages",
  "roads",
  "rivers",
  "water-bodies",
  "boundary",
  "scenic-spots",
  "land-use",
]);

/** Points over lines over areas over rasters, so that nothing starts hidden under something larger. */
const FIRST_ORDER = [
  "villages",
  "scenic-spots",
  "plants",
  "water-sources",
  "sinkholes",
  "roads",
  "rivers",
  "water-bodies",
  "boundary",
  "drinking-water-zones",
  "permanent-basic-farmland",
  "ecological-redline",
  "reserve-core",
  "village-areas",
  "sub-basins",
  "planning-units",
  "land-use",
  "rocky-desertification",
];

/** The list a region starts with. */
export function startLayers(definitions: readonly LayerDefinition[]): readonly LayerState[] {
  const rank = ({ id, kind }: LayerDefinition) => {
    const at = FIRST_ORDER.indexOf(id);
    return at >= 0 ? at : FIRST_ORDER.length + (kind === "raster" ? 1 : 0);
  };
  return [...definitions]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, kind }) => ({ id, visible: VISIBLE_AT_FIRST.has(id), opacity: kind === "raster" ? 0.8 : 1 }));
}

export function toggleLayer(layers: readonly LayerState[], id: string): readonly LayerState[] {
  return layers.map((layer) => (layer.id === id ? { ...layer, visible: !layer.visible } : layer));
}

export function setLayerOpacity(
  layers: readonly LayerState[],
  id: string,
  opacity: number,
): readonly LayerState[] {
  const clamped = Math.min(1, Math.max(0, opacity));
  return layers.map((layer) => (layer.id === id ? { ...layer, opacity: clamped } : layer));
}

/** Moves a layer by `steps` places, negative is up; stops at the ends of the list. */
export function moveLayer(layers: readonly LayerState[], id: string, steps: number): readonly LayerState[] {
  const from = layers.findIndex((layer) => layer.id === id);
  if (from < 0) return layers;
  const to = Math.min(layers.length - 1, Math.max(0, from + steps));
  const moved = [...layers];
  const [layer] = moved.splice(from, 1);
  moved.splice(to, 0, layer);
  return moved;
}
