import type { GridShape } from "#gis";
import type { LandUse } from "#solver/region";
import { shareOut } from "./people.ts";
import type { Form, RegionFacts } from "./region-facts.ts";
import type { Settlement } from "./settlements.ts";
import type { ClosedDepression } from "./terrain/list-depressions.ts";
import type { UsedUnit } from "./units/unit.ts";

interface SiteInputs {
  readonly shape: GridShape;
  readonly elevation: Float64Array;
  readonly slopeDeg: Float32Array;
  /** Coarse lattice: 1 inside the study area. */
  readonly inside: Uint8Array;
  readonly roadRank: Uint8Array;
  readonly waterZone: Uint8Array;
  readonly depressions: readonly ClosedDepression[];
}

/** Cells for the processing plants: gentle ground at the largest settlements, outside every water zone. */
export function placePlants(
  facts: RegionFacts,
  settlements: readonly (Settlement & { readonly population: number })[],
  { slopeDeg, waterZone }: SiteInputs,
): number[] {
  const suitable = settlements
    .filter(({ cell }) => slopeDeg[cell] < 8 && waterZone[cell] === 0)
    .sort((a, b) => b.population - a.population || a.cell - b.cell);
  // Every second one: two plants do not stand side by side in the two largest neighbours.
  return facts.plants.map((_, k) => suitable[2 * k].cell);
}

/** Cells for the scenic spots, each on a road at the place its name speaks of. */
export function placeScenicSpots(facts: RegionFacts, inputs: SiteInputs): number[] {
  const onRoad: number[] = [];
  inputs.inside.forEach((inside, cell) => {
    if (inside && inputs.roadRank[cell] && inputs.slopeDeg[cell] < 20) onRoad.push(cell);
  });
  return SCENIC_SCORES[facts.form](inputs).map((score) =>
    onRoad.reduce((best, cell) => (score(cell) > score(best) ? cell : best)),
  );
}

type CellScore = (cell: number) => number;

/** In the order of the regions' scenic spots. */
const SCENIC_SCORES: Readonly<Record<Form, (inputs: SiteInputs) => CellScore[]>> = {
  basin: ({ shape, elevation, waterZone }) => [
    (cell) => (waterZone[cell] === 2 ? 500 : 0) + elevation[cell],
    nearTo(shape, 0.3, 0.4),
    nearTo(shape, 0.35, 0.7),
  ],
  mountain: ({ shape, elevation, depressions }) => {
    const deepest = depressions.reduce((best, item) => (item.depthM > best.depthM ? item : best));
    const col = deepest.lowestCell % shape.cols;
    const row = Math.floor(deepest.lowestCell / shape.cols);
    return [nearTo(shape, col / shape.cols, row / shape.rows), (cell) => -elevation[cell]];
  },
  gorge: ({ elevation, slopeDeg }) => [
    (cell) => -elevation[cell],
    (cell) => slopeDeg[cell],
    (cell) => elevation[cell],
  ],
};

function nearTo({ cols, rows }: GridShape, u: number, v: number): CellScore {
  return (cell) => -Math.hypot((cell % cols) - u * cols, Math.floor(cell / cols) - v * rows);
}

export interface IrrigationSource {
  /** Fine column and row. */
  readonly col: number;
  readonly row: number;
  readonly kind: string;
  readonly m3PerYear: number;
}

/** How much of a use is irrigated. [E] */
const IRRIGATED: Readonly<Partial<Record<LandUse, number>>> = { paddy: 1, "orchard-tea": 0.3, dry: 0.1 };

/**
 * Irrigation sources at the fields they serve, at least one in every sub-basin; the volumes follow the irrigated area
 * and add up to the region's figure. The largest sources are of the first kind of the facts.
 */
export function placeIrrigation(
  facts: RegionFacts,
  units: readonly UsedUnit[],
  basinOf: (unit: UsedUnit) => number,
  basinCount: number,
): IrrigationSource[] {
  const demandOf = (unit: UsedUnit) => unit.cells * (IRRIGATED[unit.landUse] ?? 0.001);
  const fields: UsedUnit[][] = Array.from({ length: basinCount }, () => []);
  for (const unit of units) {
    const basin = basinOf(unit);
    if (unit.landUse !== "water" && basin > 0) fields[basin - 1].push(unit);
  }
  for (const list of fields) list.sort((a, b) => demandOf(b) - demandOf(a) || a.label - b.label);
  const demand = fields.map((list) => list.reduce((total, unit) => total + demandOf(unit), 0));
  const wanted = facts.waterSources.reduce((total, { count }) => total + count, 0);
  const counts = apportion(demand, wanted);
  const basinM3 = shareOut(facts.irrigationM3PerYear, demand);
  const places = fields.flatMap((list, basin) => {
    const volumes = shareOut(
      basinM3[basin],
      Array.from({ length: counts[basin] }, (_, k) => 1 / (1 + 0.3 * k)),
    );
    return volumes.map((m3PerYear, k) => ({ unit: list[Math.min(k, list.length - 1)], m3PerYear }));
  });
  places.sort((a, b) => b.m3PerYear - a.m3PerYear || a.unit.label - b.unit.label);
  const kinds = facts.waterSources.flatMap(({ kind, count }) => Array.from({ length: count }, () => kind));
  return places.map(({ unit, m3PerYear }, k) => ({
    col: unit.col,
    row: unit.row,
    kind: kinds[k],
    m3PerYear,
  }));
}

/** Seats in proportion to the weights, at least one each (D'Hondt). */
function apportion(weights: readonly number[], seats: number): number[] {
  const counts = weights.map(() => 1);
  for (let left = seats - counts.length; left > 0; left--) {
    let best = 0;
    weights.forEach((weight, k) => {
      if (weight / (counts[k] + 1) > weights[best] / (counts[best] + 1)) best = k;
    });
    counts[best]++;
  }
  return counts;
}
