import type { Assessment, FigureId } from "#solver/assessment";
import type { Bilingual, Label, ProblemDefinition } from "#solver/region";
import type { RowDraft } from "../assemble.ts";

/** Spec of a family of rows: read by panel, CLI, docs and report. */
export interface ConstraintSpec {
  readonly family: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly formulation: string;
  readonly label: Label;
  readonly law: boolean;
}

/** What a constraint may read when it writes its rows. */
export interface RowContext {
  readonly problem: ProblemDefinition;
  readonly assessment: Assessment;
  /** Change per hectare against today, per pair; computed once per figure. */
  readonly change: (figure: FigureId) => Float64Array;
}

export interface Constraint {
  readonly spec: ConstraintSpec;
  /** Rows of this family; none when the problem does not ask for it. */
  readonly rows: (context: RowContext) => readonly RowDraft[];
}
