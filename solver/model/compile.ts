import { type Issue, isUsable } from "#gis";
import { type Assessment, FIGURE_IDS } from "#solver/assessment";
import type { ObjectiveId, ProblemDefinition } from "#solver/region";
import { assembleProgram, type ProgramParts } from "./assemble.ts";
import { checkProblem } from "./check.ts";
import { rowDrafts } from "./constraints/constraint-list.ts";
import { bestFill } from "./fill.ts";
import { OBJECTIVES } from "./objectives/objective-list.ts";
import type { Program } from "./program.ts";

/**
 * The program of a problem on an assessed region. No column exists for a closed pair or for an industry whose largest
 * area is zero; a mask over part of a parcel caps its pairs. Findings stop compilation: `program` is then absent.
 */
export function compileProgram(
  problem: ProblemDefinition,
  assessment: Assessment,
): { readonly program?: Program; readonly issues: readonly Issue[] } {
  const issues = [...checkProblem(problem, assessment), ...checkFigures(assessment)];
  if (!isUsable(issues)) return { issues };

  const cap = openCaps(problem, assessment);
  const open = { ...assessment, gates: { ...assessment.gates, cap: Float32Array.from(cap) } };
  const gains = OBJECTIVES.map(({ spec, gainPerHa }) => ({ id: spec.id, gainPerHa: gainPerHa(assessment) }));
  const weightSum = gains.reduce((sum, { id }) => sum + problem.weights[id], 0);
  const unitLimit = unitLimits(cap, assessment.options.length);
  if (!problem.payoff) {
    issues.push({
      code: "payoff-ranges-missing",
      severity: "warning",
      where: { field: "problem.payoff" },
      context: {
        remedy: "compute the payoff ranges; until then each objective is measured against its own best",
      },
    });
  }
  const program = assembleProgram({
    options: assessment.options,
    areaHa: assessment.areaHa,
    cap,
    unitLimit,
    rows: rowDrafts(problem, open).filter((row) => !isIdle(row)),
    objectives: gains.map(({ id, gainPerHa }) => ({
      id,
      weight: problem.weights[id] / weightSum,
      ...payoffOf(problem, id, () => unconstrainedBest(assessment, gainPerHa, cap, unitLimit)),
      gainPerHa,
    })),
    tieBreak: true,
  });
  return { program: dropEmptyRows(program), issues };
}

/** Caps of the pairs that become columns; an industry limited to 0 ha gets none. */
function openCaps(problem: ProblemDefinition, { options, gates }: Assessment): Float64Array {
  const closed = options.map((option) =>
    problem.areas.some((limit) => limit.option === option && limit.maxHa === 0),
  );
  return Float64Array.from(gates.cap, (cap, pair) =>
    closed[pair % options.length] || !(cap > 0) ? 0 : Math.min(1, cap),
  );
}

/** A parcel may change no more of itself than its most permissive use allows: the rest is masked for every use. */
function unitLimits(cap: Float64Array, optionCount: number): Float64Array {
  const limit = new Float64Array(cap.length / optionCount);
  for (let pair = 0; pair < cap.length; pair++) {
    const unit = Math.floor(pair / optionCount);
    limit[unit] = Math.max(limit[unit], cap[pair]);
  }
  return limit;
}

function payoffOf(problem: ProblemDefinition, id: ObjectiveId, best: () => number) {
  if (problem.payoff) return { ideal: problem.payoff.ideal[id], nadir: problem.payoff.nadir[id] };
  return { ideal: best() || 1, nadir: 0 };
}

function unconstrainedBest(
  { areaHa, options }: Assessment,
  gainPerHa: Float64Array,
  cap: Float64Array,
  unitLimit: Float64Array,
): number {
  const count = options.length;
  let total = 0;
  for (let unit = 0; unit < areaHa.length; unit++) {
    const pairs = gainPerHa.subarray(unit * count, (unit + 1) * count);
    total +=
      areaHa[unit] * bestFill(pairs, cap.subarray(unit * count, (unit + 1) * count), unitLimit[unit], count);
  }
  return total;
}

/** A limit of nothing: no bound on either side. */
function isIdle({ lower, upper }: ProgramParts["rows"][number]): boolean {
  return (lower ?? Number.NEGATIVE_INFINITY) === Number.NEGATIVE_INFINITY && upper === undefined;
}

/** Rows without columns that hold today say nothing; those that are violated stay and are named as unreachable. */
function dropEmptyRows(program: Program): Program {
  const used = new Uint8Array(program.rows.length);
  for (const row of program.rowIndex) used[row] = 1;
  const keep = program.rows
    .map((_, row) => row)
    .filter((row) => used[row] || program.rowLower[row] > 0 || program.rowUpper[row] < 0);
  if (keep.length === program.rows.length) return program;
  const position = new Map(keep.map((row, index) => [row, index]));
  return {
    ...program,
    rows: keep.map((row) => program.rows[row]),
    rowLower: Float64Array.from(keep, (row) => program.rowLower[row]),
    rowUpper: Float64Array.from(keep, (row) => program.rowUpper[row]),
    rowIndex: program.rowIndex.map((row) => position.get(row) as number),
  };
}

/** A figure that is no number would silently vanish from a row: it stops here, with its name and first place. */
function checkFigures({ figures, gates, options }: Assessment): readonly Issue[] {
  return FIGURE_IDS.flatMap((id) => {
    const pair = figures.option[id].findIndex(
      (value, index) => gates.cap[index] > 0 && !Number.isFinite(value),
    );
    const unit = figures.present[id].findIndex((value) => !Number.isFinite(value));
    if (pair < 0 && unit < 0) return [];
    const place = pair >= 0 ? Math.floor(pair / options.length) : unit;
    return [
      {
        code: "figure-not-a-number",
        severity: "error" as const,
        where: { field: id },
        context: {
          unit: place,
          option: pair >= 0 ? options[pair % options.length] : "as is",
          remedy: "complete the layers or figures this value is computed from",
        },
      },
    ];
  });
}
