import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAsar, readFuses, writeFakeDistribution } from "./fake-distribution.ts";

/**
 * Packages the app as `npm run package` does, with a stand-in for Electron's distribution, and reads back what came
 * out. Where 7-Zip is installed, an archive is made with electron-builder as well, as `npm run dist` does.
 */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SYSTEM = `linux-${process.arch}`;
const SEVEN_ZIP = ["/usr/bin/7za", "/usr/bin/7z", "/usr/bin/7zz"].find((file) => existsSync(file));
const REGIONS = ["huajiang", "red-maple-lake", "salad-creek"];

const folder = mkdtempSync(join(tmpdir(), "fenglin-package-"));
const out = join(folder, "out");
const packaged = join(out, `Fenglin-${SYSTEM}`);

beforeAll(() => {
  const electron = JSON.parse(readFileSync(join(ROOT, "node_modules/electron/package.json"), "utf8")) as {
    version: string;
  };
  writeFakeDistribution(join(folder, "zips"), electron.version, SYSTEM);
  const verb = SEVEN_ZIP === undefined ? "package" : "make";
  const run = spawnSync(process.execPath, ["--import", "tsx", "scripts/package.ts", verb], {
    cwd: ROOT,
    encoding: "utf8",
    env: {
      ...process.env,
      FENGLIN_ELECTRON_ZIPS: join(folder, "zips"),
      FENGLIN_OUT: out,
      FENGLIN_INSTALLERS: "tar.gz",
      ...(SEVEN_ZIP === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: SEVEN_ZIP }),
    },
  });
  if (run.status !== 0) throw new Error(`packaging failed\n${run.stdout}\n${run.stderr}`);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the package", () => {
  it("holds the built app and nothing else in its archive", () => {
    const files = listAsar(readFileSync(join(packaged, "resources/app.asar")));
    expect(files).toEqual(
      expect.arrayContaining([
        "package.json",
        ".vite/build/main.cjs",
        ".vite/build/preload.cjs",
        ".vite/renderer/main_window/index.html",
      ]),
    );
    const allowed = /^(package\.json|\.vite\/build\/(main|preload)\.cjs|\.vite\/renderer\/main_window\/.+)$/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it("names a main file that is in the archive", () => {
    const { main } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { main: string };
    expect(listAsar(readFileSync(join(packaged, "resources/app.asar")))).toContain(main);
  });

  it("brings the three regions, with every layer their region.json names, and not their generator", () => {
    const regions = join(packaged, "resources/sample-regions");
    expect(readdirSync(regions).sort()).toEqual(REGIONS);
    for (const region of REGIONS) {
      expect(readdirSync(join(regions, region), { recursive: true }).sort()).toEqual(
        readdirSync(join(ROOT, "sample-regions", region), { recursive: true }).sort(),
      );
    }
  });

  it("brings our licence, Electron's, and those of all it contains", () => {
    expect(readFileSync(join(packaged, "resources/LICENSE.txt"), "utf8")).toContain(
      "GNU GENERAL PUBLIC LICENSE",
    );
    expect(readFileSync(join(packaged, "LICENSE"), "utf8")).toBe("Electron's licence");
    const licences = readFileSync(join(packaged, "resources/THIRD-PARTY-LICENCES.txt"), "utf8");
    for (const name of ["maplibre-gl", "highs", "glpk.js", "geotiff", "react", "@fontsource/noto-sans-sc"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
    expect(licences).not.toMatch(/^vitest \d/m);
  });

  it("cannot be turned into Node, debugged or made to load other code", () => {
    expect(readFuses(readFileSync(join(packaged, "fenglin")))).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeInspect: false,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
      ownV8Snapshot: false,
      fileProtocolPrivileges: false,
      wasmTrapHandlers: true,
    });
  });
});

describe("the installers", () => {
  const name =
    SEVEN_ZIP === undefined ? "are not made here, as 7-Zip is not installed" : "are made by electron-builder";
  it(name, () => {
    const made = existsSync(join(out, "make"))
      ? readdirSync(join(out, "make"), { recursive: true }).filter((file) => String(file).endsWith(".tar.gz"))
      : [];
    expect(made).toHaveLength(SEVEN_ZIP === undefined ? 0 : 1);
  });
});
