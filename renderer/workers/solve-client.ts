import type { SolveCalls } from "./calls.ts";
import { type Client, createClient, type Port } from "./rpc.ts";

/** The one worker that reads, assesses and solves. */
export function startSolveWorker(): Client<SolveCalls> {
  const worker = new Worker(new URL("./solve-worker.ts", import.meta.url), { type: "module", name: "solve" });
  return createClient<SolveCalls>(worker as unknown as Port);
}
