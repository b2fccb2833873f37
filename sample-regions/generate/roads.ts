import { spreadCost } from "./core/distance.ts";
import type { Lattice } from "./core/lattice.ts";
import { type Line, type Place, simplifyLine } from "./core/lines.ts";
import { clamp, toRadians } from "./core/numeric.ts";
import { fractalNoise, type Noise } from "./core/random.ts";
import type { RegionFacts, Share2 } from "./region-facts.ts";
import type { Settlements } from "./settlements.ts";

const ROAD_CLASSES = ["county", "village", "track"] as const;
type RoadClass = (typeof ROAD_CLASSES)[number];

export interface Road {
  readonly roadClass: RoadClass;
  /** Metres from the north-west corner. */
  readonly line: Line;
}

interface RoadNetwork {
  readonly roads: readonly Road[];
  /** Best road class of each cell, 1 county, 2 village, 3 track; 0 without road. */
  readonly rank: Uint8Array;
}

interface RoadInput {
  readonly slopeDeg: Float32Array;
  readonly reliefM: Float64Array;
  readonly water: Uint8Array;
  readonly settlements: Settlements;
  readonly noises: readonly Noise[];
}

/** Least-cost tree of county roads between the edges of the grid, then roads to the seats, then tracks to the rest. */
export function layRoads(facts: RegionFacts, lattice: Lattice, input: RoadInput): RoadNetwork {
  const friction = measureFriction(facts, lattice, input);
  const rank = new Uint8Array(friction.length);
  const roads: Road[] = [];
  const build = (from: number, parent: Int32Array, roadClass: RoadClass) => {
    const cells = followToRoad(from, parent, rank);
    if (cells.length < 2) return;
    const own = ROAD_CLASSES.indexOf(roadClass) + 1;
    for (const cell of cells) rank[cell] = rank[cell] ? Math.min(rank[cell], own) : own;
    roads.push({ roadClass, line: drawCentreLine(cells, lattice) });
  };
  const spreadFromRoads = () => {
    const cells: number[] = [];
    rank.forEach((own, cell) => {
      if (own) cells.push(cell);
    });
    return spreadCost(cells, friction, lattice);
  };
  const [start, end, branch] = facts.roadEnds.map((share) => edgeCell(share, lattice));
  build(end, spreadCost([start], friction, lattice).parent, "county");
  build(branch, spreadFromRoads().parent, "county");
  for (const seat of input.settlements.seats) build(seat.cell, spreadFromRoads().parent, "village");
  const { cost, parent } = spreadFromRoads();
  const nearestFirst = [...input.settlements.all].sort((a, b) => cost[a.cell] - cost[b.cell]);
  for (const settlement of nearestFirst) build(settlement.cell, parent, "track");
  return { roads, rank };
}

function measureFriction(facts: RegionFacts, { cols, rows }: Lattice, input: RoadInput): Float64Array {
  const bridge = facts.form === "gorge" ? 45 : 30;
  return Float64Array.from(input.slopeDeg, (slopeDeg, cell) => {
    const x = cell % cols;
    const y = Math.floor(cell / cols);
    const toEdge = Math.min(x, cols - 1 - x, y, rows - 1 - y);
    return (
      1 +
      1.1 * Math.abs(fractalNoise(input.noises[10], x / 11, y / 11, 2)) +
      (slopeDeg / 7) ** 2 +
      Math.max(0, input.reliefM[cell]) / 25 +
      (input.water[cell] ? bridge : 0) +
      3 * Math.max(0, 8 - toEdge)
    );
  });
}

function edgeCell([u, v]: Share2, { cols, rows }: Lattice): number {
  return Math.floor(clamp(v, 0, 0.999) * rows) * cols + Math.floor(clamp(u, 0, 0.999) * cols);
}

function followToRoad(from: number, parent: Int32Array, rank: Uint8Array): number[] {
  const cells: number[] = [];
  for (let cell = from; cell >= 0; cell = parent[cell]) {
    cells.push(cell);
    if (rank[cell] && cells.length > 1) break;
  }
  return cells;
}

/** Centre line in metres, smoothed, its ends kept where roads meet. */
function drawCentreLine(cells: readonly number[], { cols, cellM }: Lattice): Line {
  let points: Place[] = cells.map((cell) => [(cell % cols) + 0.5, Math.floor(cell / cols) + 0.5]);
  for (let pass = 0; pass < 3; pass++) {
    points = points.map((point, k): Place => {
      const before = points[k - 1];
      const after = points[k + 1];
      if (!before || !after) return point;
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4];
    });
  }
  return simplifyLine(points, 0.16).map(([x, y]): Place => [x * cellM, y * cellM]);
}

const ROAD_SPEED_KMH = [0, 55, 32, 18] as const;

/** Minutes to the market by road, and on foot where there is none. Walking speed: Tobler's hiking function. */
export function measureTravelTime(
  { market }: RegionFacts,
  lattice: Lattice,
  { slopeDeg, water }: Pick<RoadInput, "slopeDeg" | "water">,
  rank: Uint8Array,
): Float64Array {
  const minutesPerCell = Float64Array.from(slopeDeg, (deg, cell) => {
    const walkKmh = water[cell] ? 0.8 : 6 * Math.exp(-3.5 * Math.abs(Math.tan(toRadians(deg)) + 0.05));
    const kmh = rank[cell] ? ROAD_SPEED_KMH[rank[cell]] : walkKmh;
    return ((60 / 1000) * lattice.cellM) / Math.max(0.35, kmh);
  });
  return spreadCost([findMarket(market.at, lattice, rank)], minutesPerCell, lattice, market.minutesFromRoad)
    .cost;
}

/** Cell of a county or village road nearest to a place. */
function findMarket([u, v]: Share2, { cols, rows }: Lattice, rank: Uint8Array): number {
  let nearest = -1;
  let nearestSquared = Infinity;
  rank.forEach((own, cell) => {
    if (own !== 1 && own !== 2) return;
    const squared = ((cell % cols) - u * cols) ** 2 + (Math.floor(cell / cols) - v * rows) ** 2;
    if (squared >= nearestSquared) return;
    nearestSquared = squared;
    nearest = cell;
  });
  return nearest;
}
