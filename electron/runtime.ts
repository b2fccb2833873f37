import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Electron's own program. The npm package brings types and a downloader but not the program, and the package itself
 * must not be imported here, because importing it starts the download.
 */

/** A machine without a way out is refused within a second; this bounds a line that answers and then stalls. */
const FETCH_DEADLINE_MS = 180_000;

/** Where the program is expected: the folder of the `electron` package, or one that the user names. */
export interface RuntimePlace {
  readonly packageFolder: string;
  /** A distribution to use instead of the package's own, as Electron's own launcher understands it. */
  readonly distFolder?: string;
}

/** The place that this checkout's installation and environment give. */
export function locateRuntime(): RuntimePlace {
  return {
    packageFolder: dirname(createRequire(import.meta.url).resolve("electron/package.json")),
    distFolder: process.env.ELECTRON_OVERRIDE_DIST_PATH,
  };
}

/** Absolute path of the program, or null when it is not on this machine. */
export function findRuntime({ packageFolder, distFolder }: RuntimePlace): string | null {
  // The downloader writes this note last, so a download that was cut off leaves none.
  const note = join(packageFolder, "path.txt");
  const name = existsSync(note) ? readFileSync(note, "utf8").trim() : "electron";
  const program = join(distFolder ?? join(packageFolder, "dist"), name);
  return existsSync(program) ? program : null;
}

/** Fetches the program once, silently, and says where it is; null when it cannot be had. */
export async function fetchRuntime(
  place: RuntimePlace,
  deadlineMs = FETCH_DEADLINE_MS,
): Promise<string | null> {
  const downloader = join(place.packageFolder, "install.js");
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [downloader], { stdio: "ignore", timeout: deadlineMs });
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
  return findRuntime(place);
}
