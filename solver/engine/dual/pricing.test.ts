import { describe, expect, it } from "vitest";
import { assembleProgram, type Program } from "#solver/model";
import { assembleLarge } from "../../../tests/helpers/assemble-large.ts";
import { seededProgram } from "../../../tests/helpers/seeded-program.ts";
import { seededRandom } from "../../../tests/helpers/seeded-random.ts";
import { SMALL_KINDS, smallProgram } from "../../../tests/helpers/small-program.ts";
import { ColumnPricer } from "./column-pricer.ts";
import { FactoredPricer } from "./factored-pricer.ts";
import { factorRows, sampleShares } from "./factored-rows.ts";
import { AS_IS, CappedFill, emptyChoices, priceUnits } from "./price-units.ts";
import { UNIT_KIND, type UnitColumns, unitColumns } from "./unit-columns.ts";

function bothPricers(program: Program) {
  const units = unitColumns(program);
  const factored = new FactoredPricer(factorRows(program), units, program);
  const columns = new ColumnPricer(program, program.benefit, units.starts);
  return { units, factored, columns };
}

function somePrices(program: Program): Float64Array {
  return Float64Array.from(program.rows, (_, row) => ((row * 0.6180339887) % 1) - 0.4);
}

/** Auxiliary columns are no business of the factored form. */
function parcelCount({ unitCount, auxiliaryCount = 0 }: Program): number {
  return unitCount - auxiliaryCount;
}

const PROGRAMS: readonly (readonly [string, Program])[] = [
  ["plain", seededProgram("plain", 200, 3)],
  ["tied", seededProgram("tied", 200, 3)],
  ["region", seededProgram("region", 150, 3)],
  ...SMALL_KINDS.map((kind) => [kind, smallProgram(kind, 11)] as const),
];

describe("FactoredPricer", () => {
  it.each(PROGRAMS)("prices like the columns, to the rounding of their coefficients: %s", (_, program) => {
    const { units, factored, columns } = bothPricers(program);
    const prices = somePrices(program);
    factored.setPrices(prices);
    columns.setPrices(prices);
    const [a, b] = [new Float64Array(units.widest), new Float64Array(units.widest)];
    for (let unit = 0; unit < parcelCount(program); unit++) {
      factored.profits(unit, a);
      columns.profits(unit, b);
      const count = units.starts[unit + 1] - units.starts[unit];
      for (let at = 0; at < count; at++) expect(Math.abs(a[at] - b[at])).toBeLessThan(1e-5);
    }
  });

  it.each(PROGRAMS)("adds up what shares use of each row: %s", (_, program) => {
    const { units, factored, columns } = bothPricers(program);
    const random = seededRandom(5);
    for (const pricer of [factored, columns]) pricer.clearActivity();
    const size = new Float64Array(program.rows.length).fill(1);
    for (let unit = 0; unit < parcelCount(program); unit++) {
      for (let column = units.starts[unit]; column < units.starts[unit + 1]; column++) {
        const share = random();
        for (const pricer of [factored, columns]) pricer.addActivity(unit, column, share);
        for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++)
          size[program.rowIndex[entry]] += Math.abs(share * program.coefficient[entry]);
      }
    }
    const [a, b] = [factored, columns].map((pricer) => {
      const out = new Float64Array(program.rows.length);
      pricer.readActivity(out);
      return out;
    });
    a.forEach((used, row) => {
      expect(Math.abs(used - b[row]) / size[row]).toBeLessThan(1e-8);
    });
  });

  it("would be caught with a group taken for another", () => {
    const program = seededProgram("plain", 200, 3);
    const row = program.rows.findIndex(({ id }) => id === "water:0");
    const rows = program.rows.map((planned, index) =>
      index === row
        ? { ...planned, terms: program.rows[row + 1].terms.map((term) => ({ ...term })) }
        : planned,
    );
    const units = unitColumns(program);
    const wrong = new FactoredPricer(factorRows({ ...program, rows }), units, program);
    const columns = new ColumnPricer(program, program.benefit, units.starts);
    const prices = new Float64Array(program.rows.length);
    prices[row] = 1;
    wrong.setPrices(prices);
    columns.setPrices(prices);
    expect(Math.abs(priceUnits(units, wrong) - priceUnits(units, columns))).toBeGreaterThan(1);
  });
});

