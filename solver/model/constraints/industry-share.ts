import type { Assessment } from "#solver/assessment";
import type { OptionId } from "#solver/region";
import type { RowDraft } from "../assemble.ts";
import { isBaseIndustry } from "../base-industries.ts";

/**
 * Constant and terms of `area of industry - share * area of all land industries`, stands included: a stand counts as
 * long as it stays, so every option but renovation takes it away.
 */
export function industryShareTerms(
  assessment: Assessment,
  industry: OptionId,
  share: number,
): Pick<RowDraft, "constant" | "terms"> {
  const weight = (option: OptionId | "") =>
    option === "" ? 0 : (option === industry ? 1 : 0) - (isBaseIndustry(option) ? share : 0);
  const standWeight = Float64Array.from(assessment.stand, weight);
  let constant = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++)
    constant += assessment.areaHa[unit] * standWeight[unit];
  return {
    constant,
    terms: [
      { byOption: Float64Array.from(assessment.options, weight) },
      {
        factor: standWeight,
        byOption: Float64Array.from(assessment.options, (option) => (option === "RN" ? 0 : -1)),
      },
    ],
  };
}
