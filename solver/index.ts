export { computePayoff, payoffInputsHash } from "./payoff.ts";
export type { Run } from "./run.ts";
export {
  type AssessedRegion,
  type RunOutcome,
  type SolveSettings,
  solveAssessedRegion,
  solveRegion,
} from "./solve-region.ts";
