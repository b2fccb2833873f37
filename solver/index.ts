export { computePayoff, payoffInputsHash } from "./payoff.ts";
export { readOverrides } from "./read-overrides.ts";
export type { Run, SolveSettings } from "./run.ts";
export { type ProgramSettings, type SolvedProgram, solveProgram, type WholeAnswer } from "./solve-program.ts";
export {
  type AssessedRegion,
  type RunOutcome,
  solveAssessedRegion,
  solveRegion,
} from "./solve-region.ts";
