import { type BenchTask, solveOnce } from "./solve-once.ts";

// One process per engine and size: a cold solve is cold once.
const line = await solveOnce(JSON.parse(process.argv[2]) as BenchTask);
process.stdout.write(`${JSON.stringify(line)}\n`);
