import type { MenuItemConstructorOptions } from "electron";

/** The app's menu: what the system expects of every window, and none of Electron's own links. */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const zoom: MenuItemConstructorOptions = {
    role: "viewMenu",
    submenu: [{ role: "resetZoom" }, { role: "zoomIn" }, { role: "zoomOut" }, { role: "togglefullscreen" }],
  };
  const common: MenuItemConstructorOptions[] = [{ role: "editMenu" }, zoom, { role: "windowMenu" }];
  return platform === "darwin" ? [{ role: "appMenu" }, ...common] : [{ role: "fileMenu" }, ...common];
}
