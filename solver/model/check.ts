import type { Issue } from "#gis";
import type { Assessment } from "#solver/assessment";
import { OBJECTIVE_IDS, type ProblemDefinition } from "#solver/region";
import { isBaseIndustry } from "./base-industries.ts";

/**
 * Every finding in what the planner asks for: not a number, negative, contradictory or impossible limits, each with the
 * field and what to do. All findings at once; an empty list means the problem can be compiled.
 */
export function checkProblem(problem: ProblemDefinition, assessment?: Assessment): readonly Issue[] {
  return [
    ...checkWeights(problem),
    ...checkAmounts(problem),
    ...checkAreas(problem, assessment),
    ...checkShares(problem, assessment),
    ...checkZoneShares(problem, assessment),
    ...checkPayoff(problem),
  ];
}

function finding(
  code: string,
  field: string,
  context: Readonly<Record<string, string | number>>,
  severity: Issue["severity"] = "error",
): Issue {
  return { code, severity, where: { field: `problem.${field}` }, context };
}

/** Findings in one number that must lie in [0, max]; NaN and infinities are findings, absent is none. */
function checkNumber(value: number | undefined, field: string, max = Number.MAX_VALUE): readonly Issue[] {
  if (value === undefined) return [];
  if (!Number.isFinite(value)) {
    return [
      finding("limit-not-a-number", field, {
        value: String(value),
        remedy: "enter a number or leave it out",
      }),
    ];
  }
  if (value < 0) return [finding("limit-negative", field, { value, remedy: "enter zero or more" })];
  if (value > max) return [finding("limit-too-large", field, { value, max, remedy: `enter at most ${max}` })];
  return [];
}

function checkWeights({ weights }: ProblemDefinition): readonly Issue[] {
  const issues = OBJECTIVE_IDS.flatMap((id) => checkNumber(weights[id], `weights.${id}`));
  if (issues.length === 0 && OBJECTIVE_IDS.every((id) => weights[id] === 0)) {
    issues.push(
      finding("weights-all-zero", "weights", { remedy: "give at least one objective a positive weight" }),
    );
  }
  return issues;
}

function checkAmounts(problem: ProblemDefinition): readonly Issue[] {
  const issues = [
    ...checkNumber(problem.capitalCny, "capitalCny"),
    ...checkNumber(problem.publicCapitalCny, "publicCapitalCny"),
    ...checkNumber(problem.labourDaysPerYear, "labourDaysPerYear"),
    ...checkNumber(problem.irrigationM3PerYear, "irrigationM3PerYear"),
    ...(problem.labourByMonth ?? []).flatMap(({ maxDays }, index) =>
      checkNumber(maxDays, `labourByMonth[${index}].maxDays`),
    ),
  ];
  if (problem.waterBySubBasin && problem.irrigationM3PerYear === undefined) {
    issues.push(
      finding(
        "water-split-without-total",
        "irrigationM3PerYear",
        { remedy: "enter the region's water or switch the split by sub-basin off" },
        "warning",
      ),
    );
  }
  return issues;
}

function checkAreas(problem: ProblemDefinition, assessment?: Assessment): readonly Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  let minimaHa = 0;
  problem.areas.forEach((limit, index) => {
    const field = `areas[${index}]`;
    issues.push(...checkNumber(limit.minHa, `${field}.minHa`), ...checkNumber(limit.maxHa, `${field}.maxHa`));
    if (limit.minHa > limit.maxHa) {
      issues.push(
        finding("limits-contradict", field, {
          option: limit.option,
          min: limit.minHa,
          max: limit.maxHa,
          remedy: "lower the minimum or raise the maximum",
        }),
      );
    }
    if (seen.has(limit.option)) {
      issues.push(
        finding("area-limit-twice", field, { option: limit.option, remedy: "keep one entry per industry" }),
      );
    }
    seen.add(limit.option);
    if (assessment && !assessment.options.includes(limit.option)) {
      issues.push(
        finding("option-not-considered", field, {
          option: limit.option,
          remedy: "add the industry to the region or remove the limit",
        }),
      );
    }
    if (limit.minHa > 0) minimaHa += limit.minHa;
  });
  const regionHa = assessment?.areaHa.reduce((sum, area) => sum + area, 0) ?? Number.POSITIVE_INFINITY;
  if (minimaHa > regionHa) {
    issues.push(
      finding("minima-exceed-region", "areas", {
        min: minimaHa,
        max: regionHa,
        remedy: "lower the minimum areas",
      }),
    );
  }
  return issues;
}

function checkShares(problem: ProblemDefinition, assessment?: Assessment): readonly Issue[] {
  const { leading, diversityMaxShare } = problem;
  const issues = [
    ...checkNumber(diversityMaxShare, "diversityMaxShare", 1),
    ...checkNumber(problem.restorationMinShare, "restorationMinShare", 1),
    ...checkNumber(leading?.minShare, "leading.minShare", 1),
  ];
  if (!leading) return issues;
  if (!isBaseIndustry(leading.option) || (assessment && !assessment.options.includes(leading.option))) {
    issues.push(
      finding("leading-not-an-industry", "leading.option", {
        option: leading.option,
        remedy: "choose one of the region's land industries",
      }),
    );
  }
  if (diversityMaxShare !== undefined && leading.minShare > diversityMaxShare) {
    issues.push(
      finding("limits-contradict", "leading.minShare", {
        option: leading.option,
        min: leading.minShare,
        max: diversityMaxShare,
        remedy: "lower the leading share or raise the diversity cap",
      }),
    );
  }
  return issues;
}

function checkZoneShares(problem: ProblemDefinition, assessment?: Assessment): readonly Issue[] {
  return (problem.zoneMinShares ?? []).flatMap(({ option, minShare }, index) => {
    const field = `zoneMinShares[${index}]`;
    const issues = [...checkNumber(minShare, `${field}.minShare`, 1)];
    if (assessment && !assessment.options.includes(option)) {
      issues.push(
        finding("option-not-considered", field, {
          option,
          remedy: "add the industry to the region or remove the limit",
        }),
      );
    }
    return issues;
  });
}

function checkPayoff({ payoff, weights }: ProblemDefinition): readonly Issue[] {
  if (!payoff) return [];
  return OBJECTIVE_IDS.flatMap((id) => {
    const { [id]: ideal } = payoff.ideal;
    const { [id]: nadir } = payoff.nadir;
    if (Number.isFinite(ideal) && Number.isFinite(nadir) && (ideal > nadir || weights[id] === 0)) return [];
    return [
      finding("payoff-range-empty", `payoff.ideal.${id}`, {
        min: String(nadir),
        max: String(ideal),
        remedy: "compute the payoff ranges anew",
      }),
    ];
  });
}
