import { serveCalls, type Port } from "./rpc.ts";
import { createSolveFlow } from "./solve-flow.ts";
import type { SolveCalls } from "./calls.ts";

serveCalls<SolveCalls>(self as unknown as Port, createSolveFlow());
