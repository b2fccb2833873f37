import type { CriterionCurve, CriterionId, RegionDefinition } from "#solver/region";

/** What a region states about the criteria; where it states nothing, every criterion counts alike. */
export class CriterionChoices {
  constructor(private readonly criteria: RegionDefinition["criteria"]) {}

  /** Stated weight, 0 for a criterion that does not count here. */
  weightOf(id: CriterionId): number {
    return this.criteria ? (this.criteria.find((choice) => choice.id === id)?.weight ?? 0) : 1;
  }

  curvesOf(id: CriterionId): readonly CriterionCurve[] {
    return this.criteria?.find((choice) => choice.id === id)?.curves ?? [];
  }
}
