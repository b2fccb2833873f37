import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** Browsers to try on Linux, the user's own choice first. */
const LINUX_OPENERS = ["xdg-open", "firefox", "google-chrome", "chromium", "microsoft-edge"] as const;

/** Whether windows can be shown: always on Windows and macOS, elsewhere when a display server is named. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === "win32" || platform === "darwin") return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** What opens an address in the user's browser, or null where there is no display or no browser. */
export function chooseBrowserCommand(
  address: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  exists: (file: string) => boolean = existsSync,
): Command | null {
  if (!hasDisplay(platform, environment)) return null;
  if (platform === "win32") return ["rundll32.exe", "url.dll,FileProtocolHandler", address];
  if (platform === "darwin") return ["open", address];
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const opener = LINUX_OPENERS.find((name) => folders.some((folder) => exists(join(folder, name))));
  return opener === undefined ? null : [opener, address];
}

/** Starts a command and leaves it alone: the browser outlives us, and its failure is no failure of ours. */
export function startDetached([program, ...args]: Command): void {
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}
