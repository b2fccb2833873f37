import { type Issue, isUsable } from "#gis";
import { type Assessment, type AssessmentOverrides, assessRegion } from "#solver/assessment";
import { type Certificate, certify, type Solution, type Termination } from "#solver/engine";
import { evaluateLayout } from "#solver/evaluation";
import { explainPrices, findWholeParcels, layoutOf } from "#solver/layout";
import { compileProgram, type Program } from "#solver/model";
import { type ProblemDefinition, type Region, type RegionFiles, readRegion } from "#solver/region";
import { computePayoff, isPayoffCurrent } from "./payoff.ts";
import type { Run, SolveSettings } from "./run.ts";

export interface RunOutcome {
  /** Absent when an issue is an error. */
  readonly run?: Run;
  readonly issues: readonly Issue[];
}

/**
 * From the files of a region to a certified layout with its reasons: the whole flow, on one page.
 * Findings in the data and outcomes of the solve are values; neither is thrown.
 */
export async function solveRegion(files: RegionFiles, settings: SolveSettings): Promise<RunOutcome> {
  const started = performance.now();
  const { region, issues } = await readRegion(files);
  if (!region) return { issues };

  const read = performance.now();
  const { assessment, issues: findings } = assessRegion(region);
  const found = [...issues, ...findings];
  if (!isUsable(found)) return { issues: found };

  const timings = { read: secondsBetween(started, read), assess: secondsSince(read) };
  const assessed = { region, assessment, problem: region.definition.problem, timings };
  const outcome = await solveAssessedRegion(assessed, settings);
  return { ...outcome, issues: [...found, ...outcome.issues] };
}

export interface AssessedRegion {
  readonly region: Region;
  readonly assessment: Assessment;
  /** What `assessment` was made under, beside the region's file: the run carries it, so that a report can state it. */
  readonly overrides?: AssessmentOverrides;
  readonly problem: ProblemDefinition;
  readonly timings: { readonly read: number; readonly assess: number };
}

/** The stages after the assessment: what a changed weight or limit needs. */
export async function solveAssessedRegion(
  { region, assessment, overrides, problem: asked, timings: before }: AssessedRegion,
  settings: SolveSettings,
): Promise<RunOutcome> {
  const compiling = performance.now();
  const issues: Issue[] = (await isPayoffCurrent(region)) ? [] : [payoffIssue(region)];
  const problem = asked.payoff ? asked : await computePayoff(region, assessment, asked, settings);
  const { program, issues: findings } = compileProgram(problem, assessment);
  issues.push(...findings);
  if (!program || !isUsable(issues)) return { issues };

  const solving = performance.now();
  const { solution, certificate, termination } = await solveCertified(program, settings);
  const run = {
    region,
    assessment,
    ...(overrides && { overrides }),
    problem,
    program,
    engine: solution.engine,
    termination,
  };
  const timings = { ...before, compile: secondsBetween(compiling, solving), solve: secondsSince(solving) };
  if (!certificate) return { run: { ...run, timings: { ...timings, layout: 0, evaluate: 0 } }, issues };

  const layingOut = performance.now();
  const layout = layoutOf(program, solution.x);
  const whole = await findWholeParcels(program, { layout, solution, bound: -certificate.bound }, settings);

  const evaluating = performance.now();
  const evaluation = evaluateLayout(layout, { assessment, problem });
  const explanation = explainPrices(program, solution, layout);
  const result = { solution, certificate, layout, whole, evaluation, explanation };
  const layoutS = secondsBetween(layingOut, evaluating);
  return {
    run: { ...run, result, timings: { ...timings, layout: layoutS, evaluate: secondsSince(evaluating) } },
    issues,
  };
}

interface CertifiedSolution {
  readonly solution: Solution;
  readonly termination: Termination;
  /** Absent when there is nothing that may be shown as a plan. */
  readonly certificate?: Certificate;
}

/** Residual up to which a layout counts as meeting every rule. */
const MAX_RESIDUAL = 1e-6;

/** Asks one engine after the other until one returns a layout that the certificate does not refuse. */
async function solveCertified(program: Program, settings: SolveSettings): Promise<CertifiedSolution> {
  let last: Solution | undefined;
  for (const engine of settings.engines) {
    const solution = await engine.solve(program, settings);
    last = solution;
    const { termination } = solution;
    if (termination.reason === "optimal") {
      const certificate = certify(program, solution.x, solution.rowDual);
      if (certificate.state !== "refused") return { solution, termination, certificate };
    } else if (termination.reason === "feasible") {
      const certificate = certify(program, solution.x, solution.rowDual);
      if (certificate.maxResidual <= MAX_RESIDUAL)
        return { solution, termination: { ...termination, gap: certificate.gap }, certificate };
    } else if (termination.reason !== "failed") {
      return { solution, termination };
    }
  }
  if (!last) throw new RangeError("solveRegion needs at least one engine");
  const refused: Termination =
    last.termination.reason === "failed"
      ? last.termination
      : { reason: "failed", message: "no engine returned a layout that the certificate confirms" };
  return { solution: last, termination: refused };
}

function payoffIssue(region: Region): Issue {
  const stored = region.definition.problem.payoff !== undefined;
  return {
    code: stored ? "payoff-outdated" : "payoff-missing",
    severity: stored ? "warning" : "note",
    where: { file: "region.json", field: "problem.payoff" },
    context: {},
  };
}

function secondsSince(start: number): number {
  return secondsBetween(start, performance.now());
}

function secondsBetween(start: number, end: number): number {
  return (end - start) / 1000;
}
