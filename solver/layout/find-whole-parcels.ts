import type { Engine, LinearProgram, Solution, SolveOptions } from "#solver/engine";
import { type Program, unitStarts } from "#solver/model";
import { explainPrices } from "./explain-prices.ts";
import type { Layout, WholeLayout } from "./layout.ts";
import { layoutOf } from "./layout-of.ts";

/** How many undecided parcels the exact search is given, in turn, until its layout is close to the bound. */
const CORE_UNITS = [60, 120, 240] as const;
/** Branch-and-bound nodes per search: the same work, hence the same layout, on every machine. */
const NODES = 10;
/** Ways to use a parcel that the search considers besides leaving it as it is. */
const CHOICES = 4;
/** Gap at which no larger search is tried. */
const CLOSE = 1e-3;
/** Backstop against a search that a node limit does not end. */
const TIME_LIMIT_S = 20;
/** Distance to the bound, as part of the value, at which the search may stop. */
const GOOD_ENOUGH = 1e-4;
/** Largest violation, relative to max(1, |limit|, sum |a x|), of a layout that counts as meeting its rows. */
const FEASIBLE = 1e-9;

/**
 * A layout that divides no parcel but along the edge of a mask, with its proven distance to the best conceivable layout.
 * Parcels that are far from changing keep their leading use; split parcels and those with the smallest margins
 * are decided by an exact integer program, over ever more of them until its layout meets every row and comes close. What is
 * returned as found has been checked row by row; there is no "nearly".
 *
 * @param bound value no layout exceeds, in the sense of `benefit . x`.
 */
export async function findWholeParcels(
  program: Program,
  {
    layout,
    solution,
    bound,
  }: { readonly layout: Layout; readonly solution: Solution; readonly bound: number },
  { engines, signal, onProgress }: SolveOptions & { readonly engines: readonly Engine[] },
): Promise<WholeLayout> {
  const start = performance.now();
  const elapsedS = () => (performance.now() - start) / 1000;
  const choices = wholeChoices(program, solution, layout);
  const rounded = roundSplitUnits(program, solution, layout, choices);
  if (layout.splitUnits.length === 0 && isFeasible(program, rounded)) return found(program, rounded, bound);
  const solveSmall = engines.find((engine) => engine.solveSmall && engine.id === "highs")?.solveSmall;
  if (!solveSmall) return { found: false, reason: "repair-failed" };
  const order = unitsByMargin(program, solution, layout);
  let best: WholeLayout = { found: false, reason: "repair-failed" };
  for (const [round, size] of CORE_UNITS.entries()) {
    if (signal?.aborted) return { found: false, reason: "cancel" };
    if (elapsedS() > TIME_LIMIT_S) return best.found ? best : { found: false, reason: "time" };
    onProgress?.({
      phase: "whole-parcels",
      round: round + 1,
      incumbent: Number.NaN,
      bound,
      elapsedS: elapsedS(),
    });
    const units = order.slice(0, Math.max(size, 2 * layout.splitUnits.length));
    const core = coreOf(program, rounded, choices, units);
    const outcome = await solveSmall(
      { ...core.program, absoluteGap: GOOD_ENOUGH * Math.max(1, Math.abs(bound)) },
      { timeLimitS: TIME_LIMIT_S - elapsedS(), nodeLimit: NODES, shouldStop: () => signal?.aborted === true },
    );
    if (outcome.status !== "optimal" && outcome.status !== "limit") continue;
    if (!outcome.x) continue;
    const x = core.shares(outcome.x);
    if (!isFeasible(program, x)) continue;
    const next = found(program, x, bound);
    if (!best.found || (next.found && next.objective > best.objective)) best = next;
    if (best.found && best.gap <= CLOSE) break;
  }
  return best;
}

/** One way to use a whole parcel: an option as far as its cap goes, and the best others on what a mask leaves. */
type Choice = readonly { readonly column: number; readonly share: number }[];

/** The few best ways to use each parcel whole, by what its options earn at the prices. */
function wholeChoices(
  program: Program,
  solution: Solution,
  layout: Layout,
): (unit: number) => readonly Choice[] {
  const { profit } = explainPrices(program, solution, layout);
  const starts = unitStarts(program);
  return (unit) => {
    const columns = Array.from(
      { length: starts[unit + 1] - starts[unit] },
      (_, offset) => starts[unit] + offset,
    );
    const earned = (column: number) => profit[program.columnPair[column]];
    columns.sort((a, b) => earned(b) - earned(a) || a - b);
    return columns.slice(0, CHOICES).map((first) => {
      const others = columns.filter((column) => column !== first && earned(column) > 0);
      let left = program.unitLimit[unit];
      return [first, ...others].flatMap((column) => {
        const share = Math.min(program.cap[program.columnPair[column]], left);
        left -= share;
        return share > 0 ? [{ column, share }] : [];
      });
    });
  };
}

