import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/**
 * What the page loads before anything is seen. All reading, checking and computing is done in workers; a library that
 * does such work has no place in the page, where even its start would hold up the window.
 */

const ASSETS = fileURLToPath(new URL("../../.vite/renderer/main_window/assets", import.meta.url));
/** A text of each library that no bundler takes out. */
const WORKER_LIBRARIES = {
  zod: "Invalid input: expected",
  proj4: "coordinates must be finite",
  geotiff: "GDAL_NODATA",
} as const;

const files = readdirSync(ASSETS).filter((name) => name.endsWith(".js"));
const read = (name: string) => readFileSync(join(ASSETS, name), "utf8");
const workerScripts = files.filter((name) => /^solve-worker-/.test(name));
/** Scripts that the page loads by itself, from index.html on, map included; what only workers load is not reached. */
const pageScripts = [...followScripts(readFileSync(join(ASSETS, "../index.html"), "utf8"))];

function followScripts(text: string, found = new Set<string>()): Set<string> {
  for (const [name] of text.matchAll(/[\w.-]+\.js/g)) {
    if (found.has(name) || !files.includes(name) || /-worker-/.test(name)) continue;
    found.add(name);
    followScripts(read(name), found);
  }
  return found;
}

describe("the page's scripts", () => {
  it("are there, beside those of the worker", () => {
    expect(pageScripts.filter((name) => /^(index|app|map-view)-/.test(name))).toHaveLength(3);
    expect(workerScripts).toHaveLength(1);
  });

  it.each(Object.entries(WORKER_LIBRARIES))("leave %s to the worker, where its text is found", (_, text) => {
    expect(workerScripts.filter((name) => read(name).includes(text))).toEqual(workerScripts);
    expect(pageScripts.filter((name) => read(name).includes(text))).toEqual([]);
  });
});
