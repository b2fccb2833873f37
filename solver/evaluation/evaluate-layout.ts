import type { Assessment } from "#solver/assessment";
import type { Layout } from "#solver/layout";
import { OBJECTIVE_POINTS, scaleObjectives } from "#solver/model";
import type { ObjectiveId, ProblemDefinition } from "#solver/region";
import type { Evaluation, IndustryTotal } from "./evaluation.ts";
import { judgeRules } from "./judge-rules.ts";
import { keptStandHa, newAreaHa, optionLevel } from "./levels.ts";
import { totalsOf } from "./total-list.ts";

/**
 * What a layout yields, costs and obeys: totals today and planned, each industry, each rule and each objective, all from
 * the assessed figures per hectare. It never asks who made the layout: one drawn by hand is judged the same way.
 */
export function evaluateLayout(
  layout: Layout,
  { assessment, problem }: { readonly assessment: Assessment; readonly problem: ProblemDefinition },
): Evaluation {
  return {
    totals: totalsOf(layout, assessment),
    industries: industryTotals(layout, assessment),
    rules: judgeRules(layout, assessment, problem),
    objective: judgeObjectives(layout, assessment, problem),
  };
}

function industryTotals(layout: Layout, assessment: Assessment): readonly IndustryTotal[] {
  const count = assessment.options.length;
  return assessment.options.map((option, index) => {
    let parcels = 0;
    for (let unit = 0; unit < assessment.unitCount; unit++)
      if (layout.share[unit * count + index] > 0) parcels++;
    return {
      option,
      areaHa: newAreaHa(assessment, layout, index),
      standHa: keptStandHa(assessment, layout, option),
      parcels,
      yieldT: optionLevel(assessment, layout, "yieldT", index),
      marginCny: optionLevel(assessment, layout, "marginCny", index),
      establishmentCny: optionLevel(assessment, layout, "establishmentCny", index),
      labourDays: optionLevel(assessment, layout, "labourDays", index),
      irrigationM3: optionLevel(assessment, layout, "irrigationM3", index),
    };
  });
}

function judgeObjectives(
  layout: Layout,
  assessment: Assessment,
  problem: ProblemDefinition,
): Evaluation["objective"] {
  const count = assessment.options.length;
  let value = 0;
  const parts = scaleObjectives(problem, assessment).map(({ id, weight, ideal, nadir, gainPerHa }) => {
    let raw = 0;
    for (let pair = 0; pair < gainPerHa.length; pair++) {
      if (layout.share[pair] !== 0)
        raw += assessment.areaHa[Math.floor(pair / count)] * layout.share[pair] * gainPerHa[pair];
    }
    const normalised = (raw - nadir) / (ideal - nadir);
    if (weight > 0) value += OBJECTIVE_POINTS * weight * normalised;
    return [id, { raw, normalised, weight }] as const;
  });
  return { value, parts: Object.fromEntries(parts) as Record<ObjectiveId, (typeof parts)[number][1]> };
}
