import { describe, expect, it } from "vitest";
import { cleanText } from "./clean-text.ts";

describe("cleanText", () => {
  it.each([
    ["\u001b[31mred", "\\u{1B}[31mred"],
    ["invoice\u202Efdp.exe", "invoice\\u{202E}fdp.exe"],
    ["a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
    ["\u0000\u0007\u009f", "\\u{0}\\u{7}\\u{9F}"],
    ["\ud800 alone", "\\u{D800} alone"],
    ["\uFEFFmark", "\\u{FEFF}mark"],
    ["line\nfeed\ttab", "line\\u{A}feed\\u{9}tab"],
  ])("makes %j visible", (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  it.each(["撒拉溪", "Dingtan pepper 花椒（顶坛）", "𠮷野", "é", "<script>alert(1)</script>"])(
    "leaves %s alone",
    (text) => {
      expect(cleanText(text)).toBe(text);
    },
  );
});
