import type { Program } from "#solver/model";
import type { LpOutcome, LpSolver } from "../linear-program.ts";
import { openClosestUnits } from "./choose-core.ts";
import type { ColumnPricer } from "./column-pricer.ts";
import { Core } from "./core.ts";
import { buildCoreLp, type CoreLp } from "./core-lp.ts";
import { findImprovements, type Improvement } from "./find-improvements.ts";
import type { NaturalScale } from "./natural-scale.ts";
import type { Pace } from "./pace.ts";
import { emptyChoices, priceUnits } from "./price-units.ts";
import type { Pricer } from "./pricer.ts";
import { recoverShares } from "./recover-shares.ts";
import { keepSigns, priceLimits, type RowLimits } from "./sign-rules.ts";
import { UNIT_KIND, type UnitColumns } from "./unit-columns.ts";

export interface CoreTask {
  readonly program: Program;
  readonly units: UnitColumns;
  readonly benefit: Float64Array;
  readonly scale: NaturalScale;
  /** Steers: may differ from the program by the rounding of its coefficients. */
  readonly pricer: Pricer;
  /** Proves: the program's own coefficients. */
  readonly exact: ColumnPricer;
  readonly lpSolver: LpSolver;
  readonly pace: Pace;
  readonly start: Float64Array;
  /** Per weight: how far the start may be off. */
  readonly temperature: number;
  /** Keeps the prices within one natural unit of 0 for good, which turns the task into a phase 1. */
  readonly boxed?: boolean;
  /** Natural price units from the start at which prices count as running away. */
  readonly runawayRadius?: number;
  readonly onRound?: (round: CoreRound) => void;
}

export interface CoreRound {
  readonly round: number;
  /** Value of a layout that keeps every rule; NaN as long as there is none. */
  readonly primal: number;
  readonly bound: number;
}

export interface CoreOutcome {
  /**
   * `optimal`: no unit improves on the shares, by the program's own coefficients. `unreachable`: prices run away, the
   * rows can probably not be met together. In a boxed task `optimal` with `slack` > 0 proves just that.
   */
  readonly status: "optimal" | "unreachable" | "stopped" | "failed";
  readonly message?: string;
  /** The prices of the best bound proven. */
  readonly rowDual: Float64Array;
  /** The last prices tried; where they run away, the direction that may prove the rows unmeetable. */
  readonly runaway: Float64Array;
  /** Absent as long as the rows were not met. */
  readonly shares?: Float64Array;
  readonly primal: number;
  readonly bound: number;
  /** By how much rows are left unmet, natural units. */
  readonly slack: number;
  readonly rounds: number;
  /** Passes over all units. */
  readonly passes: number;
}

/** Open units asked for per row that binds; a vertex splits one per binding row at most, the rest is room to move. */
const UNITS_PER_ROW = 40;
const FEWEST_UNITS = 200;
const LARGEST_SHARE = 0.25;
const MOST_ROUNDS = 80;
/** Gap at which the core counts as optimal: a tenth of what the certificate asks for. */
const GAP = 1e-10;
const NO_SLACK = 1e-9;
/** Profit per weight, relative to the mean benefit, that is round-off. */
const NOISE = 1e-13;
const RUNAWAY_RADIUS = 30;
/** Units that may join in one round, as a multiple of the first core. */
const JOIN_LIMIT = 4;

/**
 * Finishes what smoothed prices began: solves the units whose choice is close as a linear program, prices all units at
 * its duals, lets in those that could improve, and repeats until none can.
 */
