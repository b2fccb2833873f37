import { describe, expect, it } from "vitest";
import { createHighsEngine } from "#solver/engine";
import type { Program } from "#solver/model";
import { aProgram, type ProgramOfNumbers } from "../../tests/helpers/a-program.ts";
import { seededRandom } from "../../tests/helpers/seeded-random.ts";

const ENGINE = createHighsEngine();
const SEEDS = [1, 2, 3, 4, 5];
const UNITS = 25;

/** Parcels with a budget, a water limit and a minimum area, all of which can bind. */
function region(seed: number): ProgramOfNumbers {
  const random = seededRandom(seed);
  const table = (low: number, high: number) =>
    Array.from({ length: UNITS }, () => Array.from({ length: 3 }, () => low + (high - low) * random()));
  const areaHa = Array.from({ length: UNITS }, () => 1 + 4 * random());
  const totalHa = areaHa.reduce((sum, area) => sum + area, 0);
  return {
    areaHa,
    benefitPerHa: table(1, 9),
    rows: [
      { id: "budget", perHa: table(10, 100), upper: 30 * totalHa },
      { id: "water", perHa: table(0, 8), upper: 2 * totalHa },
      { id: "area", perHa: Array.from({ length: UNITS }, () => [0, 0, 1]), lower: 0.2 * totalHa },
    ],
  };
}

async function optimum(program: Program): Promise<{ readonly value: number; readonly x: Float64Array }> {
  const { termination, x } = await ENGINE.solve(program, {});
  expect(termination).toEqual({ reason: "optimal" });
  return { value: program.benefit.reduce((sum, benefit, column) => sum + benefit * x[column], 0), x };
}

function scaled(numbers: ProgramOfNumbers, row: number, factor: number): ProgramOfNumbers {
  return {
    ...numbers,
    rows: numbers.rows?.map((one, index) =>
      index === row ? { ...one, upper: one.upper === undefined ? undefined : one.upper * factor } : one,
    ),
  };
}

describe.each(SEEDS)("what must not change, or only one way (seed %i)", (seed) => {
  const numbers = region(seed);

  it("gives the same shares when all areas and limits double", async () => {
    const double = {
      ...numbers,
      areaHa: numbers.areaHa.map((area) => 2 * area),
      rows: numbers.rows?.map((row) => ({
        ...row,
        ...(row.lower === undefined ? {} : { lower: 2 * row.lower }),
        ...(row.upper === undefined ? {} : { upper: 2 * row.upper }),
      })),
    };
    const [small, large] = [await optimum(aProgram(numbers)), await optimum(aProgram(double))];
    expect(large.value).toBeCloseTo(2 * small.value, 5);
    for (const [column, share] of small.x.entries()) expect(large.x[column]).toBeCloseTo(share, 6);
  });

  it("gives the same value when parcels are listed the other way round", async () => {
    const reversed = {
      areaHa: [...numbers.areaHa].reverse(),
      benefitPerHa: [...numbers.benefitPerHa].reverse(),
      rows: numbers.rows?.map((row) => ({ ...row, perHa: [...row.perHa].reverse() })),
    };
    expect((await optimum(aProgram(reversed))).value).toBeCloseTo(
      (await optimum(aProgram(numbers))).value,
      8,
    );
  });

  it("ignores an industry that is dominated", async () => {
    const extended = {
      ...numbers,
      benefitPerHa: numbers.benefitPerHa.map((row) => [...row, Math.min(...row) - 1]),
      rows: numbers.rows?.map((row) => ({
        ...row,
        perHa: row.perHa.map((perOption) => [
          ...perOption,
          row.id === "area" ? 0 : Math.max(...perOption) + 1,
        ]),
      })),
    };
    expect((await optimum(aProgram(extended))).value).toBeCloseTo(
      (await optimum(aProgram(numbers))).value,
      8,
    );
  });

  it("ignores a row written twice", async () => {
    const twice = { ...numbers, rows: [...(numbers.rows ?? []), ...(numbers.rows ?? [])] };
    expect((await optimum(aProgram(twice))).value).toBeCloseTo((await optimum(aProgram(numbers))).value, 8);
  });

  it("never loses by more budget nor gains by an excluded parcel", async () => {
    const base = (await optimum(aProgram(numbers))).value;
    expect((await optimum(aProgram(scaled(numbers, 0, 1.1)))).value).toBeGreaterThanOrEqual(base - 1e-9);
    const excluded = {
      ...numbers,
      cap: numbers.benefitPerHa.map((row, unit) => row.map(() => (unit < 2 ? 0 : 1))),
    };
    expect((await optimum(aProgram(excluded))).value).toBeLessThanOrEqual(base + 1e-9);
  });
});
