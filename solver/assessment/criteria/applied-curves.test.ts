import { describe, expect, it } from "vitest";
import type { CriterionCurve, ValueFunction } from "#solver/region";
import { industries } from "../industries/industries.ts";
import { applyCurves, curveOf, membershipOf } from "./applied-curves.ts";
import { elevation } from "./elevation.ts";
import { slope } from "./slope.ts";

const library = [...industries.values()].filter(({ id }) => id === "RR" || id === "ZP" || id === "RF");
const drawn = (to: number, option?: CriterionCurve["option"]): CriterionCurve => ({
  ...(option && { option }),
  function: { form: "linear", from: 0, to },
  label: "user",
  source: "drawn",
});
const toOf = (curve: ValueFunction | undefined) => (curve?.form === "linear" ? curve.to : undefined);

describe("applied curves", () => {
  it("are the criterion's own with its label and source where nothing is drawn", () => {
    const curves = applyCurves(slope.spec, library, slope.curve);
    expect(curves.get("RR")).toEqual({
      function: slope.curve(library.find(({ id }) => id === "RR")!),
      label: slope.spec.label,
      source: slope.spec.source,
    });
  });

  it("prefer the curve of the industry to the one for all, and ask nothing new by the one for all", () => {
    const curves = applyCurves(slope.spec, library, slope.curve, [drawn(10), drawn(20, "RR")]);
    expect(toOf(curves.get("RR")?.function)).toBe(20);
    expect(toOf(curves.get("ZP")?.function)).toBe(10);
    expect(curves.has("RF")).toBe(false);
  });

  it("judge a renovation as its stand unless a curve is drawn for it", () => {
    const own = applyCurves(slope.spec, library, slope.curve, [drawn(20, "ZP")]);
    expect(toOf(curveOf(own, "RN", "ZP")?.function)).toBe(20);
    expect(curveOf(own, "RN", "")).toBeUndefined();
    const renovated = applyCurves(slope.spec, library, slope.curve, [drawn(20, "ZP"), drawn(30, "RN")]);
    expect(toOf(curveOf(renovated, "RN", "ZP")?.function)).toBe(30);
  });

  it("floor a membership unless the criterion may exclude", () => {
    const steep = applyCurves(slope.spec, library, slope.curve).get("RR");
    expect(membershipOf(slope.spec, steep, 80)).toBe(0.05);
    const high = applyCurves(elevation.spec, library, elevation.curve).get("RR");
    expect(membershipOf(elevation.spec, high, 5000)).toBe(0);
    expect(membershipOf(slope.spec, undefined, 10)).toBeNaN();
  });
});
