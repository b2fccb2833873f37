import { describe, expect, it } from "vitest";
import {
  APP_URL,
  decideNavigation,
  decidePermission,
  isAppUrl,
  isTrustedSender,
  resolveAppUrl,
  SCHEME_PRIVILEGES,
  type SenderFrame,
  windowOptions,
} from "./policy.ts";

/** Addresses that are not the app, most of which begin or read like it. */
const OUTSIDE = [
  "https://fenglin/",
  "http://fenglin/",
  "file:///etc/passwd",
  "about:blank",
  "data:text/html,hello",
  "blob:app://fenglin/1",
  "javascript:alert(1)",
  "chrome-error://chromewebdata/",
  "devtools://devtools/bundled/index.html",
  "app:fenglin/",
  "app:///fenglin/",
  "app://fenglin.evil/",
  "app://evil/fenglin/",
  "app://fenglin@evil/",
  "app://user@fenglin/",
  "app://user:word@fenglin/",
  "app://fenglin:80/",
  "app://FENGLIN/",
  "app://fenglin%2eevil/",
  "apps://fenglin/",
  "view-source:app://fenglin/",
  "//fenglin/",
  "fenglin",
  "",
];

describe("windowOptions", () => {
  it("keeps every lock on and none can be taken off", () => {
    const options = windowOptions("/build/preload.cjs");
    expect(options.webPreferences).toEqual({
      preload: "/build/preload.cjs",
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(Object.isFrozen(options) && Object.isFrozen(options.webPreferences)).toBe(true);
  });

  it("keeps the scheme closed to other origins", () => {
    expect(SCHEME_PRIVILEGES).toMatchObject({
      standard: true,
      secure: true,
      corsEnabled: false,
      bypassCSP: false,
    });
  });
});

describe("isAppUrl", () => {
  it.each([APP_URL, "app://fenglin/index.html", "app://fenglin/assets/a.js?v=1#top"])(
    "knows %s",
    (address) => {
      expect(isAppUrl(address)).toBe(true);
    },
  );

  it.each(OUTSIDE)("does not take %j for the app", (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});

describe("isTrustedSender", () => {
  it("trusts the app's top frame", () => {
    expect(isTrustedSender({ url: APP_URL, parent: null })).toBe(true);
  });

  const strangers: readonly (readonly [string, SenderFrame | null | undefined])[] = [
    ["a frame inside it", { url: APP_URL, parent: {} }],
    ["a frame whose parent is unknown", { url: APP_URL, parent: undefined }],
    ["a frame that is gone", null],
    ["no frame", undefined],
    ...OUTSIDE.map((url) => [JSON.stringify(url), { url, parent: null }] as const),
  ];

  it.each(strangers)("does not trust %s", (_who, frame) => {
    expect(isTrustedSender(frame)).toBe(false);
  });
});

describe("decideNavigation", () => {
  it("allows the app's own pages", () => {
    expect(decideNavigation("app://fenglin/index.html")).toBe("allow");
  });

  it.each(OUTSIDE)("denies %j", (address) => {
    expect(decideNavigation(address)).toBe("deny");
  });
});

describe("decidePermission", () => {
  it("lets the app copy text, and nobody else", () => {
    expect(decidePermission("clipboard-sanitized-write", APP_URL)).toBe(true);
    expect(OUTSIDE.filter((address) => decidePermission("clipboard-sanitized-write", address))).toEqual([]);
  });

  it.each([
    "clipboard-read",
    "media",
    "geolocation",
    "notifications",
    "midi",
    "midiSysex",
    "pointerLock",
    "openExternal",
    "usb",
    "hid",
    "serial",
    "display-capture",
    "fileSystem",
    "unknown",
    "",
    "toString",
  ])("does not grant %j", (permission) => {
    expect(decidePermission(permission, APP_URL)).toBe(false);
  });
});

describe("resolveAppUrl", () => {
  it("gives the path as it was encoded, without the query", () => {
    expect(resolveAppUrl("GET", "app://fenglin/a%20b/c.js?x=1#y")).toEqual({ path: "/a%20b/c.js" });
  });

  it.each(OUTSIDE)("refuses %j", (address) => {
    expect(resolveAppUrl("GET", address)).toEqual({ status: 403 });
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])("takes no %s", (method) => {
    expect(resolveAppUrl(method, APP_URL)).toEqual({ status: 405 });
  });
});
