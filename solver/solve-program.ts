import type { Issue } from "#gis";
import {
  type Certificate,
  certify,
  certifyInfeasible,
  type Engine,
  type EngineId,
  fullLinearProgram,
  type Solution,
  type SolveOptions,
  type Termination,
} from "#solver/engine";
import { type FileProgram, fileColumns, type MpsProgram, programOfMps, readMps } from "#solver/model";

export interface ProgramSettings extends SolveOptions {
  /** Engines at hand, one of each; HiGHS among them when whole numbers are asked for. */
  readonly engines: readonly Engine[];
  /** Absent: the dual engine where assignment rows make it worth while, HiGHS elsewhere, the others when refused. */
  readonly engine?: EngineId;
  /** Asks that the columns of assignment rows take whole numbers, besides those the file says so of. */
  readonly integral: boolean;
}

/** An answer in whole numbers with its proven distance to the best conceivable one. */
export interface WholeAnswer {
  readonly objective: number;
  /** Relative to the objective. */
  readonly gap: number;
  /** True when the gap leaves no room for a better one: costs are whole numbers and the bound rounds to the objective. */
  readonly isOptimal: boolean;
  readonly columns: Float64Array;
}

export interface SolvedProgram {
  readonly mps: MpsProgram;
  readonly isAssignment: boolean;
  readonly units: number;
  readonly couplingRows: number;
  readonly engine: EngineId;
  readonly termination: Termination | { readonly reason: "unbounded" };
  readonly passes?: number;
  /** True when prices of the rows, checked on the program's own numbers, prove that no answer exists. */
  readonly infeasibilityProven?: boolean;
  /** Of the linear program, in the scaled numbers of the program solved; absent without a solution. */
  readonly certificate?: Certificate;
  /** In the file's own sense and numbers. */
  readonly objective?: number;
  readonly bound?: number;
  readonly columns?: Float64Array;
  /** Price of each row of the file that is no assignment row, d objective / d limit; NaN for assignment rows. */
  readonly rowPrices?: Float64Array;
  /** Absent: not asked for. Null: none found within the limits. */
  readonly whole?: WholeAnswer | null;
}

/** Widest ranges given to columns without bounds, in turn; an optimum on the edge of the last is called unbounded. */
const BOX_WIDTHS = [1e6, 1e9] as const;
/** Branch-and-bound nodes of the search for whole numbers: the same work on every machine. */
const NODES = 20_000;
const TIME_LIMIT_S = 60;

/**
 * Solves the program of an MPS text: read, checked, brought into the engines' form, solved, certified by the numbers of
 * the file. A file that is no such program is answered by issues alone.
 */
export async function solveProgram(
  text: string,
  file: string,
  settings: ProgramSettings,
): Promise<{ readonly solved?: SolvedProgram; readonly issues: readonly Issue[] }> {
  const { program: mps, issues } = readMps(text, file);
  if (!mps) return { issues };
  for (const boxWidth of BOX_WIDTHS) {
    const form = programOfMps(mps, boxWidth);
    if (settings.engine === "dual" && !form.isAssignment)
      return { issues: [...issues, issueOf("mps-no-assignment-rows", file, {})] };
    const found = form.rescaledRows.map((name) => issueOf("mps-row-rescaled", file, { name }, "note"));
    const solved = await solveForm(mps, form, settings);
    const isBoxed = form.boxed.length > 0;
    const { reason } = solved.termination;
    const needsRoom =
      isBoxed && (reason === "infeasible" || touchesBox(mps, form, solved.columns ?? [], boxWidth));
    if (!needsRoom) return { solved, issues: [...issues, ...found] };
    if (boxWidth < BOX_WIDTHS[BOX_WIDTHS.length - 1]) continue;
    const { certificate, objective, bound, columns, rowPrices, whole, ...rest } = solved;
    const termination: SolvedProgram["termination"] =
      reason === "infeasible"
        ? { reason: "failed", message: `no answer with columns up to ${boxWidth}, and no proof beyond` }
        : { reason: "unbounded" };
    return { solved: { ...rest, termination }, issues: [...issues, ...found] };
  }
  return { issues };
}

/** True when a column without a bound of its own went more than half the way to ours. */
function touchesBox(
  mps: MpsProgram,
  { boxed }: FileProgram,
  columns: ArrayLike<number>,
  boxWidth: number,
): boolean {
  const hasEnd = (bound: number) => Math.abs(bound) < Number.POSITIVE_INFINITY;
  return boxed.some((column) => {
    const [lower, upper] = [mps.columnLower[column], mps.columnUpper[column]];
    const start = hasEnd(lower) ? lower : hasEnd(upper) ? upper : 0;
    return Math.abs(columns[column] - start) > boxWidth / 2;
  });
}

