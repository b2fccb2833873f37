import { describe, expect, it } from "vitest";
import { createHighsEngine } from "#solver/engine";
import { explainPrices, findWholeParcels, layoutOf } from "#solver/layout";
import type { Program } from "#solver/model";
import { aProgram, everyUnit } from "../../tests/helpers/a-program.ts";
import { aRandomProgram } from "../../tests/helpers/a-random-program.ts";
import { seededRandom } from "../../tests/helpers/seeded-random.ts";

const ENGINE = createHighsEngine();

/** Two parcels of 10 ha and one of 5, two options, a budget for half of the land. */
const SMALL = aProgram({
  areaHa: [10, 10, 5],
  benefitPerHa: [
    [5, 4],
    [3, 2],
    [1, 2],
  ],
  rows: [{ id: "budget", perHa: everyUnit(3, [1, 0.5]), upper: 14 }],
});

async function solved(program: Program) {
  const solution = await ENGINE.solve(program, {});
  expect(solution.termination).toEqual({ reason: "optimal" });
  const value = program.benefit.reduce((sum, benefit, column) => sum + benefit * solution.x[column], 0);
  return { solution, layout: layoutOf(program, solution.x), bound: value };
}

describe("layoutOf", () => {
  it("cleans round-off and names leading uses and split parcels", () => {
    const layout = layoutOf(SMALL, Float64Array.from([1 - 1e-12, 1e-12, 0.4, 0, 0, 0.7]));
    expect(Array.from(layout.share)).toEqual([1, 0, 0.4, 0, 0, 0.7]);
    expect(Array.from(layout.leading)).toEqual([0, -1, 1]);
    expect(Array.from(layout.splitUnits)).toEqual([1, 2]);
  });

  it("does not call a parcel split for the part that a mask keeps from it", () => {
    const masked = {
      ...SMALL,
      cap: Float64Array.from([0.6, 0.6, 1, 1, 1, 1]),
      unitLimit: Float64Array.from([0.6, 1, 1]),
    };
    expect(Array.from(layoutOf(masked, Float64Array.from([0.6, 0, 1, 0, 0, 0])).splitUnits)).toEqual([]);
  });
});

describe("explainPrices", () => {
  it("leaves no parcel a better use than the one it got", async () => {
    const { solution, layout } = await solved(SMALL);
    const { profit, margin } = explainPrices(SMALL, solution, layout);
    for (let unit = 0; unit < SMALL.unitCount; unit++) {
      expect(margin[unit]).toBeGreaterThanOrEqual(-1e-6);
      if (layout.splitUnits.includes(unit)) expect(margin[unit]).toBeCloseTo(0, 5);
    }
    expect(profit.every((value) => Number.isFinite(value))).toBe(true);
  });

  it("has no profit for a gated pair and a runner-up for every parcel with a choice", async () => {
    const gated = aProgram({ areaHa: [2], benefitPerHa: [[5, 4, 3]], cap: [[1, 0, 1]] });
    const { solution, layout } = await solved(gated);
    const { profit, runnerUp, margin } = explainPrices(gated, solution, layout);
    expect(Array.from(profit)).toEqual([10, Number.NaN, 6]);
    expect(runnerUp[0]).toBe(2);
    expect(margin[0]).toBeCloseTo(4, 6);
  });
});

