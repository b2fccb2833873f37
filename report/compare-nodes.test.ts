import { describe, expect, it } from "vitest";
import { compareNodes } from "./compare-nodes.ts";
import { type ReportNode, toDecimals, toTenDigits, writeNode } from "./figure.ts";

const NODE: ReportNode = {
  name: "Salad\u202E Creek",
  area: toDecimals(12.345_678, 2),
  share: 0.419_047_619_047_619_1,
  totals: [toTenDigits(1_234_567.891_23), null, true],
};

const stated = () => JSON.parse(writeNode(NODE));

describe("compareNodes", () => {
  it("finds nothing in what was just written", () => {
    expect(compareNodes(stated(), NODE, "run")).toEqual([]);
  });

  it.each<[string, (text: string) => string, string]>([
    ["the last printed digit", (text) => text.replace("12.35", "12.34"), "run/area"],
    [
      "the last bit of a share",
      (text) => text.replace("0.4190476190476191", "0.4190476190476192"),
      "run/share",
    ],
    ["the tenth digit of a total", (text) => text.replace("1234567.891", "1234567.892"), "run/totals/0"],
    ["a null made a number", (text) => text.replace("null", "0"), "run/totals/1"],
    ["a number made text", (text) => text.replace("12.35", '"12.35"'), "run/area"],
    ["a name", (text) => text.replace("Creek", "Crook"), "run/name"],
    ["a shorter list", (text) => text.replace(",true", ""), "run/totals"],
  ])("finds a change of %s", (_what, change, path) => {
    const text = writeNode(NODE);
    expect(change(text)).not.toBe(text);
    expect(compareNodes(JSON.parse(change(text)), NODE, "run").map((difference) => difference.path)).toEqual([
      path,
    ]);
  });

  it("lets another JavaScript engine's last bits pass, and nothing near what a certificate vouches for", () => {
    expect(compareNodes(0.869_102_230_488, toDecimals(0.869_102_230_487, 12), "part")).toEqual([]);
    expect(compareNodes(-822.228_987_331_938, toDecimals(-822.228_987_332_069, 12), "bound")).toEqual([]);
    expect(compareNodes(0.869_102_231_488, toDecimals(0.869_102_230_488, 12), "part")).toHaveLength(1);
  });

  it("finds a member that is missing and one that was added", () => {
    const { area: _area, ...others } = stated();
    expect(compareNodes({ ...others, extra: 1 }, NODE, "run").map(({ path, kind }) => [path, kind])).toEqual([
      ["run/area", "missing"],
      ["run/extra", "unexpected"],
    ]);
  });

  it("allows another machine's last bits in a computed figure", () => {
    const another = { ...NODE, totals: [toTenDigits(1_234_567.891_23 * (1 + 1e-15)), null, true] };
    expect(compareNodes(stated(), another, "run")).toEqual([]);
  });
});
