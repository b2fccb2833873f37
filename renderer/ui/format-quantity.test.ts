import { describe, expect, it } from "vitest";
import { formatChange, formatCoordinate, formatQuantity } from "./format-quantity.ts";

describe("formatQuantity", () => {
  it.each([
    [102, "ha", "en", "102.0 ha"],
    [102, "ha", "zh", "102.0 公顷"],
    [1530.4, "ha", "en", "1,530 ha"],
    [18_520_000, "CNY/a", "zh", "1,852 万元/年"],
    [18_520_000, "CNY/a", "en", "18.52 M CNY/yr"],
    [3180, "CNY", "en", "3,180 CNY"],
    [3180, "CNY", "zh", "3,180 元"],
    [1_800_000, "m3", "zh", "180 万 m³"],
    [1_800_000, "m3", "en", "1.80 M m³"],
    [13_100, "t", "en", "13.1 kt"],
    [13_100, "t", "zh", "13.1 千吨"],
    [382_000, "days", "en", "382 k days"],
    [382_000, "days", "zh", "38.2 万工日"],
    [382_000, "d/a", "zh", "38.2 万工日/年"],
    [382_000, "d/a", "en", "382 k days/yr"],
    [2_500, "kg/a", "zh", "2.50 吨/年"],
    [250, "kg/a", "en", "250 kg/yr"],
    [1412, "jobs", "zh", "1,412 人"],
    [0.81, "score", "en", "0.81"],
    [38.4, "%", "en", "38.4 %"],
    [1e-12, "gap%", "en", "<0.0001 %"],
    [0, "gap%", "en", "0 %"],
    [0.14, "s", "en", "0.14 s"],
    [18.4, "deg", "en", "18.4°"],
    [16.94, "degC", "zh", "16.9 °C"],
    [5363, "degC d", "en", "5,363 °C·d"],
    [393, "m3/ha/a", "en", "393 m³/ha/a"],
  ] as const)("writes %d %s in %s as %s", (value, unit, locale, text) => {
    expect(formatQuantity(value, unit, locale)).toBe(text);
  });

  it("uses the true minus and keeps the sign of what rounds to nothing", () => {
    expect(formatQuantity(-38.4, "%", "en")).toBe("\u221238.4 %");
    expect(formatQuantity(-0.01, "%", "en")).toBe(">\u22120.1 %");
  });

  it("names missing data instead of writing NaN", () => {
    expect(formatQuantity(Number.NaN, "ha", "en")).toBe("no data");
    expect(formatQuantity(Number.NaN, "ha", "zh")).toBe("无数据");
  });

  it("marks gains with a plus and leaves zero bare", () => {
    expect(formatChange(2.5, "%", "en")).toBe("+2.5 %");
    expect(formatChange(0, "%", "en")).toBe("0 %");
  });

  it("groups coordinates in threes", () => {
    expect(formatCoordinate(505_184.4, 2_842_917.2)).toBe("E 505\u00a0184  N 2\u00a0842\u00a0917");
  });
});
