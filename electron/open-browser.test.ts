import { delimiter } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseBrowserCommand, hasDisplay } from "./open-browser.ts";

const ADDRESS = "http://127.0.0.1:4000/";
const DESKTOP = { DISPLAY: ":0", PATH: ["/usr/local/bin", "/usr/bin"].join(delimiter) };

describe("hasDisplay", () => {
  it("is sure on Windows and macOS", () => {
    expect([hasDisplay("win32", {}), hasDisplay("darwin", {})]).toEqual([true, true]);
  });

  it("asks for a display server elsewhere", () => {
    expect(hasDisplay("linux", {})).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: "" })).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
    expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
  });
});

describe("chooseBrowserCommand", () => {
  it("uses what the system has for it on Windows and macOS", () => {
    expect(chooseBrowserCommand(ADDRESS, "win32", {})).toEqual([
      "rundll32.exe",
      "url.dll,FileProtocolHandler",
      ADDRESS,
    ]);
    expect(chooseBrowserCommand(ADDRESS, "darwin", {})).toEqual(["open", ADDRESS]);
  });

  it("takes the user's own choice before a browser it knows", () => {
    expect(chooseBrowserCommand(ADDRESS, "linux", DESKTOP, () => true)).toEqual(["xdg-open", ADDRESS]);
  });

  it("takes the browser that is there", () => {
    const exists = (file: string) => file === "/usr/bin/chromium";
    expect(chooseBrowserCommand(ADDRESS, "linux", DESKTOP, exists)).toEqual(["chromium", ADDRESS]);
  });

  it("opens nothing without a browser or without a display", () => {
    expect(chooseBrowserCommand(ADDRESS, "linux", DESKTOP, () => false)).toBeNull();
    expect(chooseBrowserCommand(ADDRESS, "linux", { PATH: "/usr/bin" }, () => true)).toBeNull();
  });
});
