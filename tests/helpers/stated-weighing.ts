import type { AppliedWeights, Assessment } from "#solver/assessment";
import { ASSESSMENT_IDS } from "#solver/region";

/** Four assessments weighed alike as stated, each of the criteria named. */
export function statedWeighing(
  criteria: Readonly<Partial<Record<(typeof ASSESSMENT_IDS)[number], readonly string[]>>>,
): Assessment["weighing"] {
  const alike = (of: readonly string[]): AppliedWeights => ({
    method: "stated",
    of,
    weights: of.map(() => 1 / of.length),
    parts: [],
    averagedInstead: false,
  });
  return {
    assessments: alike(ASSESSMENT_IDS),
    criteria: {
      ecological: alike(criteria.ecological ?? []),
      resource: alike(criteria.resource ?? []),
      potential: alike(criteria.potential ?? []),
      policy: alike(criteria.policy ?? []),
    },
  };
}
