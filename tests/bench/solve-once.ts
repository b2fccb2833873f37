import { certify, fullLinearProgram, type LpSolver, loadGlpkSolver, loadHighsSolver } from "#solver/engine";
import type { Program } from "#solver/model";
import { solveByDual } from "../../solver/engine/dual/dual-newton-core.ts";
import { withLimits } from "../helpers/assemble-large.ts";
import { type SeededKind, seededProgram } from "../helpers/seeded-program.ts";

export const BENCH_ENGINES = ["dual", "highs", "glpk"] as const;
export type BenchEngine = (typeof BENCH_ENGINES)[number];

export interface BenchTask {
  readonly kind: SeededKind;
  readonly units: number;
  readonly seed: number;
  readonly engine: BenchEngine;
}

/** One engine on one program. Seconds of CPU are what counts on a shared machine; wall time is for the reader. */
export interface BenchLine extends BenchTask {
  readonly columns: number;
  readonly entries: number;
  readonly status: string;
  readonly objective: number;
  readonly gap: number;
  readonly certificate: string;
  readonly splits: number;
  readonly rounds: number;
  readonly passes: number;
  /** First solve of the process, engine loading included; the best of two more; and a re-solve with a wider limit. */
  readonly coldCpuS: number;
  readonly coldWallS: number;
  readonly warmCpuS: number;
  readonly hotCpuS: number;
  readonly hotWallS: number;
  readonly peakMiB: number;
}

interface Answer {
  readonly status: string;
  readonly x: Float64Array;
  readonly rowDual: Float64Array;
  readonly rounds: number;
  readonly passes: number;
}

type Solve = (program: Program, from?: Float64Array) => Promise<Answer>;

const TIME_LIMIT_S = 300;
/** General solvers start anew for each solve, so their second and third say nothing new beyond this size. */
const GENERAL_REPEATS_BELOW = 3000;

/** Solves the task's program cold, warm and hot in this process. */
export async function solveOnce(task: BenchTask): Promise<BenchLine> {
  const program = seededProgram(task.kind, task.units, task.seed);
  let solve: Solve | undefined;
  const cold = await clock(async () => {
    solve = await loadEngine(task.engine);
    return solve(program);
  });
  const again = solve as Solve;
  const repeats = task.engine === "dual" || task.units < GENERAL_REPEATS_BELOW;
  const warm = repeats ? [await clock(() => again(program)), await clock(() => again(program))] : [cold];
  const looser = loosen(program, cold.answer.rowDual);
  const hot = repeats ? await clock(() => again(looser, cold.answer.rowDual)) : cold;
  const { x, rowDual, status, rounds, passes } = cold.answer;
  const certificate = x.length > 0 ? certify(program, x, rowDual) : undefined;
  return {
    ...task,
    columns: program.columnPair.length,
    entries: program.coefficient.length,
    status,
    objective: certificate ? -certificate.primal : Number.NaN,
    gap: certificate?.gap ?? Number.NaN,
    certificate: certificate?.state ?? "none",
    splits: countSplits(program, x),
    rounds,
    passes,
    coldCpuS: cold.cpuS,
    coldWallS: cold.wallS,
    warmCpuS: Math.min(...warm.map(({ cpuS }) => cpuS)),
    hotCpuS: hot.cpuS,
    hotWallS: hot.wallS,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

async function loadEngine(engine: BenchEngine): Promise<Solve> {
  if (engine === "dual") {
    const highs = await loadHighsSolver();
    return async (program, from) => {
      const { termination, x, rowDual, rounds, passes } = await solveByDual(highs, program, {
        ...(from ? { warmStart: { rowDual: from } } : {}),
      });
      return { status: termination.reason, x, rowDual, rounds, passes: passes ?? 0 };
    };
  }
  const solver: LpSolver = engine === "highs" ? await loadHighsSolver() : await loadGlpkSolver("node");
  return async (program) => {
    const outcome = await solver.solveLp(fullLinearProgram(program), {
      timeLimitS: TIME_LIMIT_S,
      shouldStop: () => false,
    });
    const nothing = new Float64Array(0);
    return outcome.status === "optimal"
      ? {
          status: outcome.status,
          x: outcome.x,
          rowDual: outcome.rowDual.slice(0, program.rows.length),
          rounds: 1,
          passes: 0,
        }
      : { status: outcome.status, x: nothing, rowDual: nothing, rounds: 0, passes: 0 };
  };
}

/** The program after a planner has moved a slider: the limit that is worth most is 3 % wider, which can always be met. */
function loosen(program: Program, rowDual: Float64Array): Program {
  const upper = program.rowUpper.slice();
  const worth = rowDual.map((price, row) => (price > 0 ? price * Math.abs(upper[row]) : 0));
  const row = worth.indexOf(Math.max(0, ...worth));
  if (row >= 0 && Number.isFinite(upper[row])) upper[row] += 0.03 * Math.abs(upper[row]);
  return withLimits(program, program.rowLower, upper);
}

async function clock(task: () => Promise<Answer>) {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const answer = await task();
  const used = process.cpuUsage(cpu);
  return { answer, cpuS: (used.user + used.system) / 1e6, wallS: (performance.now() - wall) / 1000 };
}

function countSplits(program: Program, x: Float64Array): number {
  const split = new Set<number>();
  x.forEach((share, column) => {
    const pair = program.columnPair[column];
    const unit = Math.floor(pair / program.options.length);
    const most = Math.min(program.cap[pair], program.unitLimit[unit]);
    if (share > 1e-9 && share < most - 1e-9) split.add(unit);
  });
  return split.size;
}
