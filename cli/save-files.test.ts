import * as nodeFiles from "node:fs/promises";
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkPlace, type FileCalls, saveAll } from "./save-files.ts";

let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "fenglin-save-"));
});

afterEach(() => rm(base, { recursive: true }));

const text = (name: string) => readFile(join(base, name), "utf8");
const listAll = async () => (await readdir(base, { recursive: true })).sort();

/** The file system with its k-th call failing; a file's own calls are counted as well. */
function failingAt(k: number): { files: FileCalls; calls: () => number } {
  let calls = 0;
  const count = <Call extends (...args: never[]) => unknown>(call: Call): Call =>
    ((...args: never[]) => {
      calls += 1;
      if (calls === k) return Promise.reject(Object.assign(new Error("planned fault"), { code: "ENOSPC" }));
      return call(...args);
    }) as Call;
  const files: FileCalls = {
    mkdir: count(nodeFiles.mkdir),
    rename: count(nodeFiles.rename),
    rm: nodeFiles.rm,
    rmdir: nodeFiles.rmdir,
    stat: nodeFiles.stat,
    open: count((async (...args: Parameters<typeof nodeFiles.open>) => {
      const handle = await nodeFiles.open(...args);
      handle.writeFile = count(handle.writeFile.bind(handle));
      handle.sync = count(handle.sync.bind(handle));
      return handle;
    }) as typeof nodeFiles.open),
  };
  return { files, calls: () => calls };
}

describe("saveAll", () => {
  it("writes text and bytes into folders it makes", async () => {
    await saveAll(
      [
        { path: join(base, "out/a.geojson"), content: "花椒" },
        { path: join(base, "out/criteria/b.tif"), content: Uint8Array.of(1, 2, 3) },
      ],
      { sources: [] },
    );
    expect(await text("out/a.geojson")).toBe("花椒");
    expect(await listAll()).toEqual(["out", "out/a.geojson", "out/criteria", "out/criteria/b.tif"]);
  });

  it("replaces an older file", async () => {
    await writeFile(join(base, "a"), "old");
    await saveAll([{ path: join(base, "a"), content: "new" }], { sources: [] });
    expect(await text("a")).toBe("new");
  });

  it("never writes over a source, whatever it is called", async () => {
    await writeFile(join(base, "source"), "source");
    await symlink(join(base, "source"), join(base, "soft"));
    await link(join(base, "source"), join(base, "hard"));
    for (const name of ["source", "soft", "hard"]) {
      const save = saveAll([{ path: join(base, name), content: "new" }], { sources: [join(base, "source")] });
      await expect(save).rejects.toMatchObject({ name: "OutputError" });
    }
    expect(await text("source")).toBe("source");
  });

  it("does not take the place of a folder, nor of a file on the way", async () => {
    await mkdir(join(base, "folder"));
    await writeFile(join(base, "file"), "file");
    for (const name of ["folder", "file/a"]) {
      await expect(saveAll([{ path: join(base, name), content: "" }], { sources: [] })).rejects.toMatchObject(
        {
          name: "OutputError",
        },
      );
    }
    expect(await listAll()).toEqual(["file", "folder"]);
  });

  it("leaves everything as it was, whichever call fails", async () => {
    const probe = failingAt(0);
    await saveAll(
      [
        { path: join(base, "x/a"), content: "1" },
        { path: join(base, "x/b"), content: "2" },
      ],
      {
        sources: [],
        files: probe.files,
      },
    );
    await rm(join(base, "x"), { recursive: true });
    // The last two calls only force the folder to disk, after both names are taken.
    const callsThatMatter = probe.calls() - 2;
    expect(callsThatMatter).toBeGreaterThanOrEqual(9);
    for (let k = 1; k <= callsThatMatter; k++) {
      const save = saveAll(
        [
          { path: join(base, "x/a"), content: "1" },
          { path: join(base, "x/b"), content: "2" },
        ],
        {
          sources: [],
          files: failingAt(k).files,
        },
      );
      await expect(save, `call ${k}`).rejects.toThrow("the disk is full");
      expect(await listAll(), `call ${k}`).toEqual([]);
    }
  });

  it("ends where a system refuses every new name", async () => {
    const save = saveAll([{ path: "/proc/fenglin/a", content: "" }], { sources: [] });
    await expect(save).rejects.toMatchObject({ name: "OutputError" });
  });

  it("writes nothing once it was given up", async () => {
    const stop = new AbortController();
    stop.abort(new Error("given up"));
    const save = saveAll([{ path: join(base, "x/a"), content: "" }], { sources: [], signal: stop.signal });
    await expect(save).rejects.toThrow("given up");
    expect(await listAll()).toEqual([]);
  });
});

describe("checkPlace", () => {
  it("accepts what is there and what can be made", async () => {
    await writeFile(join(base, "file"), "");
    for (const name of ["file", "new", "new/folder/file", "."]) await checkPlace(join(base, name));
  });

  it("refuses a path through a file", async () => {
    await writeFile(join(base, "file"), "");
    await expect(checkPlace(join(base, "file/a"))).rejects.toMatchObject({ name: "OutputError" });
  });
});
