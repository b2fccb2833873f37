import { createBrowserHost } from "./browser-host.ts";
import { createDesktopHost } from "./desktop-host.ts";
import type { Host } from "./host.ts";

/** The host this page runs in: the preload script leaves its mark, a browser does not. */
export const host: Host = window.fenglinHost
  ? createDesktopHost(document, window.fenglinHost)
  : createBrowserHost(document);
