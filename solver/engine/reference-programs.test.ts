import { describe, expect, it } from "vitest";
import { createGlpkEngine, createHighsEngine } from "#solver/engine";
import { attainableRanges, type Program, payoffRanges } from "#solver/model";
import { aProgram, everyUnit } from "../../tests/helpers/a-program.ts";

const ENGINES = [createHighsEngine(), createGlpkEngine("node")];

/** TV-F3: four parcels, two industries, labour and water. */
const AREAS = [10, 8, 6, 12];
const ECON = [
  [3, 2.2],
  [2.5, 2.6],
  [1.8, 2.4],
  [3.2, 2.0],
];
const LABOUR = { id: "labour", perHa: everyUnit(4, [120, 60]), upper: 2800 };
const WATER = { id: "water", perHa: everyUnit(4, [900, 1500]), upper: 36000 };
const SOIL = { id: "soil", perHa: everyUnit(3, [6, -6]), upper: 0 };
const MIN_K1 = { id: "min-k1", perHa: everyUnit(3, [1, 0]), lower: 20 };

describe.each(ENGINES.map((engine) => [engine.id, engine] as const))(
  "reference programs with %s",
  (_, engine) => {
    it("solves TV-F3 with its shares and prices", async () => {
      const program = aProgram({ areaHa: AREAS, benefitPerHa: ECON, rows: [LABOUR, WATER] });
      const solution = await engine.solve(program, {});
      expect(solution.termination).toEqual({ reason: "optimal" });
      expect(totalOf(program.benefit, solution.x)).toBeCloseTo(86.8, 9);
      const expected = [0.419048, 0.028571, 0, 1, 0, 1, 1, 0];
      for (const [column, share] of expected.entries()) expect(solution.x[column]).toBeCloseTo(share, 6);
      expect(solution.rowDual[0] / program.rows[0].scale).toBeCloseTo(0.02, 9);
      expect(solution.rowDual[1] / program.rows[1].scale).toBeCloseTo(2 / 3000, 9);
      const profits = profitsOf(program, solution.rowDual);
      const rents = [0, 3.2, 1.2, 2.4];
      for (const [unit, rent] of rents.entries()) {
        expect(Math.max(0, profits[2 * unit], profits[2 * unit + 1])).toBeCloseTo(rent, 6);
      }
      // Reduced costs of the unused pairs: profit minus the parcel's rent.
      expect(profits[2] - rents[1]).toBeCloseTo(-7.2, 6);
      expect(profits[4] - rents[2]).toBeCloseTo(-8.4, 6);
      expect(profits[7] - rents[3]).toBeCloseTo(-4.8, 6);
    });

    it("splits no more parcels in TV-F3 than it has coupling rows", async () => {
      const program = aProgram({ areaHa: AREAS, benefitPerHa: ECON, rows: [LABOUR, WATER] });
      expect(splitCount((await engine.solve(program, {})).x, 2)).toBe(1);
    });

    it("prices the no-net-loss row of TV-F5", async () => {
      const program = aProgram({ areaHa: [10, 10, 10], benefitPerHa: F4_ECON, rows: [SOIL] });
      const solution = await engine.solve(program, {});
      expect(totalOf(program.benefit, solution.x)).toBeCloseTo(102.5, 9);
      expect(solution.rowDual[0] / program.rows[0].scale).toBeCloseTo(0.125, 9);
    });

    it("names the row that gives way in TV-F7, by 5 ha or by 60 t", async () => {
      const program = aProgram({ areaHa: [10, 10, 10], benefitPerHa: F4_ECON, rows: [SOIL, MIN_K1] });
      const { termination } = await engine.solve(program, {});
      if (termination.reason !== "infeasible") throw new Error(termination.reason);
      expect(termination.rows).toEqual([
        {
          id: "min-k1",
          attainable: [expect.closeTo(15, 6), expect.closeTo(15, 6)],
          required: [20, Number.POSITIVE_INFINITY],
        },
      ]);
      // A law does not give way: with the area as a law it is the soil row that is missed.
      const lawful = aProgram({
        areaHa: [10, 10, 10],
        benefitPerHa: F4_ECON,
        rows: [SOIL, { ...MIN_K1, law: true }],
      });
      const other = (await engine.solve(lawful, {})).termination;
      if (other.reason !== "infeasible") throw new Error(other.reason);
      expect(other.rows).toEqual([
        {
          id: "soil",
          attainable: [expect.closeTo(60, 6), expect.closeTo(60, 6)],
          required: [Number.NEGATIVE_INFINITY, 0],
        },
      ]);
    });

    it("answers an impossible single row at once with its attainable range", async () => {
      const program = aProgram({
        areaHa: [10, 10, 10],
        benefitPerHa: F4_ECON,
        rows: [{ ...MIN_K1, lower: 31 }],
      });
      expect(attainableRanges(program)).toEqual([expect.objectContaining({ low: 0, high: 30, met: false })]);
      expect((await engine.solve(program, {})).termination).toEqual({
        reason: "infeasible",
        rows: [{ id: "min-k1", attainable: [0, 30], required: [31, Number.POSITIVE_INFINITY] }],
      });
    });

    it("gives prices of a maximisation their sign: more of a binding limit is worth more", async () => {
      // max 3x + 2y; 2x + y <= 10; x + y <= 8; x >= 1, as shares of a parcel of 10 ha each.
      const program = aProgram({
        areaHa: [10, 10],
        benefitPerHa: [[3], [2]],
        rows: [
          { perHa: [[2], [1]], upper: 10 },
          { perHa: [[1], [1]], upper: 8 },
          { perHa: [[1], [0]], lower: 1 },
        ],
      });
      const { x, rowDual } = await engine.solve(program, {});
      expect(totalOf(program.benefit, x)).toBeCloseTo(18, 9);
      expect([10 * x[0], 10 * x[1]].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([2, 6]);
      expect(Array.from(rowDual, (price, row) => price / program.rows[row].scale)).toEqual([
        expect.closeTo(1, 9),
        expect.closeTo(1, 9),
        expect.closeTo(0, 9),
      ]);
    });

    it("finds the payoff table of TV-F4", async () => {
      const program = twoObjectives(0.5);
      const maximise = async (single: Program) => (await engine.solve(single, {})).x;
      const { ideal, nadir } = await payoffRanges(program, maximise, "hash");
      expect(ideal.economy).toBeCloseTo(120, 5);
      expect(nadir.ecology).toBeCloseTo(0, 2);
      expect(nadir.economy).toBeCloseTo(65, 2);
      expect(ideal.ecology).toBeCloseTo(75, 5);
    });

    it.each([
      [0.3, 65, 75],
      [0.5, 110, 15],
      [0.7, 120, 0],
    ])("jumps between vertices in TV-F4 at an economic weight of %f", async (weight, econ, eco) => {
      const program = twoObjectives(weight);
      const { x } = await engine.solve(program, {});
      const [ecology, economy] = program.objectives;
      expect(totalOf(economy.perColumn, x)).toBeCloseTo(econ, 6);
      expect(totalOf(ecology.perColumn, x)).toBeCloseTo(eco, 6);
    });
  },
);

const F4_ECON = [
  [5, 2],
  [4, 2.5],
  [3, 2],
];
const F4_ECO = [
  [-1, 3],
  [0, 2],
  [1, 2.5],
];

/** TV-F4: three parcels of 10 ha, economy against ecology, normalised by the payoff table. */
function twoObjectives(economyWeight: number) {
  const base = aProgram({ areaHa: [10, 10, 10], benefitPerHa: F4_ECON });
  const ecology = {
    id: "ecology" as const,
    weight: 1 - economyWeight,
    ideal: 75,
    nadir: 0,
    perColumn: Float64Array.from(F4_ECO.flat(), (value) => 10 * value),
  };
  const economy = { ...base.objectives[0], weight: economyWeight, ideal: 120, nadir: 65 };
  const idle = { ideal: 1, nadir: 0, weight: 0, perColumn: new Float64Array(6) };
  return {
    ...base,
    objectives: [
      ecology,
      economy,
      { ...idle, id: "employment" as const },
      { ...idle, id: "suitability" as const },
    ],
    benefit: base.benefit.map(
      (_, column) =>
        (1000 * economyWeight * economy.perColumn[column]) / 55 +
        (1000 * (1 - economyWeight) * ecology.perColumn[column]) / 75,
    ),
  };
}

function totalOf(gains: Float64Array, x: Float64Array): number {
  return gains.reduce((sum, gain, column) => sum + gain * x[column], 0);
}

function profitsOf(program: ReturnType<typeof aProgram>, y: Float64Array): Float64Array {
  return program.benefit.map((benefit, column) => {
    let cost = 0;
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      cost += y[program.rowIndex[entry]] * program.coefficient[entry];
    }
    return benefit - cost;
  });
}

function splitCount(x: Float64Array, optionCount: number): number {
  let count = 0;
  for (let unit = 0; unit < x.length / optionCount; unit++) {
    const shares = x.slice(unit * optionCount, (unit + 1) * optionCount);
    if (shares.some((share) => share > 1e-9 && share < 1 - 1e-9)) count++;
  }
  return count;
}
