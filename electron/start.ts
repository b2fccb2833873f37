/**
 * `npm start`: builds the app and opens it, in its own window where Electron's program is to be had, otherwise in the
 * browser. `npm start -- --browser` asks for the browser directly.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { launch } from "./launch.ts";
import { locateRuntime } from "./runtime.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const words = process.argv.slice(2);
if (words.some((word) => word !== "--browser")) {
  console.error("Usage: npm start [-- --browser]");
  process.exitCode = 2;
} else if (build()) {
  await start(words.length > 0 ? "browser" : "desktop");
} else {
  process.exitCode = 1;
}

/** Builds in a process of its own: the bundler's memory is not needed while the app runs. Errors go to the terminal. */
function build(): boolean {
  const command = ["--import", "tsx", "scripts/build.ts"];
  return (
    spawnSync(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] }).status === 0
  );
}

async function start(wanted: "desktop" | "browser"): Promise<void> {
  const place = {
    root: ROOT,
    runtime: locateRuntime(),
    platform: process.platform,
    environment: process.env,
    say: console.log,
  };
  const launched = await launch(place, wanted);
  if ("exitCode" in launched) {
    process.exitCode = launched.exitCode;
    return;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void launched.server.close());
}
