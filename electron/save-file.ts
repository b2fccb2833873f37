import { randomBytes } from "node:crypto";
import * as nodeFiles from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { SaveFailure } from "#ipc";

/** The calls a save makes, so that a test can make any one of them fail. */
export type FileCalls = Pick<typeof nodeFiles, "open" | "realpath" | "rename" | "rm" | "stat">;

const NEW_FILE_MODE = 0o644;
const RENAME_PATIENCE_MS = 5_000;
const BUSY_CODES: readonly unknown[] = ["EPERM", "EACCES", "EBUSY"];

/**
 * Writes a whole file or leaves what stood there: the bytes go to a new file beside it, are forced to disk, and only
 * then take its name. A link is followed; the old file's permissions are kept.
 *
 * @param file absolute path the user chose.
 * @throws the system's error, with its `code`; the unfinished file is gone by then.
 */
export async function saveWholeFile(
  file: string,
  content: string | Uint8Array,
  files: FileCalls = nodeFiles,
): Promise<void> {
  const target = await files.realpath(file).catch(() => file);
  const mode = await files.stat(target).then(
    (status) => status.mode & 0o777,
    () => NEW_FILE_MODE,
  );
  const unfinished = join(
    dirname(target),
    `.${basename(target).slice(0, 80)}.${randomBytes(6).toString("hex")}.part`,
  );
  try {
    await writeToDisk(unfinished, content, mode, files);
    await takeName(unfinished, target, files);
  } catch (error) {
    await files.rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
  await forceFolder(dirname(target), files);
}

/** What to tell the user about a failed save. */
export function classifySaveError(error: unknown): SaveFailure {
  switch (readCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return "disk-full";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "not-permitted";
    default:
      return "write-failed";
  }
}

/** A name that is safe to offer in a dialog on any system: no folders, no reserved or control characters. */
export function cleanFileName(suggestedName: string): string {
  const lastName = suggestedName.split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  const plain = lastName.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, "").replace(/^[. ]+|[. ]+$/g, "");
  return plain === "" ? "fenglin" : plain.slice(0, 120);
}

async function writeToDisk(
  file: string,
  content: string | Uint8Array,
  mode: number,
  files: FileCalls,
): Promise<void> {
  const handle = await files.open(file, "wx", mode);
  try {
    // The handle's writeFile goes on after a short write and reports a full disk; a single write would not.
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames; where a virus scanner holds the target open for a moment, as on Windows, it tries again for a while. */
async function takeName(from: string, to: string, files: FileCalls): Promise<void> {
  const startMs = performance.now();
  for (let pauseMs = 5; ; pauseMs = Math.min(2 * pauseMs, 1_000)) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      const isBusy = process.platform === "win32" && BUSY_CODES.includes(readCode(error));
      if (!isBusy || performance.now() - startMs > RENAME_PATIENCE_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** Makes the new name itself durable. Windows cannot open a folder; the file is complete either way. */
async function forceFolder(folder: string, files: FileCalls): Promise<void> {
  try {
    const handle = await files.open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

function readCode(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
