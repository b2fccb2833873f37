import type { Assessment } from "#solver/assessment";
import type { Bilingual, Label, ObjectiveId } from "#solver/region";

/** Spec of an objective: read by panel, CLI, docs and report. */
export interface ObjectiveSpec {
  readonly id: ObjectiveId;
  readonly title: Bilingual;
  readonly unit: string;
  readonly formulation: string;
  readonly label: Label;
  readonly source: string;
}

export interface Objective {
  readonly spec: ObjectiveSpec;
  /** Gain per hectare against today, per pair; more is better. */
  readonly gainPerHa: (assessment: Assessment) => Float64Array;
}
