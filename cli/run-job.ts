import { Worker } from "node:worker_threads";
import type { JobKind, JobOutcomes, JobProgress, RequestOf } from "./jobs.ts";

/** What a job's thread sends back. */
type JobMessage<Kind extends JobKind> =
  | { readonly progress: JobProgress[Kind] }
  | { readonly outcome: JobOutcomes[Kind] };

/**
 * Does a job in a thread of its own, so that this thread can answer a Ctrl-C at any moment: the signal ends the thread
 * whatever it is doing.
 *
 * @throws the signal's reason when it was given up; an Error when the thread broke.
 */
export async function runJob<Kind extends JobKind>(
  request: RequestOf<Kind>,
  {
    signal,
    onProgress,
  }: { readonly signal: AbortSignal; readonly onProgress?: (progress: JobProgress[Kind]) => void },
): Promise<JobOutcomes[Kind]> {
  signal.throwIfAborted();
  // Engines compiled from C may print; standard output belongs to the result alone.
  const worker = new Worker(new URL("./job-worker.mjs", import.meta.url), {
    workerData: request,
    stdout: true,
  });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.on("message", (message: JobMessage<Kind>) => {
        if ("outcome" in message) resolve(message.outcome);
        else onProgress?.(message.progress);
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`the worker thread ended with code ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
