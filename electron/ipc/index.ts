/**
 * The contract between the window and the desktop: which channels exist, what each carries, what it answers.
 *
 * Both sides are written against `DesktopChannels`, so a channel renamed or a field changed on one side only
 * does not compile. Nothing here runs: no Electron, no Node, no DOM.
 */

/** A file the user asked to keep. The user picks the folder; the window never learns or names a path. */
export interface SaveFileRequest {
  /** Name offered in the dialog, e.g. `huajiang.geojson`; folders in it are dropped. */
  readonly suggestedName: string;
  /** Text is written as UTF-8, bytes as they are. */
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Why nothing was written. Whatever stood under the chosen name is then untouched. */
export type SaveFailure = "cancelled" | "disk-full" | "not-permitted" | "write-failed";

/** `name` is the chosen file's name without its folder. */
export type SaveFileResult =
  | { readonly saved: true; readonly name: string }
  | { readonly saved: false; readonly reason: SaveFailure };

/** Channel name -> what is sent and what comes back. */
export interface DesktopChannels {
  "file:save": { readonly request: SaveFileRequest; readonly response: SaveFileResult };
  "app:locale": { readonly request: undefined; readonly response: string };
  "app:version": { readonly request: undefined; readonly response: string };
}

export type DesktopChannel = keyof DesktopChannels;

/**
 * What the window finds as `window.fenglinHost` when it runs in the desktop app, and not at all in a browser.
 * Each method is one channel.
 */
export interface DesktopHost {
  /** Asks where to save, then writes the whole file or nothing. */
  saveFile(request: SaveFileRequest): Promise<SaveFileResult>;
  /** The system's preferred language, a BCP 47 tag such as `zh-CN`. */
  locale(): Promise<string>;
  /** Version of the app, as in package.json. */
  version(): Promise<string>;
}

/** Which channel each method of the host uses. */
export const HOST_CHANNELS = {
  saveFile: "file:save",
  locale: "app:locale",
  version: "app:version",
} as const satisfies Record<keyof DesktopHost, DesktopChannel>;
