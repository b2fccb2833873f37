import { join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from "electron";
import { answerAppRequest } from "./app-scheme.ts";
import { registerHandlers } from "./handlers.ts";
import { menuTemplate } from "./menu.ts";
import { APP_SCHEME, SCHEME_PRIVILEGES } from "./policy.ts";
import type { ResourceRoots } from "./resources.ts";
import { confineContents, confineSession, openWindow } from "./windows.ts";

/** The main process from start to quit; what it may allow is decided in `policy.ts`. */

const PRELOAD_FILE = join(__dirname, "preload.cjs");

protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }]);

if (app.requestSingleInstanceLock()) {
  app.on("second-instance", focusWindow);
  app.on("web-contents-created", (_event, contents) => confineContents(contents));
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(PRELOAD_FILE);
  });
  void app.whenReady().then(begin);
} else {
  app.quit();
}

function begin(): void {
  const roots = findRoots();
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, roots));
  confineSession(session.defaultSession);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  registerHandlers({
    ipcMain,
    dialog,
    findWindow: (event) => BrowserWindow.fromWebContents(event.sender),
    locale: () => app.getLocale(),
    version: () => app.getVersion(),
  });
  openWindow(PRELOAD_FILE);
}

/** The page is built beside this file; the regions are the package's extra resource, or the checkout's folder. */
function findRoots(): ResourceRoots {
  return {
    page: join(__dirname, "../renderer/main_window"),
    regions: join(app.isPackaged ? process.resourcesPath : app.getAppPath(), "sample-regions"),
  };
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows().at(0);
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