export async function solveCore(task: CoreTask): Promise<CoreOutcome> {
  const { program, units, scale, pricer, exact } = task;
  const limits: RowLimits = { lower: program.rowLower, upper: program.rowUpper };
  const rowCount = program.rows.length;
  let rowDual = keepSigns(limits, task.start.slice());
  pricer.setPrices(rowDual);
  exact.setPrices(rowDual);
  const choices = emptyChoices(units.unitCount);
  let centre = rowDual;
  let centreBound = priceLimits(limits, rowDual) + priceUnits(units, pricer, choices);
  let passes = 1;
  const core = new Core(program, units, task.benefit, exact, choices);
  const target = coreSize(task, core, rowDual);
  openClosestUnits(core, pricer, choices, target, task.temperature);
  let judge: Pricer = pricer;
  let best = { bound: Number.POSITIVE_INFINITY, rowDual };
  let found: { core: Core; coreLp: CoreLp; answer: Float64Array; primal: number } | undefined;
  let radius = task.boxed ? 1 : (3 * task.temperature) / scale.benefit;
  let slack = Number.POSITIVE_INFINITY;
  let rounds = 0;

  const finish = (status: CoreOutcome["status"], message?: string): CoreOutcome => ({
    status,
    message,
    rowDual: best.rowDual,
    runaway: rowDual,
    shares: found && recoverShares(found.core, found.coreLp, found.answer),
    primal: found ? found.primal : Number.NaN,
    bound: best.bound,
    slack,
    rounds,
    passes,
  });
  const pass = (by: Pricer) => {
    by.setPrices(rowDual);
    passes++;
    const { profit, improvements } = findImprovements(core, by, NOISE * scale.benefit);
    const bound = priceLimits(limits, rowDual) + profit;
    if (by === exact && bound < best.bound) best = { bound, rowDual };
    return { bound, improvements };
  };

  // A bound below what even the worst layout is worth leaves no layout at all.
  const least = task.boxed ? Number.NEGATIVE_INFINITY : leastValue(units, task.benefit);
  if (centreBound < least) return finish("unreachable");
  while (rounds < MOST_ROUNDS) {
    if (!(await task.pace.proceed())) return finish("stopped");
    const box = task.boxed ? { centre: new Float64Array(rowCount), radius } : { centre, radius };
    const coreLp = buildCoreLp(core, scale, box);
    const outcome = await solveOrSkip(task, coreLp);
    rounds++;
    if (outcome.status === "limit") {
      if (found && best.bound === Number.POSITIVE_INFINITY) pass(exact);
      return finish("stopped");
    }
    if (outcome.status !== "optimal")
      return finish(
        "failed",
        outcome.status === "failed" ? outcome.message : "the core came back infeasible",
      );
    rowDual = keepSigns(
      limits,
      coreLp.priceUnit.map((unit, row) => unit * outcome.rowDual[row]),
    );
    slack = 0;
    for (let column = coreLp.firstSlack; column < outcome.x.length; column++) slack += outcome.x[column];
    let value = 0;
    for (let column = 0; column < outcome.x.length; column++)
      value += coreLp.lp.objective[column] * outcome.x[column];
    const primal = core.fixedValue + value * coreLp.objectiveUnit;
    const keepsRows = slack <= NO_SLACK;
    if (keepsRows) found = { core, coreLp, answer: outcome.x, primal };

    const gapScale = Math.max(Math.abs(primal), 1e-3 * coreLp.objectiveUnit);
    const isOptimal = (checked: { bound: number; improvements: readonly Improvement[] }) =>
      checked.improvements.length === 0 || checked.bound - primal <= GAP * gapScale;
    let checked = pass(judge);
    if (isOptimal(checked) && judge !== exact) {
      checked = pass(exact);
      // What the fast pricer cannot see is below the rounding of the coefficients: from here on, look exactly.
      if (!isOptimal(checked)) judge = exact;
    }
    task.onRound?.({ round: rounds, primal: found ? found.primal : Number.NaN, bound: checked.bound });
    if (isOptimal(checked) && (keepsRows || task.boxed)) return finish("optimal");

    const { bound } = checked;
    const eps = Math.abs(centreBound);
    if (bound < centreBound - 1e-13 * eps) {
      const achieved = (centreBound - bound) / Math.max(Number.MIN_VALUE, centreBound - primal);
      centre = rowDual;
      centreBound = bound;
      if (!keepsRows && achieved > 0.25) radius *= 3;
    } else if (bound > centreBound + 1e-12 * eps) radius *= 0.5;
    else if (!keepsRows) radius *= 3;
    const ranAway = !keepsRows && radius > (task.runawayRadius ?? RUNAWAY_RADIUS);
    if (!task.boxed && (ranAway || bound < least)) return finish("unreachable");

    const joining = [...checked.improvements].sort((a, b) => b.gain - a.gain || a.unit - b.unit);
    for (const { unit, column } of joining.slice(0, JOIN_LIMIT * target)) {
      core.open(unit);
      if (units.kind[unit] === UNIT_KIND.plain) core.bringIntoPlay(unit, column);
    }
  }
  return finish("failed", `no proof after ${MOST_ROUNDS} rounds`);
}

async function solveOrSkip(task: CoreTask, { lp }: CoreLp): Promise<LpOutcome> {
  if (lp.columnCount > 0) return task.lpSolver.solveLp(lp, task.pace.lpLimits());
  return { status: "optimal", x: new Float64Array(0), rowDual: new Float64Array(lp.rowCount) };
}

/** What a layout is worth at least: every unit at its worst column. */
function leastValue(units: UnitColumns, benefit: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit < units.unitCount; unit++) {
    let worst = 0;
    for (let column = units.starts[unit]; column < units.starts[unit + 1]; column++)
      worst = Math.min(worst, benefit[column]);
    sum += units.limit[unit] * worst;
  }
  return sum;
}

/** Units the first core opens: in proportion to the rows that bind, within reason for small programs. */
function coreSize(task: CoreTask, core: Core, rowDual: Float64Array): number {
  const { program, units } = task;
  let binding = 0;
  for (let row = 0; row < rowDual.length; row++) {
    const used = core.fixedActivity[row];
    const size = 0.01 * Math.max(Math.abs(used), Math.abs(program.rowUpper[row]));
    const near =
      used > program.rowUpper[row] - (Number.isFinite(size) ? size : 0) ||
      used < program.rowLower[row] + 0.01 * Math.abs(used);
    if (rowDual[row] !== 0 || near) binding++;
  }
  return Math.min(
    UNITS_PER_ROW * Math.max(1, binding),
    Math.max(FEWEST_UNITS, Math.ceil(LARGEST_SHARE * units.unitCount)),
  );
}
