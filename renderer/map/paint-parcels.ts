import type { OptionId } from "#solver/region";
import { parseHex } from "../ui/colour-difference.ts";
import { lookOf } from "../ui/industries.ts";
import { PARCEL_STATE, SUITABILITY_RAMP } from "../ui/tokens.ts";
import type { AssessmentView, CriterionView } from "../workers/views.ts";
import type { Hatch, LawHatch } from "./patterns.ts";

/** What each parcel looks like: a colour, or "" for none, and how much of the theme's fill opacity it takes. */
export interface ParcelPaint {
  readonly colours: readonly string[];
  /** 0-1 per unit; absent = 1 everywhere. */
  readonly strength?: Float32Array;
  /** Units closed by each kind of law, and stands to be renovated, drawn with their hatch. */
  readonly hatched: Readonly<Record<Hatch, readonly number[]>>;
  /** 1 where a dark edge marks a change. */
  readonly outlined?: Uint8Array;
  /** Groups whose inner borders are drawn faintly: equal numbers are one look. */
  readonly group: ArrayLike<number>;
}

export const NO_HATCH: ParcelPaint["hatched"] = { farmland: [], waterZone: [], redline: [], renovation: [] };

/** Suitability steps of seven; a step belongs to the values from its lower bound. */
export function stepOf(score: number): number {
  return Math.min(SUITABILITY_RAMP.length - 1, Math.max(0, Math.floor(score * SUITABILITY_RAMP.length)));
}

/** What closes a pair, in the words of the legend. */
export type GateKind = LawHatch | "law" | "envelope" | "present-use" | "no-data";

/** Which hatch a legal mask has, by what its id speaks of. */
export function kindOfMask({ id, kind }: { readonly id: string; readonly kind: string }): GateKind {
  if (kind !== "law") return kind as GateKind;
  if (/farmland|pbf/.test(id)) return "farmland";
  if (/water|zone|quasi/.test(id)) return "waterZone";
  return /redline|reserve|core|wetland|park/.test(id) ? "redline" : "law";
}

/** Masks that close or narrow a pair, the first one first. */
export function gatesOfPair(
  assessment: AssessmentView,
  pair: number,
): readonly { readonly mask: number; readonly share: number }[] {
  const { offsets, reasons, shares } = assessment.gates;
  return Array.from({ length: offsets[pair + 1] - offsets[pair] }, (_, i) => ({
    mask: reasons[offsets[pair] + i],
    share: shares[offsets[pair] + i],
  }));
}

/** The kind of gate that closes a pair; law before envelope before present use, undefined when it is open. */
export function closedBy(assessment: AssessmentView, pair: number): GateKind | undefined {
  if (assessment.gates.cap[pair] > 0) return undefined;
  const kinds = gatesOfPair(assessment, pair).map(({ mask }) => kindOfMask(assessment.gates.masks[mask]));
  const order: readonly GateKind[] = [
    "redline",
    "farmland",
    "waterZone",
    "law",
    "envelope",
    "present-use",
    "no-data",
  ];
  return order.find((kind) => kinds.includes(kind)) ?? "no-data";
}

const CLOSED_LOOK: Readonly<Record<GateKind, string>> = {
  farmland: PARCEL_STATE.blocked,
  waterZone: PARCEL_STATE.blocked,
  redline: PARCEL_STATE.blocked,
  law: PARCEL_STATE.blocked,
  envelope: PARCEL_STATE.unsuitable,
  "present-use": PARCEL_STATE.asIs,
  "no-data": "",
};

/** Suitability of one industry on every parcel, with the reason where it is closed. */
export function paintSuitability(assessment: AssessmentView, option: number): ParcelPaint {
  return paintPairs(assessment, option, (pair) => {
    const score = assessment.suitability[pair];
    return Number.isNaN(score) ? "" : SUITABILITY_RAMP[stepOf(score)];
  });
}

/** Low to high of a criterion's own values: apart from suitability, whose colours mean good and bad. */
export const RAW_RAMP = [
  "#F3EEF6",
  "#D3CDE4",
  "#A9B5D6",
  "#7A9CC6",
  "#4C7FAE",
  "#2F6090",
  "#1F4169",
] as const;

/** One criterion on every parcel that has a value: its own value over its range, or its membership. */
export function paintCriterion(
  { raw, membership, statistics }: CriterionView,
  shows: "raw" | "membership",
): ParcelPaint {
  const { min, max } = statistics;
  const values = shows === "raw" ? raw : membership;
  const ramp = shows === "raw" ? RAW_RAMP : SUITABILITY_RAMP;
  const group = Int16Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    return stepOf(shows === "membership" ? value : max > min ? (value - min) / (max - min) : 0.5);
  });
  return { colours: Array.from(group, (step) => ramp[step] ?? ""), hatched: NO_HATCH, group };
}

/** The industry that suits each parcel best: option index, -1 where none is open. */
export function findBest({ options, suitability, gates, landUse }: AssessmentView): Int16Array {
  return Int16Array.from(landUse, (_, unit) => {
    let best = -1;
    let highest = 0;
    for (let option = 0; option < options.length; option++) {
      const pair = unit * options.length + option;
      if (gates.cap[pair] > 0 && suitability[pair] > highest) {
        highest = suitability[pair];
        best = option;
      }
    }
    return best;
  });
}

/** The gates of one industry: open, open on a condition or a part, or closed and why. */
export function paintGates(assessment: AssessmentView, option: number): ParcelPaint {
  return paintPairs(assessment, option, (pair) => GATE_LOOK[opennessOf(assessment, pair)]);
}

export type Openness = "open" | "conditional" | "part";

