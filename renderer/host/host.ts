import type { SaveFileRequest, SaveFileResult } from "#ipc";

/** What the window needs from the program that shows it. The same renderer runs under Electron and in a browser. */
export interface Host {
  readonly kind: "desktop" | "browser";
  /** Address that ends in `/` under which `<region>/<path>` of every sample region is served. */
  readonly regionsUrl: string;
  /** Asks where to keep a file and writes it whole, or says why nothing was written. */
  saveFile(request: SaveFileRequest): Promise<SaveFileResult>;
  /** The system's preferred language, a BCP 47 tag. */
  locale(): Promise<string>;
}
