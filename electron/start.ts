/**
 * `npm start`: builds the app and opens it, in its own window where Electron's program is to be had, otherwise in the
 * browser. `npm start -- --browser` asks for the browser directly.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildApp } from "../scripts/build.ts";
import { chooseBrowserCommand, hasDisplay, startDetached } from "./open-browser.ts";
import { fetchRuntime, findRuntime, locateRuntime } from "./runtime.ts";
import { serveApp } from "./serve.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const USAGE = "Usage: npm start [-- --browser]";

/** A desktop app that ends with an error this soon never showed its window. */
const STARTUP_MS = 10_000;

await start(process.argv.slice(2));

async function start(words: readonly string[]): Promise<void> {
  if (words.some((word) => word !== "--browser")) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  await buildApp();
  const excuse = words.includes("--browser") ? null : await openDesktop();
  if (excuse === "opened") return;
  if (excuse !== null) console.log(excuse);
  await openBrowser();
}

/** Opens the desktop app and waits for its end; or says in one sentence why there is none. */
async function openDesktop(): Promise<"opened" | string> {
  if (!hasDisplay(process.platform, process.env)) {
    return "There is no display here, so Fenglin is served to a browser instead.";
  }
  const place = locateRuntime();
  const program = findRuntime(place) ?? (await fetchRuntime(place));
  if (program === null) {
    return "Electron's runtime cannot be fetched here, so Fenglin opens in your browser instead.";
  }
  const startMs = performance.now();
  const code = await runToEnd(program);
  if (code !== 0 && performance.now() - startMs < STARTUP_MS) {
    return "The desktop window could not be opened on this system, so Fenglin opens in your browser instead.";
  }
  process.exitCode = code;
  return "opened";
}

/** Serves the app until Ctrl+C, and opens it where a browser exists. */
async function openBrowser(): Promise<void> {
  const server = await serveApp({
    page: `${ROOT}.vite/renderer/main_window`,
    regions: `${ROOT}sample-regions`,
  });
  console.log(`Fenglin is at ${server.address} (Ctrl+C ends it)`);
  const command = chooseBrowserCommand(server.address, process.platform, process.env);
  if (command !== null) startDetached(command);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
}

/** The exit code of the desktop app. Ctrl+C reaches it too, as it shares our terminal; we wait for it to leave. */
function runToEnd(program: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [ROOT], { stdio: "inherit" });
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on("SIGINT", passOn).on("SIGTERM", passOn);
    child.once("error", () => resolve(1));
    child.once("close", (code, signal) => {
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      resolve(signal === null ? (code ?? 1) : 0);
    });
  });
}