/** The shares of the solution with each split parcel used whole, by the choice its leading use begins. */
function roundSplitUnits(
  program: Program,
  solution: Solution,
  layout: Layout,
  choices: (unit: number) => readonly Choice[],
): Float64Array {
  const optionCount = program.options.length;
  const split = new Set(layout.splitUnits);
  const rounded = solution.x.map((_, column) => {
    const pair = program.columnPair[column];
    return split.has(Math.floor(pair / optionCount)) ? 0 : layout.share[pair];
  });
  for (const unit of split) {
    const leading = choices(unit).find(
      ([first]) => program.columnPair[first.column] === unit * optionCount + layout.leading[unit],
    );
    for (const { column, share } of leading ?? []) rounded[column] = share;
  }
  return rounded;
}

/** Units in the order in which they are worth deciding anew: split ones first, then by margin per hectare. */
function unitsByMargin(program: Program, solution: Solution, layout: Layout): readonly number[] {
  const { margin } = explainPrices(program, solution, layout);
  const rank = Float64Array.from(margin, (value, unit) => value / program.areaHa[unit]);
  for (const unit of layout.splitUnits) rank[unit] = Number.NEGATIVE_INFINITY;
  return Array.from(rank, (_, unit) => unit)
    .filter((unit) => rank[unit] < Number.POSITIVE_INFINITY)
    .sort((a, b) => rank[a] - rank[b] || a - b);
}

/** The integer program over some units: each takes one of its choices or none, everything else stays as rounded. */
function coreOf(
  program: Program,
  rounded: Float64Array,
  choices: (unit: number) => readonly Choice[],
  units: readonly number[],
): { readonly program: LinearProgram; readonly shares: (x: Float64Array) => Float64Array } {
  const inCore = new Uint8Array(program.unitCount);
  for (const unit of units) inCore[unit] = 1;
  const use = rowUse(program, rounded, (unit) => inCore[unit] === 0);
  const picks: Choice[] = [];
  const columnStarts = [0];
  const index: number[] = [];
  const value: number[] = [];
  units.forEach((unit, position) => {
    for (const choice of choices(unit)) {
      const activity = choiceActivity(program, choice);
      for (const [row, amount] of activity) {
        index.push(row);
        value.push(amount);
      }
      index.push(program.rows.length + position);
      value.push(1);
      picks.push(choice);
      columnStarts.push(index.length);
    }
  });
  const ones = units.map(() => 1);
  return {
    program: {
      columnCount: picks.length,
      rowCount: program.rows.length + units.length,
      objective: Float64Array.from(picks, (choice) =>
        choice.reduce((sum, { column, share }) => sum + program.benefit[column] * share, 0),
      ),
      columnUpper: new Float64Array(picks.length).fill(1),
      rowLower: Float64Array.from([
        ...program.rowLower.map((limit, row) => limit - use[row]),
        ...ones.map(() => Number.NEGATIVE_INFINITY),
      ]),
      rowUpper: Float64Array.from([...program.rowUpper.map((limit, row) => limit - use[row]), ...ones]),
      starts: Int32Array.from(columnStarts),
      index: Int32Array.from(index),
      value: Float64Array.from(value),
      integer: new Uint8Array(picks.length).fill(1),
    },
    shares: (x) => {
      const shares = rounded.map((share, column) =>
        inCore[Math.floor(program.columnPair[column] / program.options.length)] ? 0 : share,
      );
      picks.forEach((choice, position) => {
        if (x[position] > 0.5) for (const { column, share } of choice) shares[column] = share;
      });
      return shares;
    },
  };
}

function choiceActivity(program: Program, choice: Choice): ReadonlyMap<number, number> {
  const activity = new Map<number, number>();
  for (const { column, share } of choice) {
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      const row = program.rowIndex[entry];
      activity.set(row, (activity.get(row) ?? 0) + program.coefficient[entry] * share);
    }
  }
  return activity;
}

function rowUse(program: Program, x: Float64Array, counts: (unit: number) => boolean): Float64Array {
  const use = new Float64Array(program.rows.length);
  for (let column = 0; column < x.length; column++) {
    if (x[column] === 0 || !counts(Math.floor(program.columnPair[column] / program.options.length))) continue;
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      use[program.rowIndex[entry]] += program.coefficient[entry] * x[column];
    }
  }
  return use;
}

/** True when every row is met; one use per parcel and caps hold by construction. */
function isFeasible(program: Program, x: Float64Array): boolean {
  const use = new Float64Array(program.rows.length);
  const size = new Float64Array(program.rows.length);
  for (let column = 0; column < x.length; column++) {
    if (x[column] === 0) continue;
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      const part = program.coefficient[entry] * x[column];
      use[program.rowIndex[entry]] += part;
      size[program.rowIndex[entry]] += Math.abs(part);
    }
  }
  return program.rows.every((_, row) => {
    const lower = program.rowLower[row];
    const upper = program.rowUpper[row];
    const slack = (limit: number) => FEASIBLE * Math.max(1, Math.abs(limit), size[row]);
    return (
      (lower === Number.NEGATIVE_INFINITY || use[row] >= lower - slack(lower)) &&
      (upper === Number.POSITIVE_INFINITY || use[row] <= upper + slack(upper))
    );
  });
}

function found(program: Program, x: Float64Array, bound: number): WholeLayout {
  const value = program.benefit.reduce((sum, benefit, column) => sum + benefit * x[column], 0);
  return {
    found: true,
    layout: layoutOf(program, x),
    objective: program.benefitConstant + value,
    gap: Math.max(0, bound - value) / Math.max(1, Math.abs(value)),
  };
}
