import { spreadCost } from "./core/distance.ts";
import type { Lattice } from "./core/lattice.ts";
import type { Line } from "./core/lines.ts";
import { clamp, smoothstep, sum } from "./core/numeric.ts";
import { fractalNoise, type Noise } from "./core/random.ts";
import { blur, keepLargestPiece, labelComponents } from "./core/raster-filters.ts";
import type { Form, RegionFacts } from "./region-facts.ts";

/** Cells between the bounding box of the facts and the edge of the grid: the outline need not be straight there. */
export const MARGIN_CELLS = 16;

interface StudyAreaInput {
  readonly elevation: Float64Array;
  readonly trunk: Line;
  /** A first guess of the surface water. */
  readonly water: Uint8Array;
  readonly noises: readonly Noise[];
}

/** How ragged the outline is, and how dearly it leaves the bounding box. */
const OUTLINE: Readonly<Record<Form, { large: number; small: number; outside: number }>> = {
  basin: { large: 0.75, small: 1.1, outside: 1.6 },
  mountain: { large: 0.75, small: 1.1, outside: 1.1 },
  gorge: { large: 0.6, small: 0.45, outside: 1.6 },
};

/**
 * Mask of the study area: least-cost growth over noisy ground, cut at the wanted area, one piece without holes. At a
 * lake the cost of water is chosen so that the share of water is met too.
 */
export function outlineStudyArea(facts: RegionFacts, lattice: Lattice, input: StudyAreaInput): Uint8Array {
  if (facts.water.kind === "river") return growStudyArea(facts, lattice, input, 0);
  let low = -0.9;
  let high = 12;
  let mask: Uint8Array = new Uint8Array(0);
  for (let k = 0; k < 9; k++) {
    const waterCost = (low + high) / 2;
    mask = growStudyArea(facts, lattice, input, waterCost);
    const waterPct = (100 * sum(mask.map((inside, cell) => inside & input.water[cell]))) / sum(mask);
    if (waterPct > facts.targets.landUse.water) low = waterCost;
    else high = waterCost;
  }
  return mask;
}

function growStudyArea(
  facts: RegionFacts,
  lattice: Lattice,
  input: StudyAreaInput,
  waterCost: number,
): Uint8Array {
  const { cost: reached } = spreadCost(
    findSources(facts, lattice, input.trunk),
    costOfGrowth(facts.form, lattice, input, waterCost),
    lattice,
  );
  const sorted = reached.filter((cost) => cost < Infinity).sort();
  const wantedCells = Math.round((facts.areaKm2 * 1e6) / lattice.cellM ** 2);
  let limit = sorted[Math.min(sorted.length - 1, wantedCells)];
  let mask: Uint8Array = new Uint8Array(reached.length);
  // Tidying changes the area: move the limit by what is missing and tidy again.
  for (let round = 0; round < 4; round++) {
    mask = tidyMask(
      reached.map((cost) => (cost <= limit ? 1 : 0)),
      lattice,
    );
    const rank = sorted.findIndex((cost) => cost >= limit) + wantedCells - sum(mask);
    limit = sorted[clamp(rank, 0, sorted.length - 1)];
  }
  return mask;
}

function costOfGrowth(
  form: Form,
  { cols, rows, cellM }: Lattice,
  { elevation, water, noises: [large, small] }: StudyAreaInput,
  waterCost: number,
): Float64Array {
  const outline = OUTLINE[form];
  const lowpass = blur(elevation, { cols, rows }, 5);
  const cost = new Float64Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const cell = row * cols + col;
      const x = col * cellM;
      const y = row * cellM;
      const ragged =
        1 +
        outline.large * fractalNoise(large, x / 2600, y / 2600, 3) +
        outline.small * Math.max(0, fractalNoise(small, x / 700, y / 700, 2)) +
        (water[cell] ? waterCost : 0);
      const toBox = Math.min(col, row, cols - 1 - col, rows - 1 - row) - MARGIN_CELLS;
      cost[cell] = Math.max(0.25, ragged);
      if (toBox < 2) cost[cell] *= 1 + (outline.outside * (2 - toBox)) / 4;
      if (toBox < 5 - MARGIN_CELLS) cost[cell] = Infinity;
      if (form === "gorge") cost[cell] *= 1 - 0.45 * smoothstep(950, 1250, lowpass[cell]); // reaches the plateau
    }
  }
  return cost;
}

function findSources(
  { core, growsAlongRiver }: RegionFacts,
  { cols, rows, cellM }: Lattice,
  trunk: Line,
): Set<number> {
  if (!growsAlongRiver) return new Set([Math.floor(core[1] * rows) * cols + Math.floor(core[0] * cols)]);
  const cells = new Set<number>();
  for (const [x, y] of trunk) {
    const u = x / (cols * cellM);
    const col = Math.floor(x / cellM);
    const row = Math.floor(y / cellM);
    const isOnPart = u > growsAlongRiver[0] && u < growsAlongRiver[1];
    if (isOnPart && col >= 0 && row >= 0 && col < cols && row < rows) cells.add(row * cols + col);
  }
  return cells;
}

/** One piece with a soft edge and no holes. */
function tidyMask(mask: ArrayLike<number>, lattice: Lattice): Uint8Array {
  const softened = blur(mask, lattice, 4).map((share) => (share > 0.5 ? 1 : 0));
  const piece = keepLargestPiece(softened, lattice);
  const outside = labelComponents(
    piece.map((inside) => 1 - inside),
    lattice,
  ).label;
  return piece.map((inside, cell) => (inside || outside[cell] !== outside[0] ? 1 : 0));
}
