import type { Program } from "#solver/model";
import { buildCore, type Core } from "./core-program.ts";
import type { LpSolver } from "./linear-program.ts";
import {
  feasiblePrices,
  naturalPrices,
  type PricedProgram,
  type Pricing,
  priceColumns,
  pricedProgram,
  priceOfLimits,
} from "./price-columns.ts";
import { smoothedDualPrices } from "./smoothed-dual.ts";

/** Prices may leave the box around the best known ones only after the box has grown. */
export interface PriceBox {
  readonly centre: Float64Array;
  readonly radius: Float64Array;
  /** False: the box is part of the question (phase 1), true: it only steadies the search. */
  readonly grows: boolean;
}

export interface PricingHooks {
  /** Seconds left; asked before each round. */
  readonly secondsLeft: () => number;
  readonly shouldStop: () => boolean;
  readonly onRound: (round: number, incumbent: number, bound: number) => Promise<void>;
}

export interface PricingResult {
  readonly status: "optimal" | "unmet" | "limit" | "failed";
  readonly message: string;
  /** Shares and prices of the optimum, or the best known ones at a limit; x is empty when none is feasible. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Value of x and the best bound known. */
  readonly value: number;
  readonly bound: number;
  /** How much each row is missed by, in scaled units; all zero when x is feasible. */
  readonly unmet: Float64Array;
  readonly rounds: number;
}

/** What missing a law by one unit costs against missing any other row. */
const LAW_COST = 1000;
const MOST_ROUNDS = 80;
/** Multiple of the natural price beyond which a growing box means that the rows may contradict each other. */
const WIDEST_BOX = 1000;
/** Wavering parcels per row that the first core holds. */
const CORE_UNITS_PER_ROW = 8;

/**
 * Exact optimum of a large assignment program by pricing. A core of parcels that waver at good prices is solved exactly
 * by a general solver while every other parcel keeps its best option; then all columns are priced, and parcels that
 * would rather do something else join the core, until there is none. The result is a vertex of the whole program with
 * its prices, the same one a general solver would find on all columns.
 */
export async function solveByPricing(
  program: Program,
  solver: LpSolver,
  hooks: PricingHooks,
): Promise<PricingResult> {
  const priced = pricedProgram(program, program.benefit);
  const { y, tau } = smoothedDualPrices(priced);
  const natural = naturalPrices(priced);
  const meanBenefit =
    program.benefit.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, program.benefit.length);
  const meanArea = program.areaHa.reduce((sum, area) => sum + area, 0) / Math.max(1, program.unitCount);
  const width = Math.min(1, (3 * tau * meanArea) / Math.max(1e-300, meanBenefit));
  const box = { centre: y, radius: natural.map((price) => price * width), grows: true };
  return searchByPricing(priced, solver, hooks, box, natural);
}

/**
 * Least violation of the rows by pricing: benefits are nothing, every unit a row is missed by costs 1 (a law costs a
 * thousand). What is left unmet then is proof that no layout meets all rows, with the prices as witness.
 *
 * @param witness prices under which a search ran away, the best place to start from; zeros when there are none.
 */
export async function findLeastViolation(
  program: Program,
  solver: LpSolver,
  hooks: PricingHooks,
  witness: Float64Array,
): Promise<PricingResult> {
  const priced = pricedProgram(program, new Float64Array(program.columnPair.length));
  const radius = Float64Array.from(program.rows, (row) => (row.law ? LAW_COST : 1));
  const largest = witness.reduce((most, price, row) => Math.max(most, Math.abs(price) / radius[row]), 0);
  const centre = largest > 0 ? witness.map((price) => price / largest) : witness;
  const box = { centre: new Float64Array(program.rows.length), radius, grows: false };
  return searchByPricing(priced, solver, hooks, box, radius, centre);
}

