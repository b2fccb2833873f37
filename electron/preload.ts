import { contextBridge, ipcRenderer } from "electron";
import { type DesktopHost, HOST_CHANNELS } from "#ipc";

/** All that the page ever sees of Electron. */
const host: DesktopHost = {
  saveFile: (request) => ipcRenderer.invoke(HOST_CHANNELS.saveFile, request),
  locale: () => ipcRenderer.invoke(HOST_CHANNELS.locale),
  version: () => ipcRenderer.invoke(HOST_CHANNELS.version),
};

contextBridge.exposeInMainWorld("fenglinHost", host);