describe("findWholeParcels", () => {
  it("keeps an integral optimum with no gap", async () => {
    const program = aProgram({
      areaHa: [2, 3],
      benefitPerHa: [
        [5, 1],
        [1, 2],
      ],
    });
    const whole = await findWholeParcels(program, await solved(program), { engines: [ENGINE] });
    expect(whole).toMatchObject({ found: true, gap: 0, objective: 16 });
  });

  it("finds TV-F3's best whole-parcel layout and its gap", async () => {
    const program = aProgram({
      areaHa: [10, 8, 6, 12],
      benefitPerHa: [
        [3, 2.2],
        [2.5, 2.6],
        [1.8, 2.4],
        [3.2, 2.0],
      ],
      rows: [
        { perHa: everyUnit(4, [120, 60]), upper: 2800 },
        { perHa: everyUnit(4, [900, 1500]), upper: 36000 },
      ],
    });
    const whole = await findWholeParcels(program, await solved(program), { engines: [ENGINE] });
    if (!whole.found) throw new Error(whole.reason);
    expect(whole.objective).toBeCloseTo(74.8, 6);
    expect(whole.gap).toBeCloseTo((86.8 - 74.8) / 74.8, 6);
    expect(Array.from(whole.layout.leading)).toEqual([1, -1, 1, 0]);
    expect(whole.layout.splitUnits).toHaveLength(0);
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    "is as good as trying every layout of a small region (seed %i)",
    async (seed) => {
      const program = smallRegion(seed);
      const best = bruteForce(program);
      const solvedProgram = await solved(program);
      const whole = await findWholeParcels(program, solvedProgram, { engines: [ENGINE] });
      expect(whole.found).toBe(best > Number.NEGATIVE_INFINITY);
      if (!whole.found) return;
      expect(whole.objective).toBeLessThanOrEqual(best + 1e-9);
      expect(whole.objective).toBeGreaterThanOrEqual(
        best - 1e-4 * Math.max(1, Math.abs(solvedProgram.bound)) - 1e-9,
      );
      expect(solvedProgram.bound).toBeGreaterThanOrEqual(best - 1e-9);
    },
  );

  it("never returns a layout that breaks a row", async () => {
    let found = 0;
    for (let seed = 0; seed < 25; seed++) {
      const { program } = aRandomProgram(seed);
      const solution = await ENGINE.solve(program, {});
      if (solution.termination.reason !== "optimal") continue;
      const whole = await findWholeParcels(program, await solved(program), { engines: [ENGINE] });
      if (!whole.found) continue;
      found++;
      expect(worstViolation(program, whole.layout.share), `seed ${seed}`).toBeLessThanOrEqual(1e-9);
    }
    expect(found).toBeGreaterThan(5);
  });

  it("says so when there is no whole-parcel layout", async () => {
    // Exactly 4 of 10 ha must change: shares can, whole parcels cannot.
    const program = aProgram({
      areaHa: [10],
      benefitPerHa: [[1]],
      rows: [{ perHa: [[1]], lower: 4, upper: 4 }],
    });
    const whole = await findWholeParcels(program, await solved(program), { engines: [ENGINE] });
    expect(whole).toEqual({ found: false, reason: "repair-failed" });
  });
});

/** Seven parcels, three options, two limits: 4^7 layouts. */
function smallRegion(seed: number): Program {
  const random = seededRandom(seed);
  const table = () => Array.from({ length: 7 }, () => Array.from({ length: 3 }, () => 1 + 9 * random()));
  const areaHa = Array.from({ length: 7 }, () => 1 + 3 * random());
  const totalHa = areaHa.reduce((sum, area) => sum + area, 0);
  return aProgram({
    areaHa,
    benefitPerHa: table(),
    rows: [
      { perHa: table(), upper: 3 * totalHa },
      { perHa: table(), lower: 2 * totalHa },
    ],
  });
}

function bruteForce(program: Program): number {
  const count = program.options.length;
  let best = Number.NEGATIVE_INFINITY;
  for (let code = 0; code < (count + 1) ** program.unitCount; code++) {
    const share = new Float64Array(program.unitCount * count);
    let rest = code;
    for (let unit = 0; unit < program.unitCount; unit++) {
      const option = rest % (count + 1);
      rest = Math.floor(rest / (count + 1));
      if (option < count) share[unit * count + option] = 1;
    }
    if (worstViolation(program, share) > 1e-9) continue;
    best = Math.max(
      best,
      program.benefit.reduce((sum, benefit, column) => sum + benefit * share[program.columnPair[column]], 0),
    );
  }
  return best;
}

/** Largest relative violation of a row. */
function worstViolation(program: Program, share: Float64Array): number {
  const activity = new Float64Array(program.rows.length);
  const size = new Float64Array(program.rows.length).fill(1);
  program.columnPair.forEach((pair, column) => {
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      activity[program.rowIndex[entry]] += program.coefficient[entry] * share[pair];
      size[program.rowIndex[entry]] += Math.abs(program.coefficient[entry] * share[pair]);
    }
  });
  return Math.max(
    0,
    ...activity.map(
      (value, row) => Math.max(value - program.rowUpper[row], program.rowLower[row] - value) / size[row],
    ),
  );
}
