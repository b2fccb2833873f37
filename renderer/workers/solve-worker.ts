import type { SolveCalls } from "./calls.ts";
import { type Port, serveCalls } from "./rpc.ts";
import { createSolveFlow } from "./solve-flow.ts";

serveCalls<SolveCalls>(self as unknown as Port, createSolveFlow());
