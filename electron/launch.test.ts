import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LaunchPlace, launch } from "./launch.ts";

let folder: string;
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fenglin-launch-"));
  lines = [];
  mkdirSync(join(folder, ".vite/renderer/main_window"), { recursive: true });
  mkdirSync(join(folder, "sample-regions"));
  mkdirSync(join(folder, "package"));
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, ".vite/renderer/main_window/index.html"), "the page");
  writeFileSync(join(folder, "package/install.js"), "process.exit(1)");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Linux machine with a display but, unless one is written, neither runtime nor browser. */
function aPlace(environment: NodeJS.ProcessEnv = { DISPLAY: ":9" }): LaunchPlace {
  return {
    root: folder,
    runtime: { packageFolder: join(folder, "package"), distFolder: join(folder, "dist") },
    platform: "linux",
    environment,
    say: (line) => lines.push(line),
  };
}

/** A runtime that does what the given shell line says. */
function writeRuntime(line: string): void {
  writeFileSync(join(folder, "dist/electron"), `#!/bin/sh\n${line}\n`);
  chmodSync(join(folder, "dist/electron"), 0o755);
}

async function expectServing(place: LaunchPlace, wanted: "desktop" | "browser"): Promise<void> {
  const launched = await launch(place, wanted);
  if (!("server" in launched)) throw new Error("nothing is served");
  try {
    expect(lines.at(-1)).toBe(`Fenglin is at ${launched.server.address} (Ctrl+C ends it)`);
    expect(await (await fetch(launched.server.address)).text()).toBe("the page");
  } finally {
    await launched.server.close();
  }
}

describe("launch", () => {
  it("runs the desktop app on the checkout and gives its exit code", async () => {
    writeRuntime(`test "$1" = "${folder}"`);
    expect(await launch(aPlace(), "desktop")).toEqual({ exitCode: 0 });
    expect(lines).toEqual([]);
  });

  it("serves the page when asked for the browser, without a word about Electron", async () => {
    writeRuntime("exit 0");
    await expectServing(aPlace(), "browser");
    expect(lines).toHaveLength(1);
  });

  it.each([
    ["the runtime cannot be fetched", { DISPLAY: ":9" }, "Electron's runtime cannot be fetched here"],
    ["there is no display", {}, "There is no display here"],
  ])("says in one sentence that %s, and serves the page", async (_why, environment, sentence) => {
    await expectServing(aPlace(environment), "desktop");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(sentence);
  });

  it("serves the page when the desktop app fails at its start", async () => {
    writeRuntime("exit 127");
    await expectServing(aPlace(), "desktop");
    expect(lines[0]).toContain("The desktop window could not be opened");
  });
});
