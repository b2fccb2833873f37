export { evaluateLayout } from "./evaluate-layout.ts";
export type * from "./evaluation.ts";
