import { constants } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { RegionFiles } from "#solver/region";

/** Where the sample regions stand in this checkout. */
export const SAMPLE_REGIONS_FOLDER = fileURLToPath(new URL("../sample-regions", import.meta.url));

/** A region on disk: the folder and the file in it that describes it. */
export interface RegionPlace {
  readonly folder: string;
  readonly definitionFile: string;
}

/** A file that cannot be read, with the reason in one word. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
  constructor(
    readonly code:
      | "missing"
      | "not-a-regular-file"
      | "outside-region"
      | "too-large"
      | "empty"
      | "not-permitted"
      | "not-utf-8",
    readonly path: string,
  ) {
    super(`${path}: ${code}`);
  }
}

/** Ids of the sample regions, in alphabetical order: the folders that hold a `region.json`. */
export async function listSampleRegions(folder = SAMPLE_REGIONS_FOLDER): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory() && (await isRegularFile(join(folder, entry.name, DEFINITION_FILE))))
      ids.push(entry.name);
  }
  return ids.sort();
}

const DEFINITION_FILE = "region.json";

/**
 * Where a region named on the command line lies: the name of a sample region, a folder, or a `region.json`.
 *
 * @throws {FileProblem} `missing` or `not-a-regular-file` when it names none of these.
 */
export async function findRegion(word: string): Promise<RegionPlace> {
  const isName = /^[a-z0-9-]+$/.test(word);
  const folder =
    isName && (await listSampleRegions()).includes(word) ? join(SAMPLE_REGIONS_FOLDER, word) : resolve(word);
  const status = await stat(folder).catch((error) => {
    throw describeFailure(error, word);
  });
  if (status.isFile()) return { folder: dirname(folder), definitionFile: basename(folder) };
  if (!status.isDirectory()) throw new FileProblem("not-a-regular-file", word);
  if (!(await isRegularFile(join(folder, DEFINITION_FILE)))) {
    throw new FileProblem("missing", join(word, DEFINITION_FILE));
  }
  return { folder, definitionFile: DEFINITION_FILE };
}

/**
 * The files of a region on disk. Only regular files inside the region's folder are read, links followed and their
 * targets checked; a device, a pipe or a file beyond the cap is refused before its first byte.
 */
export function openRegion({ folder, definitionFile }: RegionPlace): RegionFiles {
  return {
    async read(path) {
      return readRegularFile(
        await findInside(folder, path === DEFINITION_FILE ? definitionFile : path),
        path,
      );
    },
  };
}

/** A file's path on disk, links resolved. @throws {FileProblem} when it is not inside the folder. */
export async function findInside(folder: string, path: string): Promise<string> {
  const isPlain =
    path !== "" && !isAbsolute(path) && !path.split(/[/\\]/).includes("..") && !path.includes("\0");
  if (!isPlain) throw new FileProblem("outside-region", path);
  const [root, target] = await Promise.all([realpath(folder), realpath(join(folder, path))]).catch(
    (error) => {
      throw describeFailure(error, path);
    },
  );
  const inside = relative(root, target);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw new FileProblem("outside-region", path);
  }
  return target;
}

/** Bytes of a regular file. @throws {FileProblem} for anything else, under the name `shown`. */
export async function readRegularFile(file: string, shown: string): Promise<Uint8Array> {
  try {
    if (!(await stat(file)).isFile()) throw new FileProblem("not-a-regular-file", shown);
    // A pipe put in the file's place meanwhile must not block the open.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const status = await handle.stat();
      if (!status.isFile()) throw new FileProblem("not-a-regular-file", shown);
      if (status.size > LARGEST_FILE) throw new FileProblem("too-large", shown);
      if (status.size === 0) throw new FileProblem("empty", shown);
      return new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw describeFailure(error, shown);
  }
}

const LARGEST_FILE = 512 * 1024 * 1024;

function describeFailure(error: unknown, path: string): unknown {
  if (error instanceof FileProblem || !(error instanceof Error) || !("code" in error)) return error;
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ELOOP":
    case "ENAMETOOLONG":
      return new FileProblem("missing", path);
    case "EACCES":
    case "EPERM":
      return new FileProblem("not-permitted", path);
    case "EISDIR":
    case "ENXIO":
      return new FileProblem("not-a-regular-file", path);
    default:
      return error;
  }
}

async function isRegularFile(file: string): Promise<boolean> {
  return stat(file).then(
    (status) => status.isFile(),
    () => false,
  );
}
