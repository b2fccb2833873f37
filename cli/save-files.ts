import { randomBytes } from "node:crypto";
import * as nodeFiles from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** A file to be written, whole. */
export interface OutputFile {
  readonly path: string;
  /** What to write; `staged` names a file that is written already, whole and beside its place. */
  readonly content: string | Uint8Array | { readonly staged: string };
}

/** Why nothing was written; the message is one line for the user. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/** The calls a save makes, so that a test can make any one of them fail. */
export type FileCalls = Pick<typeof nodeFiles, "mkdir" | "open" | "rename" | "rm" | "rmdir" | "stat">;

export interface SaveOptions {
  /** Files that were read and must never be written over, however they are named or linked. */
  readonly sources: readonly string[];
  readonly signal?: AbortSignal;
  readonly files?: FileCalls;
}

/**
 * Writes all files or none. Every file goes to a new name beside its place and is forced to disk; only when all are
 * there do they take their names. An older file of that name is replaced in one step.
 *
 * @throws {OutputError} when a file cannot be written; what was begun is gone by then. The signal's reason when it
 *   was given up before the names were taken.
 */
export async function saveAll(
  outputs: readonly OutputFile[],
  { sources, signal, files = nodeFiles }: SaveOptions,
): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const output of outputs) await checkTarget(output.path, sources, files);
    const staged: { from: string; to: string }[] = [];
    for (const { path, content } of outputs) {
      signal?.throwIfAborted();
      await attempt(path, async () => {
        await makeFolder(dirname(path), files, undo);
        const isStaged = typeof content === "object" && "staged" in content;
        const from = isStaged ? content.staged : partNameOf(path);
        undo.push(() => files.rm(from, { force: true }));
        if (!isStaged) await writeToDisk(from, content, files);
        staged.push({ from, to: path });
      });
    }
    signal?.throwIfAborted();
    for (const { from, to } of staged) await attempt(to, () => takeName(from, to, files, undo));
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  }
  for (const folder of new Set(outputs.map(({ path }) => dirname(path)))) await forceFolder(folder, files);
}

/** A new name beside a file's place, under which it is written before it takes its own. */
export function partNameOf(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 80)}.${randomBytes(6).toString("hex")}.part`);
}

/**
 * Refuses a place where nothing can be written before the work is done for nothing; `saveAll` still has the last word.
 *
 * @param path a file or folder to be made, or made anew.
 * @throws {OutputError} when what exists of the path is no folder or may not be written to.
 */
export async function checkPlace(path: string): Promise<void> {
  await attempt(path, async () => {
    let at = resolve(path);
    while (!(await nodeFiles.stat(at).catch(() => undefined)) && at !== dirname(at)) at = dirname(at);
    if (!(await nodeFiles.stat(at)).isDirectory() && at !== resolve(path)) {
      throw Object.assign(new Error(at), { code: "ENOTDIR" });
    }
    await nodeFiles.access(at, nodeFiles.constants.W_OK);
  });
}

async function checkTarget(path: string, sources: readonly string[], files: FileCalls): Promise<void> {
  const status = await files.stat(path).catch(() => undefined);
  if (status === undefined) return;
  if (!status.isFile()) throw new OutputError(path, "something that is no file has this name");
  for (const source of sources) {
    const other = await files.stat(source).catch(() => undefined);
    if (other?.ino === status.ino && other.dev === status.dev) {
      throw new OutputError(path, "this is one of the files the result is computed from");
    }
  }
}

/**
 * Makes a folder and its parents, one by one, and remembers how to take away again what was made. Node's own recursive
 * call never returns where a system says "no such file" to every new name, as `/proc` does.
 */
async function makeFolder(folder: string, files: FileCalls, undo: (() => Promise<unknown>)[]): Promise<void> {
  const missing: string[] = [];
  let at = resolve(folder);
  while (!(await files.stat(at).catch(() => undefined)) && at !== dirname(at)) {
    missing.unshift(at);
    at = dirname(at);
  }
  for (const path of missing) {
    await files.mkdir(path);
    undo.push(() => files.rmdir(path));
  }
}

async function writeToDisk(file: string, content: string | Uint8Array, files: FileCalls): Promise<void> {
  const handle = await files.open(file, "wx", 0o644);
  try {
    // The handle's writeFile goes on after a short write and reports a full disk; a single write would not.
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function takeName(
  from: string,
  to: string,
  files: FileCalls,
  undo: (() => Promise<unknown>)[],
): Promise<void> {
  const wasThere = await files.stat(to).then(
    () => true,
    () => false,
  );
  await files.rename(from, to);
  if (!wasThere) undo.push(() => files.rm(to, { force: true }));
}

/** Makes the new names themselves durable. Where a folder cannot be opened the files are complete all the same. */
async function forceFolder(folder: string, files: FileCalls): Promise<void> {
  try {
    const handle = await files.open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

async function attempt(path: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    throw new OutputError(path, describeSystemError(error));
  }
}

function describeSystemError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return SYSTEM_SENTENCES[code] ?? (error instanceof Error ? error.message.split("\n")[0] : String(error));
}

const SYSTEM_SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than allowed",
  EACCES: "writing is not permitted here",
  EPERM: "writing is not permitted here",
  EROFS: "this disk cannot be written to",
  ENOTDIR: "a part of this path is a file, not a folder",
  EEXIST: "a part of this path is a file, not a folder",
  ENAMETOOLONG: "the name is too long",
  EIO: "the disk reported an error",
};
