import { describe, expect, it } from "vitest";
import { composeSentence, GIS_MESSAGES, type IssueMessages } from "./issue-messages.ts";

const MESSAGES: IssueMessages = GIS_MESSAGES;
const holesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe("sentences for issues", () => {
  it.each(Object.keys(MESSAGES))("says the same in both languages: %s", (code) => {
    const { en, zh } = MESSAGES[code];
    expect(holesOf(zh)).toEqual(holesOf(en));
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/\.$/);
  });

  it("say where, what and what to do", () => {
    const issue = {
      code: "tiff-truncated",
      severity: "error",
      where: { file: "layers/elevation.tif" },
      context: { at: 812, needed: 4096 },
    } as const;
    expect(composeSentence(issue, "en", MESSAGES)).toBe(
      "layers/elevation.tif: the file ends at byte 812, its contents need 4096. Copy or download it again.",
    );
    expect(composeSentence(issue, "zh", MESSAGES)).toBe(
      "layers/elevation.tif：文件在第 812 字节处结束，而内容需要 4096 字节。请重新复制或下载。",
    );
  });

  it("name feature and field", () => {
    const where = { file: "layers/units.geojson", feature: "P-7", field: "geometry" };
    const issue = { code: "no-planning-units", severity: "error", where, context: {} } as const;
    expect(composeSentence(issue, "en", MESSAGES)).toMatch(
      /^layers\/units\.geojson, feature P-7, geometry: the layer/,
    );
    expect(composeSentence(issue, "zh", MESSAGES)).toMatch(/^layers\/units\.geojson，要素 P-7，geometry：/);
  });

  it("print a code without a sentence with its values, never a prototype's member", () => {
    const issue = { code: "toString", severity: "note", where: {}, context: { seen: 3 } } as const;
    expect(composeSentence(issue, "en", MESSAGES)).toBe("toString, seen 3");
  });
});
