// Host of a job in a worker thread; a thread does not inherit its parent's translation of TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./job-worker.ts");
