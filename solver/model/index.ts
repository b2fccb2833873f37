export { assembleProgram, type RowDraft } from "./assemble.ts";
export { type AttainableRange, attainableRanges } from "./attainable.ts";
export { isBaseIndustry } from "./base-industries.ts";
export { checkProblem } from "./check.ts";
export { compileProgram } from "./compile.ts";
export {
  CONSTRAINTS,
  type ConstraintSpec,
  constraintSpecs,
  rowDrafts,
} from "./constraints/constraint-list.ts";
export { unitStarts } from "./fill.ts";
export { goldenLp } from "./golden-lp.ts";
export { labourShareOfMonth } from "./labour-months.ts";
export { writeMps } from "./mps.ts";
export { OBJECTIVES, type ObjectiveSpec } from "./objectives/objective-list.ts";
export { payoffRanges } from "./payoff.ts";
export * from "./program.ts";
export { type FileProgram, fileColumns, programOfMps } from "./program-of-mps.ts";
export { type MpsProgram, readMps } from "./read-mps.ts";
export { type ScaledObjective, scaleObjectives } from "./scale-objectives.ts";
