import { describe, expect, it } from "vitest";
import { gradeByCumulativeShare, gradeOfCoveredSlope, gravestGrade, scaleToRange } from "./importance.ts";

const SERVICE = [50, 10, 30, 5, 40, 20, 15, 30];
const even = (count: number) => new Float64Array(count).fill(1);

describe("importance", () => {
  it("grades the reference services, with the tie at half of the total kept together", () => {
    expect([...gradeByCumulativeShare(SERVICE, even(8))]).toEqual([2, 0, 2, 0, 2, 1, 0, 2]);
  });

  it("notices a tie that is torn apart", () => {
    const torn = SERVICE.map((value, i) => value + i * 1e-9);
    expect([...gradeByCumulativeShare(torn, even(8))]).not.toEqual([
      ...gradeByCumulativeShare(SERVICE, even(8)),
    ]);
  });

  it("does not hang on how land is cut into parcels, on its order, or on a common factor", () => {
    const halves = gradeByCumulativeShare([...SERVICE, ...SERVICE], new Float64Array(16).fill(0.5));
    expect([...halves.subarray(0, 8)]).toEqual([...halves.subarray(8)]);
    expect([...halves.subarray(0, 8)]).toEqual([...gradeByCumulativeShare(SERVICE, even(8))]);
    const reversed = gradeByCumulativeShare([...SERVICE].reverse(), even(8).fill(7));
    expect([...reversed].reverse()).toEqual([...halves.subarray(0, 8)]);
  });

  it("calls land general that serves nothing, and grades no unknown land", () => {
    expect([...gradeByCumulativeShare([0, -3, 4, Number.NaN], even(4))]).toEqual([0, 0, 2, Number.NaN]);
    expect([...gradeByCumulativeShare([0, 0], even(2))]).toEqual([0, 0]);
  });

  it("grades covered slopes by the guide", () => {
    expect(gradeOfCoveredSlope(true, 25, 80)).toBe(2);
    expect(gradeOfCoveredSlope(true, 25, 79)).toBe(1);
    expect(gradeOfCoveredSlope(true, 15, 60)).toBe(1);
    expect(gradeOfCoveredSlope(true, 14, 100)).toBe(0);
    expect(gradeOfCoveredSlope(false, 40, 90)).toBe(0);
  });

  it("takes the gravest of the known grades", () => {
    expect(gravestGrade([0, Number.NaN, 2, 1])).toBe(2);
    expect(gravestGrade([Number.NaN])).toBeNaN();
  });

  it("scales between the least and the most", () => {
    expect([...scaleToRange(Float64Array.of(2, 4, Number.NaN, 3))]).toEqual([0, 1, Number.NaN, 0.5]);
    expect([...scaleToRange(Float64Array.of(7, 7))]).toEqual([1, 1]);
  });
});
