import { describe, expect, it } from "vitest";
import type { OptionId } from "#solver/region";
import { assessRegion } from "../assess-region.ts";
import { FIGURE_IDS } from "../assessment.ts";
import { oneParcel, type Site } from "../one-parcel.fixture.ts";
import { lengthExponent, lengthFactor, steepnessFactor } from "../physics/slope-length.ts";
import { coverFactor, rockFactor, soilLifeLossPct } from "../physics/soil-loss.ts";

const OPEN = {
  mask: "other-cropland",
  options: ["RR", "RF", "FG"] as OptionId[],
  note: { zh: "测", en: "test" },
};

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => from + i * by);
}

/** First place where a row falls, -1 where it never does. */
function firstFall(values: readonly number[]): number {
  return values.findIndex((value, i) => i > 0 && value < values[i - 1]);
}

describe("properties of the figures", () => {
  it("lose no less soil on steeper slopes, along and across the grid, with and without inflow", () => {
    for (const aspect of [0, 45])
      for (const inflow of [0, 3]) {
        const factors = steps(0, 60, 1).map(
          (deg) => lengthFactor(inflow, aspect, 30, lengthExponent(deg)) * steepnessFactor(deg),
        );
        expect(firstFall(factors)).toBe(-1);
      }
    const losses = [4, 8, 16, 24].map(
      (slopeDeg) => assessRegion(oneParcel({ slopeDeg })).assessment.figures.present.soilLossT[0],
    );
    expect(firstFall(losses)).toBe(-1);
  });

  it("would notice a steepness that falls", () => {
    expect(firstFall(steps(0, 60, 1).map((deg) => steepnessFactor(60 - deg)))).toBe(1);
  });

  it("lose no more soil under more cover, and none the more for more rock", () => {
    expect(firstFall(steps(0, 100, 0.5).map((cover) => -coverFactor(cover)))).toBe(-1);
    expect(firstFall(steps(0, 1, 0.05).map((rock) => -rockFactor(rock, true)))).toBe(-1);
    expect(firstFall(steps(5, 80, 5).map((depth) => -soilLifeLossPct(20, depth, 1.3, 0.6)))).toBe(-1);
  });

  it("notice rain in centimetres", () => {
    const codes = (rainMm: number) => assessRegion(oneParcel({ rainMm })).issues.map(({ code }) => code);
    expect(codes(1150)).not.toContain("erosivity-unusual");
    expect(codes(115)).toContain("erosivity-unusual");
  });

  it("stay the same per hectare on twice the land", () => {
    const site: Site = { open: [OPEN] };
    const once = oneParcel(site);
    const twice = { ...once, units: { ...once.units, areaHa: once.units.areaHa.map((ha) => 2 * ha) } };
    const [small, large] = [once, twice].map((region) => assessRegion(region).assessment);
    for (const id of FIGURE_IDS) {
      expect(large.figures.present[id]).toEqual(small.figures.present[id]);
      expect(large.figures.option[id]).toEqual(small.figures.option[id]);
    }
    expect(large.gates.cap).toEqual(small.gates.cap);
    expect(large.facts.get("importanceGrade")).toEqual(small.facts.get("importanceGrade"));
  });
});
