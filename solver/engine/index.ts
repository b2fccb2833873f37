export { certify, certifyInfeasible } from "./certificate.ts";
export { createGlpkEngine, createHighsEngine } from "./create-engine.ts";
export { createDualEngine } from "./dual/create-dual-engine.ts";
export * from "./engine.ts";
export { fullLinearProgram } from "./full-program.ts";
export { type GlpkHost, loadGlpkSolver } from "./glpk.ts";
export { type HighsSource, loadHighsSolver } from "./highs.ts";
export type { LinearProgram, LpLimits, LpOutcome, LpSolver } from "./linear-program.ts";