describe("sampleShares", () => {
  it("is all for the whole and counts each group by itself", () => {
    const program = seededProgram("plain", 400, 2);
    const rows = factorRows(program);
    const { weight } = unitColumns(program);
    const everyone = Int32Array.from(weight, (_, unit) => unit);
    for (const share of sampleShares(rows, program.rows.length, weight, everyone))
      expect(share).toBeCloseTo(1, 12);
    const group = program.rows[1].terms[0].group as { of: Int32Array; index: number };
    const inside = everyone.filter((unit) => group.of[unit] === group.index);
    const shares = sampleShares(rows, program.rows.length, weight, inside);
    expect(shares[1]).toBeCloseTo(1, 12);
    expect(shares[2]).toBe(0);
  });
});

describe("priceUnits", () => {
  it("is the dual bound's part of the units: the best of every unit, by brute force", () => {
    const program = smallProgram("generic", 4);
    const { units, columns } = bothPricers(program);
    const prices = somePrices(program);
    columns.setPrices(prices);
    const choices = emptyChoices(units.unitCount);
    const total = priceUnits(units, columns, choices);
    const profits = new Float64Array(units.widest);
    let expected = 0;
    for (let unit = 0; unit < units.unitCount; unit++) {
      columns.profits(unit, profits);
      const own = [...profits.subarray(0, units.starts[unit + 1] - units.starts[unit])];
      const best = Math.max(0, ...own);
      expected += best * units.limit[unit];
      if (own.length === 0) continue;
      const column = best > 0 ? units.starts[unit] + own.indexOf(best) : AS_IS;
      expect(choices.best[unit]).toBe(column);
      const others = column === AS_IS ? own : [0, ...own.filter((profit) => profit !== best)];
      expect(choices.margin[unit] * units.weight[unit]).toBeCloseTo(best - Math.max(...others), 4);
    }
    expect(total).toBeCloseTo(expected, 9);
  });
});

describe("CappedFill", () => {
  const units: UnitColumns = {
    unitCount: 1,
    columnCount: 4,
    starts: Int32Array.of(0, 4),
    option: Uint8Array.of(0, 1, 2, 3),
    cap: Float64Array.of(0.3, 0.5, 0.4, 0.2),
    limit: Float64Array.of(0.9),
    mustFill: Uint8Array.of(0),
    kind: Uint8Array.of(UNIT_KIND.capped),
    weight: Float64Array.of(1),
    meanWeight: 1,
    widest: 4,
  };

  it("fills in order of profit up to caps and limit", () => {
    const fill = new CappedFill(units);
    expect(fill.run(0, Float64Array.of(2, 5, 3, -1))).toBeCloseTo(0.5 * 5 + 0.4 * 3, 12);
    expect([...fill.shares]).toEqual([0, 0.5, 0.4, 0]);
  });

  it("goes on at a loss where the unit must be filled, and never stays as is", () => {
    const fill = new CappedFill({ ...units, mustFill: Uint8Array.of(1) });
    expect(fill.run(0, Float64Array.of(-2, 5, -1, -3))).toBeCloseTo(0.5 * 5 - 0.4, 12);
    expect([...fill.shares]).toEqual([0, 0.5, 0.4, 0]);
    expect(fill.marginal).toBe(2);
    expect(fill.margin).toBe(1);
  });

  it("measures the margin to the nearest rival on either side of the column filled last", () => {
    const fill = new CappedFill(units);
    fill.run(0, Float64Array.of(2, 5, 3, 2.5));
    expect(fill.margin).toBe(0.5);
    fill.run(0, Float64Array.of(-2, 5, -3, -0.25));
    expect(fill.margin).toBe(0.25);
    expect(fill.marginal).toBe(AS_IS);
  });
});

describe("assembleLarge", () => {
  it("assembles what the model stage assembles", () => {
    const program = seededProgram("region", 60, 9);
    const gainPerHa = new Float64Array(program.cap.length);
    const reference = assembleProgram({
      options: program.options,
      areaHa: program.areaHa,
      cap: program.cap,
      unitLimit: program.unitLimit,
      rows: program.rows.map((row) => ({
        id: row.id,
        constant: 0,
        terms: row.terms,
        spec: { family: row.family, title: row.title, unit: row.unit, law: row.law },
      })),
      objectives: [{ id: "economy", weight: 1, ideal: 1, nadir: 0, gainPerHa }],
      tieBreak: false,
    });
    const own = assembleLarge({ ...program, benefitPerHa: gainPerHa });
    for (const key of ["columnPair", "columnStarts", "rowIndex", "coefficient"] as const)
      expect(own[key]).toEqual(reference[key]);
    expect(own.rows.map(({ scale }) => scale)).toEqual(reference.rows.map(({ scale }) => scale));
  });
});
