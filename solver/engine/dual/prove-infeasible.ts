import type { Program } from "#solver/model";
import { ColumnPricer } from "./column-pricer.ts";
import { priceUnits } from "./price-units.ts";
import { keepSigns, priceLimits, type RowLimits } from "./sign-rules.ts";
import { type CoreTask, solveCore } from "./solve-core.ts";
import type { UnitColumns } from "./unit-columns.ts";

export type InfeasibilityAnswer =
  | { readonly status: "infeasible"; readonly ray: Float64Array }
  | { readonly status: "feasible" | "unknown" };

/** Relative size a proof must have to stand above round-off. */
const CLEARLY_NEGATIVE = 1e-9;

/**
 * Whether these row prices prove that no layout keeps all rows (Farkas): with benefits left out of account, even the
 * best fill of every unit earns less at these prices than the limits demand, so no fill can meet them all.
 */
export function provesInfeasible(program: Program, units: UnitColumns, ray: Float64Array): boolean {
  const limits: RowLimits = { lower: program.rowLower, upper: program.rowUpper };
  const price = keepSigns(limits, ray.slice());
  const pricer = new ColumnPricer(program, new Float64Array(units.columnCount), units.starts);
  pricer.setPrices(price);
  const reach = priceUnits(units, pricer);
  const demand = priceLimits(limits, price);
  let size = reach;
  for (let row = 0; row < price.length; row++)
    if (price[row] !== 0)
      size += Math.abs(price[row] * (price[row] > 0 ? limits.upper[row] : limits.lower[row]));
  return demand + reach < -CLEARLY_NEGATIVE * size;
}

/**
 * Multipliers that prove the rows unmeetable, or nothing when the rows can be met after all. First the direction in
 * which the prices ran away is tried; else a phase 1 minimises the distance to the limits, and its prices are the proof.
 */
export async function findInfeasibilityProof(phase1: Omit<CoreTask, "boxed">): Promise<InfeasibilityAnswer> {
  const { program, units, scale } = phase1;
  const size = phase1.start.reduce((most, price, row) => Math.max(most, Math.abs(price * scale.row[row])), 0);
  const ray = size > 0 ? phase1.start.map((price) => price / size) : phase1.start;
  if (provesInfeasible(program, units, ray)) return { status: "infeasible", ray };
  const outcome = await solveCore({ ...phase1, start: ray, boxed: true });
  if (outcome.status !== "optimal") return { status: "unknown" };
  if (provesInfeasible(program, units, outcome.rowDual))
    return { status: "infeasible", ray: outcome.rowDual };
  return { status: outcome.shares ? "feasible" : "unknown" };
}
