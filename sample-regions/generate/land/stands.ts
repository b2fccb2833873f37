import type { OptionId } from "#solver/region";
import type { Form } from "../region-facts.ts";
import { SOIL } from "./soil.ts";

/** What decides which crop an existing orchard or tea garden holds. */
export interface StandSite {
  readonly elevationM: number;
  readonly slopeDeg: number;
  readonly soil: number;
  readonly soilPh: number;
  readonly bareRockPct: number;
  /** 0-1, evenly spread over the stands and patchy on the ground: what the farmers of one place have in common. */
  readonly habit: number;
}

/**
 * Crop of an existing stand: among the crops whose growing envelope (altitude, slope, soil, rock) holds the site,
 * habit decides. Shares over a region are estimates. [E]
 */
export function chooseStand(form: Form, site: StandSite): OptionId {
  return CHOICE[form](site);
}

const CHOICE: Readonly<Record<Form, (site: StandSite) => OptionId>> = {
  basin: ({ soil, soilPh, slopeDeg, elevationM, habit }) => {
    const isTeaSite = soil === SOIL.yellow && soilPh < 6 && slopeDeg <= 25;
    const isTrellisSite = slopeDeg <= 15;
    if (isTeaSite && (!isTrellisSite || habit > 0.35)) return "TE";
    if (isTrellisSite && habit < 0.92) return "GR";
    return elevationM < 1300 ? "LQ" : "RR";
  },
  mountain: ({ slopeDeg, habit }) => (slopeDeg <= 30 && habit > 0.62 ? "WN" : "RR"),
  gorge: ({ elevationM, slopeDeg, bareRockPct, habit }) => {
    if (elevationM < 850 && slopeDeg <= 25 && bareRockPct <= 70 && habit > 0.8) return "PT";
    if (elevationM >= 500 && elevationM <= 1150 && slopeDeg <= 25 && habit < 0.16) return "LQ";
    if (elevationM >= 700 && slopeDeg <= 30 && habit > 0.16 && habit < 0.28) return "WN";
    return bareRockPct > 60 && elevationM >= 600 && habit > 0.62 ? "HS" : "ZP";
  },
};

/** Evenly spread ranks in [0, 1] of values, heavier items taking more room. */
export function rankEvenly(values: readonly number[], weights: readonly number[]): number[] {
  const order = values.map((_, k) => k).sort((a, b) => values[a] - values[b] || a - b);
  const total = weights.reduce((a, b) => a + b, 0);
  const ranks = new Array<number>(values.length);
  let below = 0;
  for (const k of order) {
    ranks[k] = (below + weights[k] / 2) / total;
    below += weights[k];
  }
  return ranks;
}
