import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { classifySaveError, cleanFileName, type FileCalls, saveWholeFile } from "./save-file.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fenglin-save-"));
  file = join(folder, "report.geojson");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("saveWholeFile", () => {
  it("writes text as UTF-8 and bytes as they are", async () => {
    await saveWholeFile(file, "峰林\n");
    expect(readFileSync(file)).toEqual(Buffer.from("峰林\n"));
    await saveWholeFile(file, new Uint8Array([0, 255]));
    expect([...readFileSync(file)]).toEqual([0, 255]);
  });

  it("leaves nothing beside the file", async () => {
    await saveWholeFile(file, "a");
    await saveWholeFile(file, "b");
    expect(readdirSync(folder)).toEqual(["report.geojson"]);
  });

  it.skipIf(process.platform === "win32")("keeps the permissions of the file it replaces", async () => {
    writeFileSync(file, "old");
    chmodSync(file, 0o600);
    await saveWholeFile(file, "new");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === "win32")("writes through a link, and the link stays", async () => {
    const target = join(folder, "target.json");
    writeFileSync(target, "old");
    symlinkSync(target, file);
    await saveWholeFile(file, "new");
    expect(readFileSync(target, "utf8")).toBe("new");
    expect(readdirSync(folder).sort()).toEqual(["report.geojson", "target.json"]);
  });

  it("leaves the old file or the new one whole, whichever call fails", async () => {
    const { contents, leftovers, outcomes } = await saveWithFaults(saveWholeFile);
    expect(contents).toEqual(["old", "new"]);
    expect(leftovers).toEqual([]);
    expect(outcomes).toEqual(["disk-full", "saved"]);
  });

  it("is worth its trouble: a plain write tears the file under the same faults", async () => {
    const { contents } = await saveWithFaults(async (name, content, calls) => {
      const handle = await calls.open(name, "w");
      await handle.writeFile(content).finally(() => handle.close());
    });
    expect(contents).toContain("n");
  });
});

describe("classifySaveError", () => {
  it.each([
    ["ENOSPC", "disk-full"],
    ["EDQUOT", "disk-full"],
    ["EACCES", "not-permitted"],
    ["EROFS", "not-permitted"],
    ["ENOENT", "write-failed"],
    ["EIO", "write-failed"],
  ])("takes %s for %s", (code, failure) => {
    expect(classifySaveError(Object.assign(new Error(code), { code }))).toBe(failure);
  });

  it("takes anything else for a failed write", () => {
    expect([undefined, null, "ENOSPC", new Error("ENOSPC")].map(classifySaveError)).toEqual(
      Array(4).fill("write-failed"),
    );
  });
});

describe("cleanFileName", () => {
  it.each([
    ["huajiang.geojson", "huajiang.geojson"],
    ["花江 layout.geojson", "花江 layout.geojson"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Windows\\system.ini", "system.ini"],
    ["a:b|c?.csv", "abc.csv"],
    ["name\u0000.csv", "name.csv"],
    ["...", "fenglin"],
    ["", "fenglin"],
    [".hidden", "hidden"],
  ])("turns %j into %j", (suggested, clean) => {
    expect(cleanFileName(suggested)).toBe(clean);
  });

  it("shortens what no file system takes", () => {
    expect(cleanFileName("a".repeat(500))).toHaveLength(120);
  });
});

/** Saves "new" over "old" again and again, each time with the next call failing, until no call is left to fail. */
async function saveWithFaults(save: (file: string, content: string, calls: FileCalls) => Promise<void>) {
  const contents = new Set<string>();
  const leftovers = new Set<string>();
  const outcomes = new Set<string>();
  for (let isLast = false, n = 1; !isLast; n += 1) {
    writeFileSync(file, "old");
    const { calls, hasFailed } = failAt(n);
    const outcome = await save(file, "new", calls).then(() => "saved", classifySaveError);
    isLast = !hasFailed();
    contents.add(readFileSync(file, "utf8"));
    for (const name of readdirSync(folder)) if (join(folder, name) !== file) leftovers.add(name);
    outcomes.add(outcome);
  }
  return { contents: [...contents], leftovers: [...leftovers], outcomes: [...outcomes] };
}

/** The real calls, of which the n-th that changes anything finds the disk full; a write has got halfway by then. */
function failAt(n: number): { calls: FileCalls; hasFailed: () => boolean } {
  let count = 0;
  const isFaulty = (): boolean => {
    count += 1;
    return count === n;
  };
  const full = () => Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  const open: FileCalls["open"] = async (...args) => {
    if (isFaulty()) throw full();
    const handle = await files.open(...args);
    const write = handle.writeFile.bind(handle);
    const sync = handle.sync.bind(handle);
    return Object.assign(handle, {
      writeFile: async (content: string) => {
        if (!isFaulty()) return write(content);
        await write(content.slice(0, 1));
        throw full();
      },
      sync: async () => {
        if (isFaulty()) throw full();
        return sync();
      },
    });
  };
  const rename: FileCalls["rename"] = async (from, to) => {
    if (isFaulty()) throw full();
    return files.rename(from, to);
  };
  return { calls: { ...files, open, rename }, hasFailed: () => count >= n };
}
