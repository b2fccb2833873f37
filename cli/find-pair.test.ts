import { describe, expect, it } from "vitest";
import { aRun } from "../tests/helpers/a-run.ts";
import { findPair } from "./find-pair.ts";

const { region, assessment } = aRun();
const [first, second, third] = region.units.ids;

describe("findPair", () => {
  it("takes the best open industry unless one is named", () => {
    expect(findPair(first, region, assessment)).toEqual({ unit: 0, option: "RR" });
    expect(findPair(`${second},gr`, region, assessment)).toEqual({ unit: 1, option: "GR" });
  });

  it("takes the first industry where none is open", () => {
    expect(findPair(third, region, assessment)).toEqual({ unit: 2, option: "RR" });
  });

  it("looks for the whole word first, since ids may hold commas", () => {
    const units = { ...region.units, ids: ["A,GR", "A", "B"] };
    expect(findPair("A,GR", { units }, assessment)).toMatchObject({ unit: 0 });
    expect(findPair("B,GR", { units }, assessment)).toEqual({ unit: 2, option: "GR" });
  });

  it("says what there is instead of what is not", () => {
    expect(findPair("X-9", region, assessment)).toMatchObject({ unknown: "parcel", name: "X-9" });
    expect(findPair(`${first},TE`, region, assessment)).toEqual({
      unknown: "industry",
      name: "TE",
      known: "RR, GR",
    });
  });
});
