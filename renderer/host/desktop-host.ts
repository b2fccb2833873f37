import type { DesktopHost } from "#ipc";
import type { Host } from "./host.ts";

declare global {
  interface Window {
    readonly fenglinHost?: DesktopHost;
  }
}

/** The app in its own window: saving asks through a dialog of the system. */
export function createDesktopHost(page: Document, desktop: DesktopHost): Host {
  return {
    kind: "desktop",
    regionsUrl: new URL("sample-regions/", page.baseURI).href,
    saveFile: (request) => desktop.saveFile(request),
    locale: () => desktop.locale(),
  };
}
