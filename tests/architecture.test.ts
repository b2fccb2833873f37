import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { FOLDER_RULES, findBreaches, type SourceFile } from "./helpers/import-rules.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

describe("the import table", () => {
  it("holds for every source", () => {
    expect(findBreaches(readSources())).toEqual([]);
  });

  it("names only folders that stand above, so no two folders import each other", () => {
    const order = Object.keys(FOLDER_RULES);
    const backward = order.flatMap((folder, index) =>
      FOLDER_RULES[folder].imports
        .filter((name) => order.indexOf(name) >= index)
        .map((name) => [folder, name]),
    );
    expect(backward).toEqual([]);
  });

  it("has an entry for every folder with sources", () => {
    expect(findBreaches(readSources()).filter(({ rule }) => rule === "no such folder")).toEqual([]);
    expect(readSources().length).toBeGreaterThan(50);
  });

  it.each([
    [
      "a stage that imports a later one",
      "solver/model/compile.ts",
      'import { solve } from "#solver/engine";',
      "folder order",
    ],
    [
      "an evaluation that meets the engine",
      "solver/evaluation/a.ts",
      'import type { E } from "#solver/engine";',
      "folder order",
    ],
    [
      "the window's code in the main process",
      "electron/main.ts",
      'import { a } from "#report";',
      "folder order",
    ],
    ["another folder by its path", "report/a.ts", 'import { b } from "../solver/run.ts";', "public entry"],
    [
      "a file behind a folder's entry",
      "report/a.ts",
      'import { b } from "#solver/engine/highs.ts";',
      "public entry",
    ],
    ["Node in a pure folder", "gis/a.ts", 'import { readFileSync } from "node:fs";', "no Node here"],
    ["Node in a pure folder, by its old name", "solver/a.ts", 'import fs from "fs";', "no Node here"],
    ["Node in the window", "renderer/ui/a.ts", 'export * from "node:path";', "no Node here"],
    [
      "the map library outside the map",
      "renderer/panels/a.tsx",
      'import * as m from "maplibre-gl";',
      "library home",
    ],
    ["an engine outside its file", "solver/model/a.ts", 'const h = await import("highs");', "library home"],
    ["React in the solver", "solver/a.ts", 'import { useState } from "react";', "library home"],
    [
      "Electron in the window",
      "renderer/host/a.ts",
      'import { ipcRenderer } from "electron";',
      "library home",
    ],
    ["a folder without a rule", "helpers/a.ts", 'import { a } from "#gis";', "no such folder"],
  ])("catches %s", (_what, path, text, rule) => {
    expect(findBreaches([{ path, text }]).map((breach) => breach.rule)).toEqual([rule]);
  });

  it("lets files share types both ways", () => {
    const sources = [
      { path: "gis/a.ts", text: 'import type { B } from "./b.ts";\nimport type {\n  C,\n} from "./b.ts";\n' },
      { path: "gis/b.ts", text: 'import { a } from "./a.ts";\nexport type { A } from "./a.ts";\n' },
    ];
    expect(findBreaches(sources)).toEqual([]);
  });

  it("catches files that import each other", () => {
    const sources = [
      { path: "gis/a.ts", text: 'import "./b.ts";' },
      { path: "gis/b.ts", text: 'import { c } from "./c.ts";' },
      { path: "gis/c.ts", text: 'export { a } from "./a.ts";' },
      { path: "gis/d.ts", text: 'import "./a.ts";' },
    ];
    expect(findBreaches(sources)).toEqual([
      { path: "gis/a.ts", specifier: "gis/a.ts -> gis/b.ts -> gis/c.ts -> gis/a.ts", rule: "cycle" },
    ]);
  });
});

describe("public entries", () => {
  const { imports } = readJson("package.json") as { imports: Record<string, string> };

  it("are index files, one per folder, and all exist", () => {
    for (const target of Object.values(imports)) {
      expect(target).toMatch(/\/index\.ts$/);
      expect(existsSync(join(ROOT, target))).toBe(true);
    }
  });
});

describe("TypeScript's project references", () => {
  const folder = mkdtempSync(join(tmpdir(), "fenglin-references-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.keys(FOLDER_RULES))("let %s see no more than the table does", (name) => {
    const allowed = new Set(FOLDER_RULES[name].imports);
    expect(readReferences(name).filter((reference) => !allowed.has(reference))).toEqual([]);
  });

  it("give pure folders no types of Node or DOM", () => {
    const pure = Object.keys(FOLDER_RULES).filter((name) => FOLDER_RULES[name].isPure === true);
    for (const name of pure) {
      const { options } = readConfig(name);
      expect({ name, types: options.types, lib: options.lib }).toEqual({
        name,
        types: [],
        lib: ["lib.es2023.d.ts"],
      });
    }
  });

  it("refuse an import that the order forbids, and pass the same house without it", () => {
    writeSmallHouse(folder, "export const limit = 1;\n");
    expect(compile(folder)).toMatchObject({ status: 0 });
    writeSmallHouse(folder, 'import { solve } from "#solver/engine";\nexport const limit = solve;\n');
    const { status, output } = compile(folder);
    expect(status).not.toBe(0);
    expect(output).toMatch(/solver\/model\/index\.ts.*error TS6307/);
  });

  it("refuse Node in a pure folder", () => {
    writeSmallHouse(folder, 'import { readFileSync } from "node:fs";\nexport const limit = readFileSync;\n');
    expect(compile(folder).output).toMatch(/solver\/model\/index\.ts.*error TS2\d+/);
  });
});

/** A copy of the real configuration of two stages, with one-line sources: model, and engine which may import model. */
function writeSmallHouse(folder: string, modelText: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    "package.json",
    JSON.stringify({ type: "module", imports: (readJson("package.json") as { imports: object }).imports }),
  );
  write("tsconfig.base.json", readFileSync(join(ROOT, "tsconfig.base.json"), "utf8"));
  write("types/platform.d.ts", "");
  for (const name of ["solver/model", "solver/engine"]) {
    const config = readJson(`${name}/tsconfig.json`) as { references: { path: string }[] };
    const references = config.references.filter(({ path }) => path.endsWith("/model"));
    write(
      `${name}/tsconfig.json`,
      JSON.stringify({ ...config, references: name === "solver/model" ? [] : references }),
    );
  }
  write("solver/model/index.ts", modelText);
  write(
    "solver/engine/index.ts",
    'import { limit } from "#solver/model";\nexport const solve: unknown = limit;\n',
  );
}

function compile(folder: string): { status: number | null; output: string } {
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, "-b", "solver/model", "--pretty", "false"],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  return { status, output: stdout };
}

/** Every source of a folder in the table, tests beside them included. */
function readSources(): SourceFile[] {
  const tops = [...new Set(Object.keys(FOLDER_RULES).map((folder) => folder.split("/")[0]))];
  return tops.flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: "utf8" })
      .map((name) => `${top}/${name.split(sep).join("/")}`)
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") })),
  );
}

function readConfig(name: string): ts.ParsedCommandLine {
  const file = join(ROOT, name, "tsconfig.json");
  return ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, ts.sys.readFile).config,
    ts.sys,
    dirname(file),
  );
}

/** Folders that a folder's tsconfig refers to, named as in the table. */
function readReferences(name: string): string[] {
  return (readConfig(name).projectReferences ?? []).map(({ path }) =>
    relative(ROOT, resolve(ROOT, name, path))
      .split(sep)
      .join("/"),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
}
