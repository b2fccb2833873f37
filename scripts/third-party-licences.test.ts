import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listShippedPackages, writeThirdPartyLicences } from "./third-party-licences.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "fenglin-licences-"));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  write(
    "package-lock.json",
    JSON.stringify({
      packages: {
        "": { name: "app" },
        "node_modules/zeta": {},
        "node_modules/zeta/node_modules/alpha": {},
        "node_modules/tool": { dev: true },
        "node_modules/for-another-system": { optional: true },
      },
    }),
  );
  const packages = [
    ["zeta", { name: "zeta", version: "1.0.0", license: "MIT" }],
    ["zeta/node_modules/alpha", { name: "alpha", version: "2.0.0" }],
    ["tool", { name: "tool", version: "3.0.0", license: "MIT" }],
  ] as const;
  for (const [name, description] of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify(description));
  }
  write("node_modules/zeta/LICENSE.md", "Zeta's terms\r\nsecond line\r\n");
  write("node_modules/zeta/NOTICE", "Zeta's notice");
  write("node_modules/zeta/licensing.js", "not a licence");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("listShippedPackages", () => {
  it("lists what ships and is installed, nested packages included, tools not", () => {
    expect(listShippedPackages(folder).map(({ name, licence }) => [name, licence])).toEqual([
      ["alpha", "see text"],
      ["zeta", "MIT"],
    ]);
  });

  it("reads licence and notice, and nothing that is only named alike", () => {
    const zeta = listShippedPackages(folder).find(({ name }) => name === "zeta");
    expect(zeta?.texts).toEqual(["Zeta's terms\nsecond line\n", "Zeta's notice"]);
  });

  it("finds a licence, by text or by name, for all that we ship", () => {
    const silent = listShippedPackages(ROOT).filter(
      ({ licence, texts }) => licence === "see text" && texts.length === 0,
    );
    expect(silent).toEqual([]);
  });
});

describe("writeThirdPartyLicences", () => {
  it("gives each package its name, version, licence and texts", () => {
    const text = writeThirdPartyLicences(listShippedPackages(folder));
    expect(text).toContain("\nzeta 1.0.0\nLicence: MIT\n\nZeta's terms\nsecond line\n\nZeta's notice\n");
    expect(text).toContain("\nalpha 2.0.0\nLicence: see text (the package ships no text of its own)\n");
  });
});
