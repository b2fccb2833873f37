import { BrowserWindow, type Session, type WebContents } from "electron";
import { APP_URL, decideNavigation, decidePermission, windowOptions } from "./policy.ts";

/** Opens the app's window and shows it once its first frame is drawn. */
export function openWindow(preloadFile: string): BrowserWindow {
  const window = new BrowserWindow({ ...windowOptions(preloadFile) });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(APP_URL);
  return window;
}

/** Keeps a page, whichever window it is in, inside the app: no other address, no new window, no embedded page. */
export function confineContents(contents: WebContents): void {
  const refuseOthers = (event: { readonly url: string; preventDefault(): void }): void => {
    if (decideNavigation(event.url) === "deny") event.preventDefault();
  };
  contents.on("will-navigate", refuseOthers);
  contents.on("will-redirect", refuseOthers);
  contents.on("will-frame-navigate", refuseOthers);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** Answers every permission question of a session with the policy, and lends no device. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(decidePermission(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    decidePermission(permission, `${origin}/`),
  );
  session.setDevicePermissionHandler(() => false);
}
