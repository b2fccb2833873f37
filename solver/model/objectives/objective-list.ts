import { ecology } from "./ecology.ts";
import { economy } from "./economy.ts";
import { employment } from "./employment.ts";
import type { Objective } from "./objective.ts";
import { suitability } from "./suitability.ts";

export type { Objective, ObjectiveSpec } from "./objective.ts";

/** Every objective, in the order of the lexicographic payoff table. */
export const OBJECTIVES: readonly Objective[] = [ecology, economy, employment, suitability];
