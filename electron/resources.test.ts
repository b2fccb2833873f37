import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type ResourceRoots, readResource, resolveResourcePath } from "./resources.ts";

const folder = mkdtempSync(join(tmpdir(), "fenglin-resources-"));
const roots: ResourceRoots = { page: join(folder, "page"), regions: join(folder, "regions") };

mkdirSync(join(roots.page, "assets"), { recursive: true });
mkdirSync(join(roots.regions, "huajiang", "layers"), { recursive: true });
writeFileSync(join(folder, "secret.json"), "secret");
writeFileSync(join(roots.page, "index.html"), "<!doctype html>");
writeFileSync(join(roots.page, "assets", "main-B_x1.js"), "export {}");
writeFileSync(join(roots.page, "assets", "engine.wasm"), "wasm");
writeFileSync(join(roots.page, ".env.json"), "secret");
writeFileSync(join(roots.page, "notes.ts"), "secret");
writeFileSync(join(roots.regions, "huajiang", "region.json"), "{}");
writeFileSync(join(roots.regions, "huajiang", "layers", "dem.tif"), "II*");
symlinkSync(join(folder, "secret.json"), join(roots.page, "link.json"));
symlinkSync(folder, join(roots.page, "up"));
symlinkSync(join(roots.page, "assets"), join(roots.page, "same"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRAVERSALS = [
  "/../secret.json",
  "/..%2fsecret.json",
  "/%2e%2e/secret.json",
  "/%2e%2e%2fsecret.json",
  "/.%2e/secret.json",
  "/..%5csecret.json",
  "/..\\secret.json",
  "/%252e%252e/secret.json",
  "/%252e%252e%252fsecret.json",
  "/assets/../../secret.json",
  "/assets/..%2f..%2fsecret.json",
  "/sample-regions/../secret.json",
  "/sample-regions/..%2fsecret.json",
  "/sample-regions/huajiang/../../secret.json",
  "//etc/passwd",
  "//secret.json",
  "/./index.html",
  "/index.html/",
  "/index.html%00",
  "/index.html%00.js",
  "/index.html::$DATA",
  "/index.html.",
  "/index.html%20",
  "/INDEX~1.HTM",
  "/C:/secret.json",
  "/.env.json",
  "/assets/.env.json",
  "/%c0%ae%c0%ae/secret.json",
  "/%",
  "/%zz",
  "index.html",
  "",
  "*",
];

describe("resolveResourcePath", () => {
  it("takes the root for the page", () => {
    expect(resolveResourcePath("/")).toEqual({ root: "page", names: ["index.html"] });
  });

  it("sends region paths to the regions", () => {
    expect(resolveResourcePath("/sample-regions/huajiang/layers/dem.tif")).toEqual({
      root: "regions",
      names: ["huajiang", "layers", "dem.tif"],
    });
  });

  it.each(TRAVERSALS)("refuses %j", (path) => {
    expect(resolveResourcePath(path)).toBeNull();
  });

  it("gives only plain names, whatever it is asked", () => {
    const pieces = fc.constantFrom(
      "..",
      ".",
      "%2e",
      "%2f",
      "%5c",
      "%00",
      "%25",
      "/",
      "\\",
      ":",
      "a",
      "b.js",
      "~1",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const address = resolveResourcePath(`/${parts.join("")}`);
        for (const name of address?.names ?? []) expect(name).toMatch(/^[\w-][\w.-]*$/);
      }),
    );
  });
});

describe("readResource", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/assets/main-B_x1.js", "text/javascript; charset=utf-8"],
    ["/assets/engine.wasm", "application/wasm"],
    ["/sample-regions/huajiang/region.json", "application/json"],
    ["/sample-regions/huajiang/layers/dem.tif", "image/tiff"],
    ["/same/engine.wasm", "application/wasm"],
  ])("reads %s as %s", async (path, type) => {
    expect((await readResource(path, roots))?.type).toBe(type);
  });

  it.each([
    ...TRAVERSALS,
    "/no-such.js",
    "/assets",
    "/sample-regions",
    "/sample-regions/",
    "/sample-regions/huajiang",
    "/link.json",
    "/up/secret.json",
    "/notes.ts",
    "/region.json",
  ])("has nothing for %j", async (path) => {
    expect(await readResource(path, roots)).toBeNull();
  });
});