export const GATE_LOOK: Readonly<Record<Openness, string>> = {
  open: "#3B8E77",
  conditional: "#A5BE86",
  part: "#D2D6A7",
};

export function opennessOf(assessment: AssessmentView, pair: number): Openness {
  if (assessment.gates.conditional[pair]) return "conditional";
  return assessment.gates.cap[pair] < 1 ? "part" : "open";
}

/** Muted and apart; criteria have no colour of their own elsewhere. */
export const LIMITING_COLOURS = [
  "#5C7FA6",
  "#C49A66",
  "#7A9A6B",
  "#A66F8B",
  "#D9C36A",
  "#5E9AA0",
  "#8C6E5A",
  "#9A8FC0",
] as const;

/** Which criterion holds each parcel's score down. The most frequent criteria get a colour of their own. */
export function paintLimiting(
  assessment: AssessmentView,
  option: number,
  ranked: readonly number[],
): ParcelPaint {
  const colourOf = new Map(
    ranked.slice(0, LIMITING_COLOURS.length).map((criterion, at) => [criterion, LIMITING_COLOURS[at]]),
  );
  return paintPairs(assessment, option, (pair) => {
    const criterion = assessment.limiting[pair];
    return criterion === 255 ? "" : (colourOf.get(criterion) ?? "#A9A9A4");
  });
}

/** Criteria by the area they limit for one industry, the largest first. */
export function rankLimiting(
  assessment: AssessmentView,
  option: number,
  areaHa: Float64Array,
): readonly { readonly criterion: number; readonly areaHa: number }[] {
  const areas = new Map<number, number>();
  for (let unit = 0; unit < areaHa.length; unit++) {
    const pair = unit * assessment.options.length + option;
    const criterion = assessment.limiting[pair];
    if (criterion === 255 || assessment.gates.cap[pair] === 0) continue;
    areas.set(criterion, (areas.get(criterion) ?? 0) + areaHa[unit]);
  }
  return [...areas]
    .map(([criterion, area]) => ({ criterion, areaHa: area }))
    .sort((a, b) => b.areaHa - a.areaHa);
}

/**
 * Leading use of each parcel. As is stays neutral; an existing stand that is kept shows its industry, lighter, and one
 * that is renovated its industry, hatched.
 *
 * @param uses option index per unit, -1 = as is.
 */
export function paintUses(
  options: readonly OptionId[],
  uses: ArrayLike<number>,
  stand: readonly (OptionId | "")[],
): ParcelPaint {
  const colours = Array.from(uses, (use, unit) => colourOfUse(options, use, stand[unit]));
  const strength = Float32Array.from(uses, (use, unit) => (use < 0 && stand[unit] === "" ? AS_IS : 1));
  const renovation = [...colours.keys()].filter((unit) => options[uses[unit]] === "RN");
  return { colours, strength, hatched: { ...NO_HATCH, renovation }, group: numberLooks(colours, uses) };
}

function colourOfUse(options: readonly OptionId[], use: number, stand: OptionId | ""): string {
  if (use >= 0) return lookOf(options[use], stand)?.colour ?? PARCEL_STATE.asIs;
  const kept = lookOf(stand, "");
  return kept ? lighten(kept.colour) : PARCEL_STATE.asIs;
}

/** Equal numbers for equal use and colour: renovated stands of two industries are two looks. */
function numberLooks(colours: readonly string[], uses: ArrayLike<number>): Int16Array {
  const numbers = new Map<string, number>();
  return Int16Array.from(colours, (colour, unit) => {
    const look = `${uses[unit]} ${colour}`;
    const number = numbers.get(look) ?? numbers.size;
    numbers.set(look, number);
    return number;
  });
}

/** As is stays behind what is planned, and still reads as a parcel. */
const AS_IS = 0.6;

/** Share of the fill opacity for land that is not in question: the relief of either theme shows through. */
const QUIET = 0.35;

/** Opacity left to what is the same in both plans. */
const UNCHANGED = 0.15;

/** Plan B where it differs from plan A; the rest faded, or in full. */
export function paintDifference(paint: ParcelPaint, changed: Uint8Array, fade: boolean): ParcelPaint {
  return {
    ...paint,
    strength: fade ? Float32Array.from(changed, (differs) => (differs ? 1 : UNCHANGED)) : paint.strength,
    outlined: changed,
  };
}

function paintPairs(
  assessment: AssessmentView,
  option: number,
  openLook: (pair: number) => string,
): ParcelPaint {
  const count = assessment.options.length;
  const units = assessment.landUse.length;
  const colours: string[] = [];
  const strength = new Float32Array(units).fill(1);
  const group = new Int16Array(units);
  const hatched = {
    farmland: [] as number[],
    waterZone: [] as number[],
    redline: [] as number[],
    renovation: [],
  };
  const groups = new Map<string, number>();
  for (let unit = 0; unit < units; unit++) {
    const pair = unit * count + option;
    const closed = closedBy(assessment, pair);
    const colour = closed ? CLOSED_LOOK[closed] : openLook(pair);
    if (closed === "farmland" || closed === "waterZone" || closed === "redline") hatched[closed].push(unit);
    colours.push(colour);
    if (closed) strength[unit] = QUIET;
    const key = `${colour} ${closed ?? ""}`;
    if (!groups.has(key)) groups.set(key, groups.size);
    group[unit] = groups.get(key) ?? 0;
  }
  return { colours, strength, hatched, group };
}

/** Half way to white. */
export function lighten(hex: string): string {
  return `#${parseHex(hex)
    .map((channel) =>
      Math.round(channel + (255 - channel) * 0.5)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
