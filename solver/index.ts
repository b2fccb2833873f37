export type { Explanation, Run } from "./run.ts";
