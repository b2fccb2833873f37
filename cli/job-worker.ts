import { parentPort, workerData } from "node:worker_threads";
import { doJob, type JobRequest } from "./jobs.ts";

const request: JobRequest = workerData;
const outcome = await doJob(request, (progress) => parentPort?.postMessage({ progress }));
parentPort?.postMessage({ outcome });
