import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Locale } from "../ui/format-quantity.ts";
import { MAP, type ThemeName } from "../ui/tokens.ts";
import { ITALIC, REGULAR } from "./fonts.ts";
import { type Hatch, patternName } from "./patterns.ts";

export interface VectorInput {
  readonly id: string;
  readonly source: string;
  readonly theme: ThemeName;
  readonly locale: Locale;
  /** 0-1, multiplies what the layer has of its own. */
  readonly opacity: number;
}

export interface DrawnVector {
  /** True for what helps to find one's way and stays in every step. */
  readonly orients: boolean;
  readonly shapes: readonly LayerSpecification[];
  readonly labels: readonly LayerSpecification[];
}

type Draw = (input: VectorInput) => DrawnVector;

/** How a vector layer is drawn: known layers as on a topographic map, others by their geometry. */
export function drawVectorLayer(input: VectorInput): DrawnVector {
  return (KNOWN[input.id] ?? drawPlain)(input);
}

const KNOWN: Readonly<Record<string, Draw>> = {
  "water-bodies": ({ id, source, theme, opacity }) => ({
    orients: true,
    shapes: [
      { id, type: "fill", source, paint: { "fill-color": MAP[theme].water, "fill-opacity": opacity } },
    ],
    labels: [],
  }),
  rivers: (input) => ({
    orients: true,
    shapes: [
      {
        id: input.id,
        type: "line",
        source: input.source,
        layout: { "line-cap": "round", "line-join": "round" },
        paint: {
          "line-color": MAP[input.theme].water,
          "line-width": ["case", ["==", ["coalesce", ["get", "order"], 2], 1], 2.4, 1.6],
          "line-opacity": input.opacity,
        },
      },
    ],
    labels: [
      {
        id: `${input.id}-labels`,
        type: "symbol",
        source: input.source,
        layout: {
          "symbol-placement": "line",
          "text-field": nameIn(input.locale),
          "text-font": ITALIC,
          "text-size": 12,
          "text-letter-spacing": input.locale === "zh" ? 0.2 : 0.02,
          "symbol-spacing": 400,
        },
        paint: labelPaint(input.theme, input.opacity, MAP[input.theme].riverLabel),
      },
    ],
  }),
  roads: ({ id, source, theme, opacity }) => {
    const county: ExpressionSpecification = ["==", ["get", "class"], "county"];
    const { road, lane, roadCasing } = MAP[theme];
    const line = (
      part: string,
      colour: string | ExpressionSpecification,
      width: ExpressionSpecification,
      alpha: number,
    ): LayerSpecification => ({
      id: `${id}-${part}`,
      type: "line",
      source,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": colour, "line-width": width, "line-opacity": alpha * opacity },
    });
    return {
      orients: true,
      shapes: [
        line("casing", roadCasing, ["case", county, 3.8, 2.6], 0.75),
        line("surface", ["case", county, road, lane], ["case", county, 2.2, 1.2], 1),
      ],
      labels: [],
    };
  },
  boundary: ({ id, source, theme, opacity }) => ({
    orients: true,
    shapes: [
      {
        id,
        type: "line",
        source,
        paint: { "line-color": MAP[theme].label, "line-width": 1.4, "line-opacity": 0.7 * opacity },
      },
    ],
    labels: [],
  }),
  villages: (input) => {
    const seat: ExpressionSpecification = ["==", ["coalesce", ["get", "seat"], 1], 1];
    return drawPlaces(input, { orients: true, radius: 3, filter: seat });
  },
  "scenic-spots": (input) => drawPlaces(input, { orients: true, radius: 2.5, colour: "#588CDA" }),
  plants: (input) => drawPlaces(input, { orients: false, radius: 3, colour: "#A02507" }),
  "permanent-basic-farmland": (input) => drawZone(input, "farmland"),
  "drinking-water-zones": (input) => drawZone(input, "waterZone"),
  "ecological-redline": (input) => drawZone(input, "redline"),
  "reserve-core": (input) => drawZone(input, "redline"),
  "village-areas": (input) => drawAreas(input, "#7A4B94"),
  "sub-basins": (input) => drawAreas(input, "#3B5FA8"),
};

