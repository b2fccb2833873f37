import type { OptionId } from "#solver/region";

/** How an industry looks everywhere: map, legend, table, chart, report. Its name is `OPTION_TITLES`. */
export interface IndustryLook {
  readonly colour: string;
  /** Colour of the two-letter code on `colour`, at least 4.6:1. */
  readonly ink: "#14191B" | "#FFFFFF";
}

const DARK = "#14191B";
const WHITE = "#FFFFFF";

/** Renovation is no industry of its own: the land stays with the industry of its stand, and looks like it. */
export type IndustryId = Exclude<OptionId, "RN">;

/** In the order of legends: pairs that are close to a colour-blind reader never stand side by side. */
export const INDUSTRIES: Readonly<Record<IndustryId, IndustryLook>> = {
  RR: { colour: "#D96619", ink: DARK },
  ZP: { colour: "#22B273", ink: DARK },
  PT: { colour: "#B53B70", ink: WHITE },
  LQ: { colour: "#FDD338", ink: DARK },
  WN: { colour: "#6F5440", ink: WHITE },
  GR: { colour: "#6E45B0", ink: WHITE },
  TE: { colour: "#057978", ink: WHITE },
  HS: { colour: "#FFEDBA", ink: DARK },
  FG: { colour: "#AFCE79", ink: DARK },
  AF: { colour: "#74784E", ink: WHITE },
  UF: { colour: "#A77EA0", ink: DARK },
  RF: { colour: "#1C443C", ink: WHITE },
  ET: { colour: "#588CDA", ink: DARK },
  GV: { colour: "#88F0E8", ink: DARK },
};

/** Look of an option on land with `stand`: a renovated stand looks like its industry; undefined where there is none. */
export function lookOf(option: OptionId | "", stand: OptionId | ""): IndustryLook | undefined {
  const industry = option === "RN" ? stand : option;
  return industry === "" || industry === "RN" ? undefined : INDUSTRIES[industry];
}

/** Looks of what is drawn on the map without being a land industry of the program. */
export const OTHER_COLOURS = { BE: "#E79902", PR: "#A02507", MZ: "#A5A09C" } as const;
