import { execFileSync } from "node:child_process";
import { link, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRegion, listSampleRegions, openRegion, readRegularFile } from "./region-files.ts";

let base: string;
let folder: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "fenglin-files-"));
  folder = join(base, "region");
  await mkdir(join(folder, "layers"), { recursive: true });
  await writeFile(join(folder, "region.json"), "{}");
  await writeFile(join(folder, "layers/a.tif"), "cells");
  await writeFile(join(base, "secret"), "secret");
});

afterEach(() => rm(base, { recursive: true }));

const read = (path: string) => openRegion({ folder, definitionFile: "region.json" }).read(path);

describe("openRegion", () => {
  it("reads a file of the region, also through a link that stays inside", async () => {
    await symlink(join(folder, "layers/a.tif"), join(folder, "layers/b.tif"));
    for (const name of ["layers/a.tif", "layers/b.tif"]) {
      expect(new TextDecoder().decode(await read(name))).toBe("cells");
    }
  });

  it.each(["../secret", "layers/../../secret", "/etc/passwd", "..\\secret", "", "a\0b"])(
    "refuses %j",
    async (path) => {
      await expect(read(path)).rejects.toMatchObject({ name: "FileProblem", code: "outside-region" });
    },
  );

  it("refuses a link that leads out of the region", async () => {
    await symlink(join(base, "secret"), join(folder, "layers/out.tif"));
    await expect(read("layers/out.tif")).rejects.toMatchObject({ code: "outside-region" });
  });

  it("says what is wrong with a missing file, a folder and an empty file", async () => {
    await writeFile(join(folder, "empty"), "");
    await expect(read("layers/none.tif")).rejects.toMatchObject({ code: "missing", path: "layers/none.tif" });
    await expect(read("layers")).rejects.toMatchObject({ code: "not-a-regular-file" });
    await expect(read("empty")).rejects.toMatchObject({ code: "empty" });
  });

  it("reads the file it was pointed at as the region's definition", async () => {
    await writeFile(join(folder, "other.json"), "[]");
    const bytes = await openRegion({ folder, definitionFile: "other.json" }).read("region.json");
    expect(new TextDecoder().decode(bytes)).toBe("[]");
  });
});

describe("readRegularFile", () => {
  it("does not wait for a pipe or a device", async () => {
    const pipe = join(base, "pipe");
    execFileSync("mkfifo", [pipe]);
    await expect(readRegularFile(pipe, "pipe")).rejects.toMatchObject({ code: "not-a-regular-file" });
    await expect(readRegularFile("/dev/zero", "zero")).rejects.toMatchObject({ code: "not-a-regular-file" });
  });

  it("takes a file of the proc system for what it is", async () => {
    await expect(readRegularFile("/proc/self/status", "proc")).rejects.toMatchObject({ code: "empty" });
  });

  it("reads a file with two names", async () => {
    await link(join(base, "secret"), join(base, "other"));
    expect((await readRegularFile(join(base, "other"), "other")).length).toBe(6);
  });
});

describe("findRegion", () => {
  it("finds a sample by name, a folder and a definition by path", async () => {
    expect(await findRegion("huajiang")).toMatchObject({ definitionFile: "region.json" });
    expect(await findRegion(folder)).toEqual({ folder, definitionFile: "region.json" });
    expect(await findRegion(join(folder, "region.json"))).toEqual({ folder, definitionFile: "region.json" });
  });

  it("says when there is nothing, or no definition", async () => {
    await expect(findRegion("atlantis")).rejects.toMatchObject({ code: "missing", path: "atlantis" });
    await expect(findRegion(base)).rejects.toMatchObject({
      code: "missing",
      path: join(base, "region.json"),
    });
    await expect(findRegion("/dev/null")).rejects.toMatchObject({ code: "not-a-regular-file" });
  });

  it("lists the three samples", async () => {
    expect(await listSampleRegions()).toEqual(["huajiang", "red-maple-lake", "salad-creek"]);
  });
});
