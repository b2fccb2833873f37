import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  type ChromiumChoice,
  findChromium,
  listChromiumSources,
  unpackChromium,
} from "../helpers/chromium.ts";

const PACKAGED: ChromiumChoice = { executable: "/packaged", environment: {}, origin: "npm package" };

describe("the choice of a Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "fenglin-chromium-"));
  const named = join(folder, "named");
  const installed = join(folder, "installed");
  writeFileSync(named, "");
  writeFileSync(installed, "");

  it("takes the named one before all others", () => {
    const choice = findChromium({ named, installed: [installed], packaged: () => PACKAGED });
    expect(choice).toEqual({ executable: named, environment: {}, origin: "CHROMIUM_PATH" });
  });

  it("takes the first installed one that exists before the npm package's", () => {
    const choice = findChromium({
      named: undefined,
      installed: [join(folder, "no-such"), installed],
      packaged: () => PACKAGED,
    });
    expect(choice).toMatchObject({ executable: installed, origin: "installed" });
  });

  it("takes the npm package's when none is installed", () => {
    expect(findChromium({ named: undefined, installed: [], packaged: () => PACKAGED })).toBe(PACKAGED);
  });

  it("says plainly that a named browser does not exist, rather than taking another", () => {
    const absent = join(folder, "absent");
    expect(() => findChromium({ named: absent, installed: [installed], packaged: () => PACKAGED })).toThrow(
      `CHROMIUM_PATH names no file: ${absent}`,
    );
  });

  it("says what to do when there is none at all", () => {
    expect(() => findChromium({ named: undefined, installed: [], packaged: () => null })).toThrow(
      "Install Chrome, Chromium or Edge, or set CHROMIUM_PATH",
    );
  });

  it("always finds one here", () => {
    expect(findChromium(listChromiumSources()).executable).not.toBe("");
  });
});

describe("the npm package's Chromium", () => {
  it("starts on x64 Linux, draws with WebGL 2 and has letters to write with; elsewhere there is none", async () => {
    const choice = unpackChromium();
    expect(choice !== null).toBe(process.platform === "linux" && process.arch === "x64");
    if (choice !== null) expect(await tryChromium(choice)).toEqual({ hasWebgl: true, hasLetters: true });
  });
});

async function tryChromium({ executable, environment }: ChromiumChoice) {
  const browser = await chromium.launch({
    executablePath: executable,
    args: ["--no-sandbox"],
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), ...environment },
  });
  try {
    const page = await browser.newPage();
    return await page.evaluate(() => ({
      hasWebgl: document.createElement("canvas").getContext("webgl2") !== null,
      hasLetters: (document.createElement("canvas").getContext("2d")?.measureText("karst").width ?? 0) > 10,
    }));
  } finally {
    await browser.close();
  }
}
