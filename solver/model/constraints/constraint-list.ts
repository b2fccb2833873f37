import type { Assessment, FigureId } from "#solver/assessment";
import type { ProblemDefinition } from "#solver/region";
import type { RowDraft } from "../assemble.ts";
import { changePerHa } from "../figures.ts";
import { area } from "./area.ts";
import { assignmentSpec } from "./assignment.ts";
import { capital } from "./capital.ts";
import type { Constraint, ConstraintSpec } from "./constraint.ts";
import { diversity } from "./diversity.ts";
import { habitat } from "./habitat.ts";
import { labour } from "./labour.ts";
import { leading } from "./leading.ts";
import { monthLabour } from "./month-labour.ts";
import { nutrientLoad } from "./nutrient-load.ts";
import { publicCapital } from "./public-capital.ts";
import { restoration } from "./restoration.ts";
import { soil } from "./soil.ts";
import { villageLabour } from "./village-labour.ts";
import { water } from "./water.ts";
import { waterConservation } from "./water-conservation.ts";
import { zoneShare } from "./zone-share.ts";

export type { Constraint, ConstraintSpec } from "./constraint.ts";

/** Every family of coupling rows, in the order of the program. */
export const CONSTRAINTS: readonly Constraint[] = [
  capital,
  publicCapital,
  labour,
  villageLabour,
  monthLabour,
  water,
  area,
  leading,
  diversity,
  restoration,
  zoneShare,
  soil,
  habitat,
  waterConservation,
  nutrientLoad,
];

/** What every family says of itself, the parcels' own rule first. */
export const constraintSpecs: readonly ConstraintSpec[] = [
  assignmentSpec,
  ...CONSTRAINTS.map(({ spec }) => spec),
];

/** A row with what its family says about it. */
export interface SpecifiedRow extends RowDraft {
  readonly spec: ConstraintSpec;
}

/** All rows a problem asks for, in their own units and before any rounding. */
export function rowDrafts(problem: ProblemDefinition, assessment: Assessment): readonly SpecifiedRow[] {
  const changes = new Map<FigureId, Float64Array>();
  const change = (figure: FigureId) => {
    const known = changes.get(figure) ?? changePerHa(assessment, figure);
    changes.set(figure, known);
    return known;
  };
  return CONSTRAINTS.flatMap((constraint) =>
    constraint.rows({ problem, assessment, change }).map((row) => ({ ...row, spec: constraint.spec })),
  );
}
