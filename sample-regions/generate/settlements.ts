import { distanceToMask } from "./core/distance.ts";
import type { Lattice } from "./core/lattice.ts";
import type { Noise } from "./core/random.ts";
import type { Form, RegionFacts } from "./region-facts.ts";

/** A village or hamlet on the coarse lattice. */
export interface Settlement {
  readonly cell: number;
  readonly col: number;
  readonly row: number;
  /** How good the site is; higher is better. */
  readonly score: number;
}

export interface Settlements {
  readonly all: readonly Settlement[];
  /** Seats of the administrative villages, in the order of their numbers. */
  readonly seats: readonly Settlement[];
}

interface SiteInput {
  readonly elevation: Float64Array;
  readonly slopeDeg: Float32Array;
  /** Height above the mean of the surroundings, m. */
  readonly reliefM: Float64Array;
  readonly waterDistanceM: Float64Array;
  readonly water: Uint8Array;
  readonly studyArea: Uint8Array;
  readonly noises: readonly Noise[];
}

/** Malus of a site for its height: neither the hot floor of a gorge nor the cold top of a mountain. */
const HEIGHT_MALUS: Readonly<Record<Form, (elevationM: number) => number>> = {
  basin: () => 0,
  mountain: (elevationM) => Math.max(0, elevationM - 1900) / 120,
  gorge: (elevationM) => Math.max(0, 520 - elevationM) / 60,
};

/** Settlements on the best sites with a least spacing, and seats spread among them. */
export function placeSettlements(facts: RegionFacts, lattice: Lattice, input: SiteInput): Settlements {
  const all = chooseSites(facts, lattice, input);
  return { all, seats: chooseSeats(facts, lattice, all) };
}

const EDGE_M = 120;

function chooseSites(facts: RegionFacts, lattice: Lattice, input: SiteInput): Settlement[] {
  const { cols } = lattice;
  const toEdgeM = distanceToMask(
    input.studyArea.map((inside) => 1 - inside),
    lattice,
  );
  const candidates: Settlement[] = [];
  for (let cell = 0; cell < toEdgeM.length; cell++) {
    if (toEdgeM[cell] <= EDGE_M || input.water[cell]) continue;
    const score = scoreSite(facts.form, cell, lattice, input);
    candidates.push({ cell, col: cell % cols, row: Math.floor(cell / cols), score });
  }
  candidates.sort((a, b) => b.score - a.score || a.cell - b.cell);
  const spacingCells = (Math.sqrt((facts.areaKm2 * 1e6) / facts.settlements) * 0.62) / lattice.cellM;
  const chosen: Settlement[] = [];
  for (const site of candidates) {
    if (chosen.length === facts.settlements) break;
    const isFree = chosen.every(
      (other) => (other.col - site.col) ** 2 + (other.row - site.row) ** 2 > spacingCells ** 2,
    );
    if (isFree) chosen.push(site);
  }
  return chosen;
}

function scoreSite(form: Form, cell: number, { cols }: Lattice, input: SiteInput): number {
  const relief = input.reliefM[cell];
  return (
    -input.slopeDeg[cell] / 7 -
    Math.max(0, relief) / 18 -
    Math.max(0, -relief - 30) / 30 -
    (input.waterDistanceM[cell] < 90 ? 3 : 0) +
    0.5 * input.noises[3]((cell % cols) / 30, Math.floor(cell / cols) / 30) -
    HEIGHT_MALUS[form](input.elevation[cell])
  );
}

/** Farthest-point choice weighted by the quality of the site, beginning near the region's core. */
function chooseSeats(
  { core, villages }: RegionFacts,
  { cols, rows }: Lattice,
  all: readonly Settlement[],
): Settlement[] {
  const seats: Settlement[] = [];
  while (seats.length < villages.length) {
    let best = all[0];
    let bestScore = -Infinity;
    for (const site of all) {
      if (seats.includes(site)) continue;
      const spread =
        seats.length === 0
          ? 40 - 40 * Math.hypot(site.col / cols - core[0], site.row / rows - core[1])
          : Math.min(...seats.map((seat) => Math.hypot(seat.col - site.col, seat.row - site.row)));
      const score = spread * (1 + 0.12 * site.score);
      if (score > bestScore) {
        bestScore = score;
        best = site;
      }
    }
    seats.push(best);
  }
  return seats;
}
