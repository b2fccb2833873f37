import type { LayerDefinition } from "#solver/region";
import { SUITABILITY_RAMP } from "../ui/tokens.ts";

/** Low to high, for layers without a convention of their own. */
const NEUTRAL_RAMP = ["#F3F1EA", "#C9CFC6", "#93A39B", "#5F7A86", "#33505E"] as const;

/** Ramps that match what the quantity is: heights brown, water blue, warmth red, rock grey. */
const RAMPS: Readonly<Record<string, readonly string[]>> = {
  elevation: ["#5E8C6A", "#A9BE8B", "#E3D9A6", "#C49A66", "#8C6244", "#F2EEE8"],
  "bedrock-exposure": ["#F4EFE2", "#DCCFB4", "#B9A78A", "#8A7B68", "#57504A"],
  "soil-depth": ["#F7EBCF", "#D9B980", "#A97C4B", "#6B4A2C"],
  "soil-ph": ["#C65D3B", "#E8B27A", "#F3EFD8", "#9CC1B5", "#3F7F8C"],
  "vegetation-cover": [...SUITABILITY_RAMP.slice(0, 5)],
  "mean-temperature": ["#3B6FA8", "#9DC0D8", "#F3EFD8", "#E9A15E", "#B5402D"],
  "annual-precipitation": ["#EEF3EF", "#B4D2DA", "#5C9FB5", "#1E6685"],
  "travel-time": ["#F6F0DC", "#E4C58E", "#C08A4E", "#8A4B12"],
};

/** Colours of known classes by id; others take the list below in order. */
const CLASS_COLOURS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "land-use": {
    paddy: "#9AD0C2",
    dry: "#EBD9A0",
    "orchard-tea": "#C79A5B",
    forest: "#3F7A55",
    shrub: "#87AE74",
    grass: "#C7D69A",
    water: "#8FB9CE",
    built: "#B08A86",
    bare: "#BDB8B0",
  },
  "rocky-desertification": {
    none: "#E3EBDD",
    potential: "#E9DDB2",
    light: "#DDB278",
    moderate: "#BE7A4C",
    severe: "#86402F",
  },
  lithology: { limestone: "#9FB4C7", dolomite: "#C7B8D2", interbedded: "#D8C6A2", clastic: "#B98E6C" },
  "soil-type": { yellow: "#E3C16F", limestone: "#A9755A", paddy: "#8FA7A0", "yellow-brown": "#C39B5A" },
};

const OTHER_CLASSES = [
  "#8FA7C4",
  "#D8B48A",
  "#A5BE86",
  "#C79BB0",
  "#B9B4A8",
  "#7FA8A0",
  "#D9CF8F",
  "#9A8E7A",
];

/** Colours from the lowest to the highest value of a continuous layer. */
export function rampOf(layerId: string): readonly string[] {
  return RAMPS[layerId] ?? NEUTRAL_RAMP;
}

/** Colour of each class value of a class layer. */
export function classColours(layer: LayerDefinition): ReadonlyMap<number, string> {
  const known = CLASS_COLOURS[layer.id] ?? {};
  return new Map(
    (layer.classes ?? []).map(({ value, id }, at) => [
      value,
      known[id] ?? OTHER_CLASSES[at % OTHER_CLASSES.length],
    ]),
  );
}
