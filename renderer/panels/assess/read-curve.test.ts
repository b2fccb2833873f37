import { describe, expect, it } from "vitest";
import type { ValueFunction } from "#solver/region";
import { translate } from "../../ui/dictionary/index.ts";
import { readCurve } from "./read-curve.ts";

const CURVES: Readonly<Record<ValueFunction["form"], ValueFunction>> = {
  linear: { form: "linear", from: 7.5, to: 18.75 },
  trapezoid: { form: "trapezoid", corners: [350, 500, 900, 1400] },
  logistic: { form: "logistic", steepness: -0.3, centre: 20 },
  cosine: { form: "cosine", full: 16, none: 40 },
  bell: { form: "bell", mean: 16, spread: 2.5 },
  near: { form: "near", steepness: 0.1, middle: 16 },
  halving: { form: "halving", half: 30 },
  points: {
    form: "points",
    points: [
      [0, 0.2],
      [10, 1],
    ],
  },
};
const inEnglish = (curve: ValueFunction) => readCurve(curve, (key, values) => translate("en", key, values));
const inChinese = (curve: ValueFunction) => readCurve(curve, (key, values) => translate("zh", key, values));

describe("readCurve", () => {
  it.each(Object.values(CURVES))(
    "says every number of $form in both languages, and no English in Chinese",
    (curve) => {
      const numbers = JSON.stringify(curve).match(/\d+(\.\d+)?/g) ?? [];
      expect(numbers.length).toBeGreaterThan(0);
      for (const number of numbers) {
        expect(inEnglish(curve)).toContain(number);
        expect(inChinese(curve)).toContain(number);
      }
      expect(inChinese(curve)).not.toMatch(/[A-Za-z]{2}/);
      expect(`${inEnglish(curve)}${inChinese(curve)}`).not.toMatch(/[{}]/);
    },
  );

  it("names the lowest membership only where there is one, and rounds for reading", () => {
    expect(inEnglish(CURVES.linear)).toBe("linear from 7.5 to 18.75");
    expect(inEnglish({ form: "linear", from: 0, to: 333.3333333, lowest: 0.42 })).toBe(
      "linear from 0.42 at 0 to 1 at 333.3",
    );
    expect(inEnglish({ form: "linear", from: -10_000, to: 0 })).toBe("linear from \u221210000 to 0");
  });
});
