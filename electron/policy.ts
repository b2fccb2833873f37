import type { BrowserWindowConstructorOptions } from "electron";

/**
 * What the window may do, as pure decisions: main asks them, tests list them. Nothing here touches Electron.
 *
 * Source: Electron's security checklist (docs/tutorial/security.md).
 */

export const APP_SCHEME = "app";
export const APP_HOST = "fenglin";
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** The scheme behaves like https for its own pages, and no other origin may read from it. */
export const SCHEME_PRIVILEGES = Object.freeze({
  standard: true,
  secure: true,
  supportFetchAPI: true,
  corsEnabled: false,
  bypassCSP: false,
  allowServiceWorkers: false,
});

/** Permissions the page may have. Copying text is the only one it uses. */
const GRANTED_PERMISSIONS: readonly string[] = ["clipboard-sanitized-write"];

/** The frame that sent a message, as far as it is asked about. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** Options of the app's window: frozen, because each of the lower ones is a lock on a door. */
export function windowOptions(preloadFile: string): Readonly<BrowserWindowConstructorOptions> {
  return Object.freeze({
    title: "Fenglin",
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    webPreferences: Object.freeze({
      preload: preloadFile,
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
    }),
  });
}

/** Whether an address belongs to the app: scheme and host compared as parsed, never by how the text begins. */
export function isAppUrl(address: string): boolean {
  const url = parseUrl(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === "" &&
    url.password === ""
  );
}

/** Whether a message comes from the app's own page: its top frame, still alive, at the app's address. */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  return frame != null && frame.parent === null && isAppUrl(frame.url);
}

/** Navigation and redirects stay inside the app. */
export function decideNavigation(address: string): "allow" | "deny" {
  return isAppUrl(address) ? "allow" : "deny";
}

/** A permission is given when it is listed and the app's own page asks. */
export function decidePermission(permission: string, askingAddress: string): boolean {
  return GRANTED_PERMISSIONS.includes(permission) && isAppUrl(askingAddress);
}

/**
 * The path that a request under the app's scheme asks for, still percent-encoded; or the status to refuse it with:
 * 403 for another host, 405 for anything but reading.
 */
export function resolveAppUrl(method: string, address: string): { path: string } | { status: 403 | 405 } {
  if (!isAppUrl(address)) return { status: 403 };
  if (method !== "GET" && method !== "HEAD") return { status: 405 };
  return { path: new URL(address).pathname };
}

function parseUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
