import { type Issue, isUsable } from "#gis";
import { type Assessment, FIGURE_IDS } from "#solver/assessment";
import type { ProblemDefinition } from "#solver/region";
import { assembleProgram, type ProgramParts } from "./assemble.ts";
import { checkProblem } from "./check.ts";
import { rowDrafts } from "./constraints/constraint-list.ts";
import { openCaps, unitLimits } from "./open-pairs.ts";
import type { Program } from "./program.ts";
import { scaleObjectives } from "./scale-objectives.ts";

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
    rows: rowDrafts(problem, assessment).filter((row) => !isIdle(row)),
    objectives: scaleObjectives(problem, assessment),
    tieBreak: true,
  });
  return { program: dropEmptyRows(program), issues };
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
