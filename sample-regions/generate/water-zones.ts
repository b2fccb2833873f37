import type { Lattice } from "./core/lattice.ts";
import { fractalNoise, type Noise } from "./core/random.ts";
import { quantileWithin } from "./core/raster-filters.ts";
import type { RegionFacts } from "./region-facts.ts";
import type { Settlement } from "./settlements.ts";

/** Zones of a drinking-water source, from the innermost. */
export const WATER_ZONES = ["I", "II", "quasi"] as const;

interface WaterZoneInput {
  readonly elevation: Float64Array;
  readonly reliefM: Float64Array;
  readonly water: Uint8Array;
  readonly waterDistanceM: Float64Array;
  readonly inside: Uint8Array;
  readonly settlements: readonly Settlement[];
  readonly noises: readonly Noise[];
}

/** Zone of every cell: 1 zone I, 2 zone II, 3 quasi-zone, 0 none. Zones cut units, as they do in reality. */
export function drawWaterZones(facts: RegionFacts, lattice: Lattice, input: WaterZoneInput): Uint8Array {
  const remoteness =
    facts.water.kind === "lake"
      ? remotenessFromIntake(facts, lattice, input)
      : remotenessFromSprings(facts, lattice, input);
  let cumulative = 0;
  const tops = facts.targets.waterZones.map((sharePct) => {
    cumulative += sharePct / 100;
    return cumulative > 0 ? quantileWithin(remoteness, input.inside, cumulative) : -Infinity;
  });
  return Uint8Array.from(remoteness, (value, cell) =>
    input.inside[cell] ? tops.findIndex((top) => value < top) + 1 : 0,
  );
}

/** Along the water from the intake, and from the shore inland; hollows reach farther. */
function remotenessFromIntake(facts: RegionFacts, { cols, rows, cellM }: Lattice, input: WaterZoneInput) {
  const [u, v] = facts.drinkingWaterAt[0];
  return Float64Array.from(input.waterDistanceM, (waterDistanceM, cell) => {
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    const intakeM = Math.hypot(x - u * cols, y - v * rows) * cellM;
    const path = input.water[cell] ? 0.16 * intakeM : waterDistanceM + 0.17 * intakeM;
    return (
      path + 130 * fractalNoise(input.noises[7], x / 25, y / 25, 2) + 2 * Math.max(0, -input.reliefM[cell])
    );
  });
}

/** Distance from springs beside villages; ground above the spring drains to it and counts as nearer. */
function remotenessFromSprings(facts: RegionFacts, { cols, rows, cellM }: Lattice, input: WaterZoneInput) {
  const springs = facts.drinkingWaterAt.map(([u, v]) => {
    const distance = ({ col, row }: Settlement) => (col / cols - u) ** 2 + (row / rows - v) ** 2;
    return input.settlements.reduce((best, site) => (distance(site) < distance(best) ? site : best));
  });
  return Float64Array.from(input.elevation, (elevationM, cell) => {
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    const stretch = 1 + 0.25 * fractalNoise(input.noises[7], x / 18, y / 18, 2);
    const fromSpring = ({ col, row, cell: springCell }: Settlement) =>
      Math.hypot(x - col, y - row) * cellM * stretch - 2.2 * (elevationM - input.elevation[springCell]);
    return Math.min(...springs.map(fromSpring));
  });
}
