import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LEFT_OUT = new Set(["node_modules", ".git", ".vite", ".tsbuild", "out", "dist", "test-results"]);
const PAGES = listPages(ROOT);

describe("the documentation", () => {
  it("links only to what exists", () => {
    const broken = PAGES.flatMap((page) => findBrokenLinks(page, readFileSync(page, "utf8")));
    expect(broken).toEqual([]);
  });

  it("names only npm scripts that package.json has", () => {
    const unknown = PAGES.flatMap((page) => findUnknownScripts(page, readFileSync(page, "utf8")));
    expect(unknown).toEqual([]);
  });

  it("gives every top folder of code its short README", () => {
    const folders = [
      "gis",
      "solver",
      "report",
      "cli",
      "electron",
      "renderer",
      "sample-regions",
      "tests",
      "scripts",
    ];
    expect(folders.filter((folder) => !existsSync(join(ROOT, folder, "README.md")))).toEqual([]);
  });

  it("would show a broken link and an unknown script", () => {
    const page = join(ROOT, "README.md");
    expect(findBrokenLinks(page, "[a](docs/no-such-page.md) [b](https://example.org) [c](#top)")).toEqual([
      "README.md: docs/no-such-page.md",
    ]);
    expect(findUnknownScripts(page, "Run `npm run no-such-script`, then `npm test`.")).toEqual([
      "README.md: no-such-script",
    ]);
  });
});

/** Links and pictures of a Markdown page that lead to no file. Addresses and places within a page are not looked at. */
function findBrokenLinks(page: string, text: string): string[] {
  return [...text.matchAll(/\]\(\s*<?([^)\s>#]+)[^)]*\)/g)]
    .map(([, target]) => decodeURI(target))
    .filter((target) => !/^[a-z]+:/i.test(target) && !existsSync(join(dirname(page), target)))
    .map((target) => `${relative(ROOT, page)}: ${target}`);
}

function findUnknownScripts(page: string, text: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
    .map(([, named, short]) => named ?? short)
    .filter((name) => scripts[name] === undefined)
    .map((name) => `${relative(ROOT, page)}: ${name}`);
}

function listPages(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !LEFT_OUT.has(name))
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listPages(path) : path.endsWith(".md") ? [path] : []));
}
