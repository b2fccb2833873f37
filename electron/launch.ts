import { spawn } from "node:child_process";
import { join } from "node:path";
import { chooseBrowserCommand, hasDisplay, startDetached } from "./open-browser.ts";
import { fetchRuntime, findRuntime, type RuntimePlace } from "./runtime.ts";
import { type AppServer, serveApp } from "./serve.ts";

/** A desktop app that ends with an error this soon never showed its window. */
const STARTUP_MS = 10_000;

/** Why the app is served to a browser instead. */
const EXCUSES = {
  noDisplay: "There is no display here, so Fenglin is served to a browser instead.",
  noRuntime: "Electron's runtime cannot be fetched here, so Fenglin opens in your browser instead.",
  noWindow:
    "The desktop window could not be opened on this system, so Fenglin opens in your browser instead.",
} as const;

/** What starting depends on outside this checkout's code. */
export interface LaunchPlace {
  /** The checkout: the built app is in `.vite`, the regions in `sample-regions`. */
  readonly root: string;
  readonly runtime: RuntimePlace;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Prints one line to the user. */
  readonly say: (line: string) => void;
}

/** The desktop app has run and ended, or the browser's server runs. */
export type Launched = { readonly exitCode: number } | { readonly server: AppServer };

/** Opens the built app: in its own window if there is a runtime and a display, else, or when asked, in the browser. */
export async function launch(place: LaunchPlace, wanted: "desktop" | "browser"): Promise<Launched> {
  if (wanted === "browser") return { server: await openInBrowser(place) };
  const outcome = await openDesktop(place);
  if (typeof outcome !== "string") return outcome;
  place.say(EXCUSES[outcome]);
  return { server: await openInBrowser(place) };
}

async function openDesktop(place: LaunchPlace): Promise<{ exitCode: number } | keyof typeof EXCUSES> {
  if (!hasDisplay(place.platform, place.environment)) return "noDisplay";
  const program = findRuntime(place.runtime) ?? (await fetchRuntime(place.runtime));
  if (program === null) return "noRuntime";
  const startMs = performance.now();
  const exitCode = await runToEnd(program, place);
  return exitCode !== 0 && performance.now() - startMs < STARTUP_MS ? "noWindow" : { exitCode };
}

async function openInBrowser({ root, platform, environment, say }: LaunchPlace): Promise<AppServer> {
  const server = await serveApp({
    page: join(root, ".vite/renderer/main_window"),
    regions: join(root, "sample-regions"),
  });
  say(`Fenglin is at ${server.address} (Ctrl+C ends it)`);
  const command = chooseBrowserCommand(server.address, platform, environment);
  if (command !== null) startDetached(command);
  return server;
}

/** The exit code of the desktop app. Ctrl+C and a request to end are passed on to it, and we wait for it to leave. */
function runToEnd(program: string, { root, environment }: LaunchPlace): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [root], { stdio: "inherit", env: environment });
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on("SIGINT", passOn).on("SIGTERM", passOn);
    const finish = (exitCode: number): void => {
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      resolve(exitCode);
    };
    child.once("error", () => finish(1));
    child.once("close", (code, signal) => finish(signal === null ? (code ?? 1) : 0));
  });
}
