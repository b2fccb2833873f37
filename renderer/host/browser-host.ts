import type { SaveFileRequest, SaveFileResult } from "#ipc";
import type { Host } from "./host.ts";

/** The app served to a browser: files are read over HTTP and saved as downloads. */
export function createBrowserHost(page: Document): Host {
  return {
    kind: "browser",
    regionsUrl: new URL("sample-regions/", page.baseURI).href,
    saveFile: (request) => Promise.resolve(downloadFile(page, request)),
    locale: () => Promise.resolve(navigator.language),
  };
}

function downloadFile(page: Document, { suggestedName, content }: SaveFileRequest): SaveFileResult {
  const url = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  const link = page.createElement("a");
  link.href = url;
  link.download = suggestedName;
  link.click();
  // The browser takes the bytes when it starts the download, not when `click` returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { saved: true, name: suggestedName };
}
