import { describe, expect, it } from "vitest";
import { ASSESS_TEXTS } from "./assess.ts";
import { ASSESS_EDIT_TEXTS } from "./assess-edits.ts";
import { DICTIONARY, localeOf, translate } from "./index.ts";
import { PLAN_TEXTS } from "./plan.ts";
import { REGION_TEXTS } from "./region.ts";
import { SHELL_TEXTS } from "./shell.ts";

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe("dictionary", () => {
  it("leaves the same blanks in both languages", () => {
    for (const [key, { en, zh }] of Object.entries(DICTIONARY))
      expect([key, ...blanks(zh)]).toEqual([key, ...blanks(en)]);
  });

  it("has no key in two parts, where the later would hide the earlier", () => {
    const keys = [SHELL_TEXTS, REGION_TEXTS, ASSESS_TEXTS, ASSESS_EDIT_TEXTS, PLAN_TEXTS].flatMap((part) =>
      Object.keys(part),
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("uses the agreed Chinese terms", () => {
    const all = Object.values(DICTIONARY)
      .map(({ zh }) => zh)
      .join("\n");
    for (const refused of ["地块", "评估", "启动资金", "劳动力", "证书", "已证明最优", "常识", "都不变差"]) {
      expect(all).not.toContain(refused);
    }
  });

  it("writes full-width punctuation in Chinese sentences", () => {
    for (const { zh } of Object.values(DICTIONARY)) expect(zh).not.toMatch(/[\u4e00-\u9fff][,;:?!]/);
  });
});

describe("translate", () => {
  it("fills blanks and keeps an unfilled one visible", () => {
    expect(translate("en", "goToStep", { step: "Rules" })).toBe("Go to Rules");
    expect(translate("zh", "goToStep")).toBe("转到{step}");
  });
});

describe("localeOf", () => {
  it("speaks Chinese to every Chinese system and English to others", () => {
    expect(["zh-CN", "zh-Hant-TW", "ZH"].map(localeOf)).toEqual(["zh", "zh", "zh"]);
    expect(["en-GB", "de", ""].map(localeOf)).toEqual(["en", "en", "en"]);
  });
});
