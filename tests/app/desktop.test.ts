import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOST_CHANNELS } from "#ipc";
import { launchChromium } from "../helpers/chromium.ts";
import { bootDesktop, type FakeDesktop } from "./fake-electron.ts";

/** The built main process and preload script, driven through a page of a real Chromium. */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OWN_PAGE = { url: "app://fenglin/index.html", parent: null };
const folder = mkdtempSync(join(tmpdir(), "fenglin-desktop-"));

let browser: Browser;
let desktop: FakeDesktop;

beforeAll(async () => {
  browser = await launchChromium();
  desktop = await bootDesktop(browser, { root: ROOT });
});

afterAll(async () => {
  await desktop?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the desktop app's start", () => {
  it("shows the app's page in a secure context", async () => {
    expect(await desktop.page.title()).toContain("Fenglin");
    expect(await desktop.page.evaluate(() => window.isSecureContext)).toBe(true);
  });

  it("locks the window down", () => {
    expect(desktop.windowOptions.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it("registers one scheme, secure and closed to other origins", () => {
    expect(desktop.schemes).toHaveLength(1);
    expect(desktop.schemes[0]).toMatchObject({
      scheme: "app",
      privileges: { standard: true, secure: true, corsEnabled: false },
    });
  });

  it("answers the channels of the contract and no others", () => {
    expect(desktop.channels().sort()).toEqual(Object.values(HOST_CHANNELS).sort());
  });
});

describe("the page in the desktop app", () => {
  it("reads a region, draws its map and starts its workers under the app's own addresses", async () => {
    const page = desktop.page;
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.getByTestId("card-huajiang").click();
    await page
      .locator('[data-testid="map"][data-idle="true"]')
      .waitFor({ state: "attached", timeout: 120_000 });
    expect(complaints).toEqual([]);
    expect(desktop.outsideRequests).toEqual([]);
  });
});

describe("what the page sees of the desktop", () => {
  it("is the host with exactly its methods, frozen", async () => {
    const facts = await desktop.page.evaluate(() => {
      const host: unknown = Reflect.get(window, "fenglinHost");
      return { keys: Object.keys(host as object).sort(), isFrozen: Object.isFrozen(host) };
    });
    expect(facts).toEqual({ keys: ["locale", "saveFile", "version"], isFrozen: true });
  });

  it("holds no way to require, to reach Node or to send messages of its own", async () => {
    const found = await desktop.page.evaluate(() =>
      ["require", "process", "module", "ipcRenderer", "electron", "fakeInvoke"].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
  });

  it("tells locale and version", async () => {
    expect(await callHost("locale")).toBe("zh-CN");
    expect(await callHost("version")).toBe("9.9.9");
  });
});

describe("saving a file", () => {
  it("writes text where the user says", async () => {
    const file = join(folder, "花江.geojson");
    desktop.answerSaveDialog(file);
    const result = await callHost("saveFile", { suggestedName: "huajiang.geojson", content: "{ }\n" });
    expect(result).toEqual({ saved: true, name: "花江.geojson" });
    expect(readFileSync(file, "utf8")).toBe("{ }\n");
    expect(desktop.dialogs.at(-1)).toEqual({
      defaultPath: "huajiang.geojson",
      filters: [{ name: "GEOJSON", extensions: ["geojson"] }],
    });
  });

  it("writes bytes as they are", async () => {
    const file = join(folder, "map.png");
    desktop.answerSaveDialog(file);
    const result = await desktop.page.evaluate(() =>
      (Reflect.get(window, "fenglinHost") as { saveFile(request: unknown): Promise<unknown> }).saveFile({
        suggestedName: "map.png",
        content: new Uint8Array([0, 137, 255, 10]),
      }),
    );
    expect(result).toEqual({ saved: true, name: "map.png" });
    expect([...readFileSync(file)]).toEqual([0, 137, 255, 10]);
  });

  it("says when the user cancels", async () => {
    desktop.answerSaveDialog(null);
    expect(await callHost("saveFile", { suggestedName: "a.csv", content: "" })).toEqual({
      saved: false,
      reason: "cancelled",
    });
  });

  it("says when the file cannot be written", async () => {
    desktop.answerSaveDialog(join(folder, "no-such-folder", "a.csv"));
    expect(await callHost("saveFile", { suggestedName: "a.csv", content: "" })).toEqual({
      saved: false,
      reason: "write-failed",
    });
  });

  it("offers no folder that the page names", async () => {
    desktop.answerSaveDialog(null);
    await callHost("saveFile", { suggestedName: "../../etc/passwd", content: "" });
    expect(desktop.dialogs.at(-1)).toMatchObject({ defaultPath: "passwd" });
  });

  it.each([
    ["no request", undefined],
    ["a number for a name", { suggestedName: 1, content: "" }],
    ["an empty name", { suggestedName: "", content: "" }],
    ["a path of its own", { suggestedName: "a", content: "", filePath: "/etc/passwd" }],
    ["an object for content", { suggestedName: "a", content: {} }],
  ])("refuses %s, without a dialog", async (_what, request) => {
    const dialogs = desktop.dialogs.length;
    await expect(callHost("saveFile", request)).rejects.toThrow("the request is not of this channel");
    expect(desktop.dialogs).toHaveLength(dialogs);
  });
});

describe("who may send messages", () => {
  it("is the app's own page", async () => {
    expect(await desktop.invokeAs(OWN_PAGE, "app:version")).toBe("9.9.9");
  });

  it.each([
    ["a frame inside the page", { ...OWN_PAGE, parent: {} }],
    ["another site", { url: "https://fenglin.example/", parent: null }],
    ["a host that begins alike", { url: "app://fenglin.evil/", parent: null }],
    ["a blank page", { url: "about:blank", parent: null }],
    ["a frame that is gone", null],
  ])("is not %s", async (_who, frame) => {
    for (const channel of desktop.channels()) {
      await expect(desktop.invokeAs(frame, channel)).rejects.toThrow("the sender is not the app's page");
    }
  });
});

describe("the app's addresses", () => {
  it("give region files", async () => {
    const response = await desktop.request("app://fenglin/sample-regions/huajiang/region.json");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each([
    ["app://fenglin/..%2f..%2fpackage.json", 404],
    ["app://fenglin/%2e%2e/%2e%2e/package.json", 404],
    ["app://fenglin/sample-regions/..%5c..%5cpackage.json", 404],
    ["app://fenglin/sample-regions/%252e%252e/package.json", 404],
    ["app://fenglin/index.html%00.png", 404],
    ["app://fenglin/no-such-file.js", 404],
    ["app://evil/index.html", 403],
    ["app://fenglin@evil/index.html", 403],
    ["app://fenglin:80/index.html", 403],
  ])("%s is refused with %i", async (address, status) => {
    expect((await desktop.request(address)).status).toBe(status);
  });

  it("take no request but reading", async () => {
    expect((await desktop.request("app://fenglin/index.html", "POST")).status).toBe(405);
  });

  it("do not follow a link out of the folder", async () => {
    const root = join(folder, "checkout");
    const pageFolder = join(root, ".vite/renderer/main_window");
    mkdirSync(pageFolder, { recursive: true });
    mkdirSync(join(root, ".vite/build"));
    for (const name of ["main.cjs", "preload.cjs"]) {
      writeFileSync(join(root, ".vite/build", name), readFileSync(join(ROOT, ".vite/build", name)));
    }
    writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>Other page</title>");
    writeFileSync(join(root, "secret.txt"), "secret");
    symlinkSync(join(root, "secret.txt"), join(pageFolder, "secret.txt"));
    const other = await bootDesktop(browser, { root });
    expect(await other.page.title()).toBe("Other page");
    expect((await other.request("app://fenglin/secret.txt")).status).toBe(404);
    await other.close();
  });
});

describe("what the page cannot do", () => {
  it("reach another site", async () => {
    const outcome = await desktop.page.evaluate(() =>
      fetch("https://example.org/beacon").then(
        () => "reached",
        () => "refused",
      ),
    );
    expect(outcome).toBe("refused");
    expect(desktop.outsideRequests).toEqual([]);
  });

  it("run script from text", async () => {
    const outcome = await desktop.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.injected = true";
      document.head.append(script);
      script.remove();
      return "injected" in window;
    });
    expect(outcome).toBe(false);
  });

  it("leave the app", async () => {
    await desktop.page.evaluate(() => {
      location.href = "https://example.org/";
    });
    expect(await desktop.page.evaluate(() => location.hostname)).toBe("app.invalid");
    expect(desktop.outsideRequests).toEqual([]);
  });

  it("open a window", async () => {
    await desktop.page.evaluate(() => {
      const link = Object.assign(document.createElement("a"), {
        href: "https://example.org/",
        target: "_blank",
      });
      Object.assign(link.style, { position: "fixed", inset: "0", zIndex: "99999" });
      link.id = "way-out";
      document.body.append(link);
    });
    await desktop.page.click("#way-out");
    await expect.poll(() => desktop.deniedWindows).toEqual(["https://example.org/"]);
    expect(desktop.outsideRequests).toEqual([]);
    await desktop.page.evaluate(() => document.getElementById("way-out")?.remove());
  });

  it("use camera, place or clipboard contents", () => {
    const asked = ["media", "geolocation", "clipboard-read", "notifications", "openExternal", "usb"];
    expect(asked.filter((name) => desktop.checkPermission(null, name, "app://fenglin/"))).toEqual([]);
    expect(desktop.checkPermission(null, "clipboard-sanitized-write", "app://fenglin/")).toBe(true);
  });
});

function callHost(method: keyof typeof HOST_CHANNELS, request?: unknown): Promise<unknown> {
  return desktop.page.evaluate(
    ({ name, argument }) => {
      const host = Reflect.get(window, "fenglinHost") as Record<
        string,
        (argument?: unknown) => Promise<unknown>
      >;
      return host[name](argument);
    },
    { name: method, argument: request },
  );
}