async function solveForm(
  mps: MpsProgram,
  form: FileProgram,
  settings: ProgramSettings,
): Promise<SolvedProgram> {
  const { program } = form;
  const { solution, certificate } = await solveCertified(form, settings);
  const base = {
    mps,
    isAssignment: form.isAssignment,
    units: form.assignmentCount,
    couplingRows: program.rows.length,
    engine: solution.engine,
    termination: solution.termination,
    ...(solution.passes === undefined ? {} : { passes: solution.passes }),
  };
  if (!certificate) {
    if (solution.termination.reason !== "infeasible") return base;
    return { ...base, infeasibilityProven: certifyInfeasible(program, solution.rowDual) };
  }
  const toFile = (scaled: number) => inFileSense(mps, form.costConstant + form.costScale * scaled);
  const wantsWhole = settings.integral || mps.integer.includes(1);
  return {
    ...base,
    certificate,
    objective: toFile(certificate.primal),
    bound: toFile(certificate.bound),
    columns: fileColumns(mps, form, solution.x),
    rowPrices: Float64Array.from(form.rowOfFile, (row) =>
      row < 0
        ? Number.NaN
        : inFileSense(mps, (-form.costScale * solution.rowDual[row]) / program.rows[row].scale),
    ),
    ...(wantsWhole ? { whole: await findWhole(mps, form, certificate, settings) } : {}),
  };
}

function inFileSense(mps: MpsProgram, cost: number): number {
  return mps.maximises ? -cost : cost;
}

/** The first solution an engine's certificate does not refuse. */
async function solveCertified(
  form: FileProgram,
  settings: ProgramSettings,
): Promise<{ solution: Solution; certificate?: Certificate }> {
  const order: readonly EngineId[] = settings.engine
    ? [settings.engine]
    : form.isAssignment
      ? ["dual", "highs", "glpk"]
      : ["highs", "glpk"];
  let last: { solution: Solution; certificate?: Certificate } | undefined;
  for (const id of order) {
    const engine = settings.engines.find((one) => one.id === id);
    if (!engine) continue;
    const solution = await engine.solve(form.program, settings);
    const { reason } = solution.termination;
    if (reason === "infeasible" || reason === "no-solution") return { solution };
    if (reason === "failed") {
      last ??= { solution };
      continue;
    }
    const certificate = certify(form.program, solution.x, solution.rowDual);
    last = { solution, certificate };
    if (certificate.state !== "refused" || reason === "feasible") return last;
  }
  if (last) return last;
  throw new Error("no engine was offered");
}

/** Whole numbers for the columns that need them, checked by the certificate's own residuals. */
async function findWhole(
  mps: MpsProgram,
  form: FileProgram,
  relaxed: Certificate,
  { engines, integral, signal, timeLimitS = TIME_LIMIT_S }: ProgramSettings,
): Promise<WholeAnswer | null> {
  const solveSmall = engines.find(({ id }) => id === "highs")?.solveSmall;
  if (!solveSmall) return null;
  const { program } = form;
  const assignedPairs = form.assignmentCount * program.options.length;
  const integer = Uint8Array.from(form.fileColumn, (of, column) =>
    mps.integer[of] === 1 || (integral && program.columnPair[column] < assignedPairs) ? 1 : 0,
  );
  const outcome = await solveSmall(
    { ...fullLinearProgram(program), integer },
    { timeLimitS, nodeLimit: NODES, shouldStop: () => signal?.aborted === true },
  );
  if ((outcome.status !== "optimal" && outcome.status !== "limit") || !outcome.x) return null;
  const x = outcome.x.map((value, column) => (integer[column] === 1 ? Math.round(value) : value));
  const noPrices = new Float64Array(program.rows.length);
  const { maxResidual, primal } = certify({ ...program, integer }, x, noPrices);
  if (!(maxResidual <= 1e-9)) return null;
  const cost = form.costConstant + form.costScale * primal;
  const bound = form.costConstant + form.costScale * relaxed.bound;
  const room = 1e-9 * Math.max(1, Math.abs(bound));
  const reachable = costsAreWhole(mps, form, integer) ? Math.ceil(bound - room) : bound;
  return {
    objective: inFileSense(mps, cost),
    gap: Math.max(0, cost - reachable) / Math.max(1, Math.abs(cost)),
    isOptimal: cost - reachable <= room,
    columns: fileColumns(mps, form, x),
  };
}

/** True when every answer costs a whole number, so that a bound may be rounded up to one. */
function costsAreWhole(mps: MpsProgram, form: FileProgram, integer: Uint8Array): boolean {
  const isWhole = new Uint8Array(mps.columnNames.length);
  for (const [column, of] of form.fileColumn.entries()) isWhole[of] = integer[column];
  return (
    Number.isInteger(form.costConstant) &&
    mps.cost.every((cost, column) => cost === 0 || (Number.isInteger(cost) && isWhole[column] === 1))
  );
}

function issueOf(
  code: string,
  file: string,
  context: Readonly<Record<string, string | number>>,
  severity: Issue["severity"] = "error",
): Issue {
  return { code, severity, where: { file }, context };
}
