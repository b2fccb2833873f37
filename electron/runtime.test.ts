import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchRuntime, findRuntime } from "./runtime.ts";

let packageFolder: string;

beforeEach(() => {
  packageFolder = mkdtempSync(join(tmpdir(), "fenglin-runtime-"));
  mkdirSync(join(packageFolder, "dist"));
});

afterEach(() => rmSync(packageFolder, { recursive: true, force: true }));

/** A downloader that runs the given code. */
function writeDownloader(code: string): void {
  writeFileSync(join(packageFolder, "install.js"), code);
}

describe("findRuntime", () => {
  it("finds the program that the package's note names", () => {
    writeFileSync(join(packageFolder, "path.txt"), "app");
    writeFileSync(join(packageFolder, "dist", "app"), "");
    expect(findRuntime({ packageFolder })).toBe(join(packageFolder, "dist", "app"));
  });

  it("finds none when the note is there and the program is gone", () => {
    writeFileSync(join(packageFolder, "path.txt"), "app");
    expect(findRuntime({ packageFolder })).toBeNull();
  });

  it("prefers the distribution the user names", () => {
    const distFolder = join(packageFolder, "own");
    mkdirSync(distFolder);
    writeFileSync(join(distFolder, "electron"), "");
    expect(findRuntime({ packageFolder, distFolder })).toBe(join(distFolder, "electron"));
  });
});

describe("fetchRuntime", () => {
  it("gives the program once it is fetched", async () => {
    writeDownloader(`
      const { writeFileSync } = require("node:fs");
      writeFileSync(__dirname + "/dist/app", "");
      writeFileSync(__dirname + "/path.txt", "app");`);
    expect(await fetchRuntime({ packageFolder })).toBe(join(packageFolder, "dist", "app"));
  });

  it("gives none where the download fails", async () => {
    writeDownloader("process.exit(1)");
    expect(await fetchRuntime({ packageFolder })).toBeNull();
  });

  it("gives up a download that stalls", async () => {
    writeDownloader("setInterval(() => undefined, 1000)");
    expect(await fetchRuntime({ packageFolder }, 200)).toBeNull();
  });
});
