import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

/**
 * The Chromium that tests drive: the one named by `CHROMIUM_PATH`, else one that is installed, else the one that comes
 * as an npm package. There is always one or a plain error; a test is never skipped for want of a browser.
 */
export interface ChromiumChoice {
  readonly executable: string;
  /** What its process needs beside our own environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly origin: "CHROMIUM_PATH" | "installed" | "npm package";
}

/** Usual places of Chrome, Chromium and Edge. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
    "/usr/bin/microsoft-edge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = join(ROOT, "node_modules/.cache/fenglin-chromium");

/** What the choice depends on; tests hand in their own. */
export interface ChromiumSources {
  readonly named: string | undefined;
  readonly installed: readonly string[];
  readonly packaged: () => ChromiumChoice | null;
}

/** Where this machine's Chromium may come from. `CHROMIUM_PATH=npm` passes over what is installed. */
export function listChromiumSources(): ChromiumSources {
  const asked = process.env.CHROMIUM_PATH;
  const onlyPackaged = asked === "npm";
  return {
    named: onlyPackaged || asked === "" ? undefined : asked,
    installed: onlyPackaged ? [] : (INSTALLED[process.platform] ?? []),
    packaged: unpackChromium,
  };
}

/**
 * The Chromium to use.
 *
 * @throws when `CHROMIUM_PATH` names no file, or when there is no browser at all; the message says what to do.
 */
export function findChromium(sources: ChromiumSources = listChromiumSources()): ChromiumChoice {
  const { named } = sources;
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
    return { executable: named, environment: {}, origin: "CHROMIUM_PATH" };
  }
  const installed = sources.installed.find((file) => existsSync(file));
  if (installed !== undefined) return { executable: installed, environment: {}, origin: "installed" };
  const packaged = sources.packaged();
  if (packaged !== null) return packaged;
  throw new Error("No Chromium was found. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one.");
}

/** Starts the chosen Chromium without a window. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const { executable, environment } = findChromium();
  return chromium.launch({
    executablePath: executable,
    args: ["--no-sandbox"],
    env: { ...process.env, ...environment } as Record<string, string>,
  });
}

/**
 * Unpacks the npm package's Chromium (x64 Linux) with its libraries and fonts, once, and says how to run it; null where
 * it cannot run. The package unpacks into the system's temporary folder, and brings out its libraries only where it
 * believes to be on a build server; so it runs in a process of its own that is told both, and the finished folder is
 * then moved into place as a whole.
 */
export function unpackChromium(): ChromiumChoice | null {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const folder = join(CACHE, readPackageVersion());
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true });
    const staging = mkdtempSync(join(CACHE, "unpacking-"));
    const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
    const unpacking = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: staging, CODEBUILD_BUILD_IMAGE: "nodejs20" },
      encoding: "utf8",
    });
    if (unpacking.status !== 0)
      throw new Error(`The npm package's Chromium did not unpack: ${unpacking.stderr}`);
    // The package's own font list names folders of a build server.
    writeFileSync(
      join(staging, "fonts", "fonts.conf"),
      describeFonts([join(folder, "fonts"), "/usr/share/fonts"]),
    );
    moveIntoPlace(staging, folder);
  }
  return {
    executable: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH ?? ""]
        .filter(Boolean)
        .join(":"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
    origin: "npm package",
  };
}

function moveIntoPlace(staging: string, folder: string): void {
  try {
    renameSync(staging, folder);
  } catch (error) {
    // Another test process may have finished first; its folder is as good.
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function readPackageVersion(): string {
  const description = readFileSync(join(ROOT, "node_modules/@sparticuz/chromium/package.json"), "utf8");
  return (JSON.parse(description) as { version: string }).version;
}

function describeFonts(folders: readonly string[]): string {
  const list = folders.map((folder) => `<dir>${folder}</dir>`).join("");
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${list}</fontconfig>\n`;
}