async function searchByPricing(
  priced: PricedProgram,
  solver: LpSolver,
  hooks: PricingHooks,
  start: PriceBox,
  natural: Float64Array,
  firstPrices = start.centre,
): Promise<PricingResult> {
  const { program } = priced;
  let centre = feasiblePrices(program, start.centre);
  const radius = Float64Array.from(start.radius);
  const first = feasiblePrices(program, firstPrices);
  let pricing = priceColumns(priced, first);
  let centreBound = boundOf(program, first, pricing);
  const worthless = leastBenefit(priced);
  const core = openCore(priced, pricing);
  const best = { x: new Float64Array(0), value: Number.NEGATIVE_INFINITY, y: centre, bound: centreBound };
  const result = (status: PricingResult["status"], rounds: number, message = ""): PricingResult => ({
    status,
    message,
    x: best.x,
    y: best.y,
    value: best.value,
    bound: best.bound,
    unmet: new Float64Array(program.rows.length),
    rounds,
  });
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    await hooks.onRound(round, best.value, best.bound);
    if (hooks.shouldStop() || hooks.secondsLeft() <= 0) return result("limit", round - 1);
    const lp = buildCore(priced, core, { centre, radius, grows: start.grows });
    const outcome = await solver.solveLp(lp.program, {
      timeLimitS: hooks.secondsLeft(),
      shouldStop: hooks.shouldStop,
    });
    if (outcome.status === "limit") return result("limit", round);
    if (outcome.status !== "optimal") {
      return result(
        "failed",
        round,
        outcome.status === "failed" ? outcome.message : "the core has no solution",
      );
    }
    const x = lp.shares(outcome.x);
    const unmet = lp.unmet(outcome.x);
    const y = feasiblePrices(program, outcome.rowDual.slice(0, program.rows.length));
    pricing = priceColumns(priced, y);
    const bound = boundOf(program, y, pricing);
    if (bound < best.bound) Object.assign(best, { bound, y });
    const isMet = unmet.every((amount) => amount <= 1e-9);
    if (isMet || !start.grows) {
      const value = dot(priced.benefit, x);
      if (value > best.value) Object.assign(best, { x, value });
    }
    const joined = widenCore(priced, core, pricing, x);
    if (joined === 0 && (isMet || !start.grows)) {
      return { ...result(isMet ? "optimal" : "unmet", round), x, y, unmet };
    }
    if (start.grows && bound < centreBound) {
      centre = y;
      centreBound = bound;
    }
    // A bound below the worst conceivable layout proves that there is none.
    if (start.grows && (best.bound < worthless || !growBox(radius, unmet, natural)))
      return result("unmet", round);
  }
  return result("failed", MOST_ROUNDS, "pricing did not settle");
}

/** Widens the box where rows are unmet; false when it has grown beyond any sensible price. */
function growBox(radius: Float64Array, unmet: Float64Array, natural: Float64Array): boolean {
  let sensible = true;
  for (let row = 0; row < radius.length; row++) {
    if (unmet[row] > 1e-9) {
      radius[row] *= 4;
      sensible &&= radius[row] < WIDEST_BOX * natural[row];
    }
  }
  return sensible;
}

/** What the program is worth at least, rows aside; with a margin against round-off. */
function leastBenefit({ program, benefit, starts, cap }: PricedProgram): number {
  let least = -1;
  for (let unit = 0; unit < program.unitCount; unit++) {
    let worst = 0;
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      worst += Math.min(0, benefit[column]) * cap[column];
    }
    least += worst;
  }
  return least;
}

function boundOf(program: Program, y: Float64Array, pricing: Pricing): number {
  return priceOfLimits(program, y) + pricing.best.reduce((sum, value) => sum + value, 0);
}

/** The first core: parcels whose second choice is nearest, up to some per row, with every option that near. */
function openCore({ program, starts }: PricedProgram, pricing: Pricing): Core {
  const margin = new Float64Array(program.unitCount).fill(Number.POSITIVE_INFINITY);
  for (let unit = 0; unit < program.unitCount; unit++) {
    const areaHa = program.areaHa[unit];
    let nearest = pricing.rent[unit] > 0 ? pricing.rent[unit] : Number.POSITIVE_INFINITY;
    let isMarginalSeen = pricing.rent[unit] === 0;
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      const distance = Math.abs(pricing.profit[column] - pricing.rent[unit]);
      if (distance === 0 && !isMarginalSeen) isMarginalSeen = true;
      else nearest = Math.min(nearest, distance);
    }
    margin[unit] = nearest / areaHa;
  }
  const wanted = Math.min(program.unitCount, Math.max(200, CORE_UNITS_PER_ROW * program.rows.length));
  const reach = Float64Array.from(margin).sort()[wanted - 1];
  const core: Core = {
    free: new Uint8Array(pricing.profit.length),
    held: Float64Array.from(pricing.fill),
    reach: Number.isFinite(reach) ? reach : Number.MAX_VALUE,
  };
  for (let unit = 0; unit < program.unitCount; unit++) {
    if (margin[unit] <= core.reach) freeNear(program, starts, core, pricing, unit);
  }
  return core;
}

function freeNear(program: Program, starts: Int32Array, core: Core, pricing: Pricing, unit: number): number {
  const reach = core.reach * program.areaHa[unit];
  let freed = 0;
  for (let column = starts[unit]; column < starts[unit + 1]; column++) {
    if (core.free[column] || Math.abs(pricing.profit[column] - pricing.rent[unit]) > reach) continue;
    core.free[column] = 1;
    freed++;
  }
  return freed;
}

/** Frees the columns of parcels that lose at the new prices; returns how many joined. */
function widenCore(priced: PricedProgram, core: Core, pricing: Pricing, x: Float64Array): number {
  const { program, starts } = priced;
  const tolerance = 1e-12 * Math.max(1, Math.abs(dot(priced.benefit, x)));
  let joined = 0;
  for (let unit = 0; unit < program.unitCount; unit++) {
    let earned = 0;
    for (let column = starts[unit]; column < starts[unit + 1]; column++)
      earned += pricing.profit[column] * x[column];
    if (pricing.best[unit] - earned <= tolerance) continue;
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      if (core.free[column] || Math.abs(pricing.fill[column] - x[column]) <= 1e-12) continue;
      core.free[column] = 1;
      joined++;
    }
    joined += freeNear(program, starts, core, pricing, unit);
  }
  return joined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}