function drawZone({ id, source, theme, opacity }: VectorInput, hatch: Hatch): DrawnVector {
  const colour = MAP[theme][hatch];
  return {
    orients: false,
    shapes: [
      {
        id,
        type: "fill",
        source,
        paint: { "fill-pattern": patternName(hatch, theme), "fill-opacity": opacity },
      },
      {
        id: `${id}-edge`,
        type: "line",
        source,
        paint: { "line-color": colour, "line-width": 1, "line-opacity": 0.7 * opacity },
      },
    ],
    labels: [],
  };
}

function drawAreas(input: VectorInput, colour: string): DrawnVector {
  const { id, source, opacity } = input;
  return {
    orients: false,
    shapes: [
      {
        id,
        type: "line",
        source,
        paint: { "line-color": colour, "line-width": 1.4, "line-dasharray": [4, 2], "line-opacity": opacity },
      },
    ],
    labels: [nameLayer(input, [0, 0])],
  };
}

function drawPlaces(
  input: VectorInput,
  place: {
    readonly orients: boolean;
    readonly radius: number;
    readonly colour?: string;
    readonly filter?: ExpressionSpecification;
  },
): DrawnVector {
  const { id, source, theme, opacity } = input;
  const filter = place.filter ? { filter: place.filter } : {};
  return {
    orients: place.orients,
    shapes: [
      {
        id,
        type: "circle",
        source,
        ...filter,
        paint: {
          "circle-radius": place.radius,
          "circle-color": place.colour ?? MAP[theme].marker,
          "circle-stroke-color": MAP[theme].markerEdge,
          "circle-stroke-width": 1.5,
          "circle-opacity": opacity,
          "circle-stroke-opacity": opacity,
        },
      },
    ],
    labels: [{ ...nameLayer(input, [0.7, 0]), ...filter } as LayerSpecification],
  };
}

function nameLayer(
  { id, source, theme, locale, opacity }: VectorInput,
  offset: [number, number],
): LayerSpecification {
  return {
    id: `${id}-labels`,
    type: "symbol",
    source,
    layout: {
      "text-field": nameIn(locale),
      "text-font": REGULAR,
      "text-size": 12,
      "text-anchor": offset[0] === 0 ? "center" : "left",
      "text-offset": offset,
      "text-padding": 4,
    },
    paint: labelPaint(theme, opacity, MAP[theme].label),
  };
}

function labelPaint(theme: ThemeName, opacity: number, colour: string) {
  return {
    "text-color": colour,
    "text-halo-color": MAP[theme].halo,
    "text-halo-width": 1.6,
    "text-halo-blur": 0.3,
    "text-opacity": opacity,
  };
}

function nameIn(locale: Locale): ExpressionSpecification {
  return ["coalesce", ["get", locale], ["get", locale === "zh" ? "en" : "zh"], ""];
}

function drawPlain({ id, source, theme, opacity }: VectorInput): DrawnVector {
  const colour = MAP[theme].riverLabel;
  return {
    orients: false,
    shapes: [
      {
        id: `${id}-area`,
        type: "fill",
        source,
        filter: ["==", ["geometry-type"], "Polygon"],
        paint: { "fill-color": colour, "fill-opacity": 0.18 * opacity },
      },
      {
        id: `${id}-line`,
        type: "line",
        source,
        filter: ["!=", ["geometry-type"], "Point"],
        paint: { "line-color": colour, "line-width": 1.2, "line-opacity": opacity },
      },
      {
        id: `${id}-point`,
        type: "circle",
        source,
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": 2.5,
          "circle-color": colour,
          "circle-stroke-color": MAP[theme].marker,
          "circle-stroke-width": 1,
          "circle-opacity": opacity,
          "circle-stroke-opacity": opacity,
        },
      },
    ],
    labels: [],
  };
}
