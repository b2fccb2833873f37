import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fillFormulation } from "./formulation-tables.ts";

const page = readFileSync(new URL("../docs/formulation.md", import.meta.url), "utf8");

describe("docs/formulation.md", () => {
  it("shows the specs as they stand (npm run formulation writes them)", () => {
    expect(fillFormulation(page)).toBe(page);
  });

  it("notices a table that no longer matches", () => {
    const stale = page.replace("`capital`", "`capitol`");
    expect(stale).not.toBe(page);
    expect(fillFormulation(stale)).toBe(page);
  });

  it("refuses a table nobody writes", () => {
    expect(() => fillFormulation("<!-- table: prices -->\n<!-- end -->")).toThrow("prices");
  });
});
