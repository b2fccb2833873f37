import { readFile, realpath, stat } from "node:fs";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";

/**
 * Which file a request path names, for the desktop's `app://` scheme and for the loopback server alike.
 *
 * A path is taken apart before any file is touched: each segment is decoded once and must consist of plain name
 * characters, which leaves no room for `..`, back slashes, drive letters, stream names, short names, hidden files or
 * a second round of decoding. What is found must then really lie inside its folder, links resolved, and have one of
 * the known types.
 */

/** The two folders that are served, as absolute paths. `/sample-regions/...` is the second, all else the first. */
export interface ResourceRoots {
  readonly page: string;
  readonly regions: string;
}

/** A file's bytes and media type. */
export interface Resource {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Where a request path points: which folder, and the names below it. */
export interface ResourceAddress {
  readonly root: keyof ResourceRoots;
  readonly names: readonly string[];
}

const REGIONS_PREFIX = "sample-regions";
const PLAIN_NAME = /^[\w-](?:[\w.-]*[\w-])?$/;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".geojson": "application/geo+json",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".tif": "image/tiff",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * Where a percent-encoded request path (without its query) points, or null when it is not a plain path.
 * `/` is the page itself.
 */
export function resolveResourcePath(path: string): ResourceAddress | null {
  if (!path.startsWith("/")) return null;
  if (path === "/") return { root: "page", names: ["index.html"] };
  const names = path.slice(1).split("/").map(decodeName);
  if (!names.every((name) => name !== null)) return null;
  if (names[0] !== REGIONS_PREFIX) return { root: "page", names };
  return names.length > 1 ? { root: "regions", names: names.slice(1) } : null;
}

/** The file that a request path names, or null when there is none to be had. */
export async function readResource(path: string, roots: ResourceRoots): Promise<Resource | null> {
  const address = resolveResourcePath(path);
  if (address === null) return null;
  const type = MEDIA_TYPES[extname(address.names[address.names.length - 1]).toLowerCase()];
  if (type === undefined) return null;
  const file = await findInside(roots[address.root], address.names);
  return file === null ? null : { bytes: await readBytes(file), type };
}

function decodeName(segment: string): string | null {
  try {
    const name = decodeURIComponent(segment);
    return PLAIN_NAME.test(name) ? name : null;
  } catch {
    return null;
  }
}

// Electron teaches the callback functions of `node:fs` to look into an asar archive, and not all of `node:fs/promises`.
const resolveLinks = promisify(realpath);
const readStatus = promisify(stat);
const readBytes = promisify(readFile);

/** The real path of a regular file under `root`, or null when it is missing or a link leads out of `root`. */
async function findInside(root: string, names: readonly string[]): Promise<string | null> {
  try {
    const [folder, file] = await Promise.all([resolveLinks(root), resolveLinks(join(root, ...names))]);
    if (!file.startsWith(folder + sep)) return null;
    return (await readStatus(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
