#!/usr/bin/env node
// The program is TypeScript and runs as it stands: tsx translates each file while Node loads it.
import { register } from "tsx/esm/api";

register();
const { runProcess } = await import("./main.ts");
await runProcess();
