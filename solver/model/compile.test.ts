import { describe, expect, it } from "vitest";
import type { Assessment } from "#solver/assessment";
import { compileProgram, OBJECTIVE_POINTS, type Program, scaleObjectives } from "#solver/model";
import type { ProblemDefinition } from "#solver/region";
import { anAssessment, aProblem } from "../../tests/helpers/an-assessment.ts";

const ASSESSMENT = anAssessment({ units: 40, seed: 2, subBasins: 3, villages: 2 });
const PROBLEM = aProblem(ASSESSMENT);
const PROGRAM = compile(PROBLEM, ASSESSMENT);

function compile(problem: ProblemDefinition, assessment: Assessment): Program {
  return compileProgram(problem, assessment).program as Program;
}

/** Coefficient of a column in a row, in the row's own unit. */
function coefficient(program: Program, rowId: string, column: number): number {
  const row = program.rows.findIndex(({ id }) => id === rowId);
  for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
    if (program.rowIndex[entry] === row) return program.coefficient[entry] * program.rows[row].scale;
  }
  return 0;
}

describe("compileProgram", () => {
  it("has a column for every open pair and none for a gated one", () => {
    const open = Array.from(ASSESSMENT.gates.cap.keys()).filter((pair) => ASSESSMENT.gates.cap[pair] > 0);
    expect(Array.from(PROGRAM.columnPair)).toEqual(open);
  });

  it("has no column for an industry limited to nothing", () => {
    const areas = [{ option: "ZP" as const, minHa: 0, maxHa: 0 }];
    const program = compile({ ...PROBLEM, areas }, ASSESSMENT);
    const index = program.options.indexOf("ZP");
    expect(Array.from(program.columnPair).some((pair) => pair % program.options.length === index)).toBe(
      false,
    );
  });

  it("caps a pair that a mask covers in part, and the parcel by its most permissive use", () => {
    const pair = ASSESSMENT.gates.cap.findIndex((cap) => cap > 0 && cap < 1);
    expect(PROGRAM.cap[pair]).toBe(ASSESSMENT.gates.cap[pair]);
    const lone = anAssessment({ units: 1, options: ["RR"], closedShare: 0, partShare: 1 });
    expect(compile(aProblem(lone), lone).unitLimit[0]).toBe(lone.gates.cap[0]);
  });

  it("counts today's use in labour and water before any column", () => {
    const today = (figure: "labourDays" | "irrigationM3") =>
      ASSESSMENT.areaHa.reduce((sum, area, unit) => sum + area * ASSESSMENT.figures.present[figure][unit], 0);
    const row = (id: string) => PROGRAM.rows.find((one) => one.id === id);
    expect(row("labour")?.constant).toBeCloseTo(today("labourDays"), 6);
    expect(row("water")?.constant).toBeCloseTo(today("irrigationM3"), 6);
    expect(row("capital")?.constant).toBe(0);
  });

  it("states rows as differences from today", () => {
    const { option, present } = ASSESSMENT.figures;
    PROGRAM.columnPair.forEach((pair, column) => {
      const unit = Math.floor(pair / PROGRAM.options.length);
      const expected = ASSESSMENT.areaHa[unit] * (option.soilLossT[pair] - present.soilLossT[unit]);
      const actual = coefficient(PROGRAM, `soil:${ASSESSMENT.subBasin.of[unit]}`, column);
      expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));
    });
  });

  it("lets a village that works beyond its own days keep today's work but not add to it", () => {
    const poor = { ...ASSESSMENT, village: { ...ASSESSMENT.village, supply: new Float64Array(2) } };
    const rows = compile(PROBLEM, poor).rows.filter(({ family }) => family === "labour-village");
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.upper).toBe(row.constant);
  });

  it("splits the region's water over sub-basins by their sources", () => {
    const dry = { ...ASSESSMENT.figures.present, irrigationM3: new Float64Array(40) };
    const assessment = { ...ASSESSMENT, figures: { ...ASSESSMENT.figures, present: dry } };
    const rows = compile(PROBLEM, assessment).rows.filter(({ id }) => /^water:/.test(id));
    const total = rows.reduce((sum, row) => sum + row.upper, 0);
    expect(total).toBeCloseTo(PROBLEM.irrigationM3PerYear as number, 3);
    expect(rows[0].upper / rows[1].upper).toBeCloseTo(
      ASSESSMENT.subBasin.supply[0] / ASSESSMENT.subBasin.supply[1],
      9,
    );
  });

  it("counts a stand until something other than renovation takes its place", () => {
    const assessment = anAssessment({ units: 2, options: ["RR", "ZP", "RN"], closedShare: 0, partShare: 0 });
    const withStand = { ...assessment, stand: ["RR", ""] as const };
    const problem = aProblem(assessment, { leading: { option: "RR", minShare: 0.3 } });
    const program = compile(problem, withStand);
    const row = program.rows.find(({ id }) => id === "leading:RR");
    const areas = assessment.areaHa;
    expect(row?.constant).toBeCloseTo(0.7 * areas[0], 9);
    // Unit 0 holds the stand: replanting changes nothing, another industry takes .7 away and adds .3 to the base.
    expect(coefficient(program, "leading:RR", 0)).toBeCloseTo(0, 9);
    expect(coefficient(program, "leading:RR", 1)).toBeCloseTo(-areas[0], 6);
    expect(coefficient(program, "leading:RR", 2)).toBe(0);
    expect(coefficient(program, "leading:RR", 3)).toBeCloseTo(0.7 * areas[1], 6);
    expect(coefficient(program, "leading:RR", 4)).toBeCloseTo(-0.3 * areas[1], 6);
  });

  it("leaves restoration out of the industries that share the land", () => {
    const column = PROGRAM.columnPair.findIndex((pair) => {
      const unit = Math.floor(pair / PROGRAM.options.length);
      return PROGRAM.options[pair % PROGRAM.options.length] === "RF" && ASSESSMENT.stand[unit] === "";
    });
    expect(coefficient(PROGRAM, "diversity:RR", column)).toBe(0);
  });

  it("keeps coefficients between 1e-7 and 1e4 and rounds them to ten digits", () => {
    for (const value of PROGRAM.coefficient) {
      expect(Math.abs(value)).toBeLessThanOrEqual(1e4);
      expect(Math.abs(value)).toBeGreaterThanOrEqual(1e-7);
      expect(Number(value.toPrecision(10))).toBe(value);
    }
  });

  it("drops rows without columns that hold, and keeps those that are violated", () => {
    const closed = {
      ...ASSESSMENT,
      gates: { ...ASSESSMENT.gates, cap: new Float32Array(ASSESSMENT.gates.cap.length) },
    };
    const ids = compile(PROBLEM, closed).rows.map(({ id }) => id);
    expect(ids).toContain("restoration");
    expect(ids).not.toContain("capital");
  });

  it("weighs payoff-normalised objectives into points, ties apart", () => {
    const payoff = {
      inputsHash: "",
      ideal: { ecology: 60, economy: 4e5, employment: 2e6, suitability: 50 },
      nadir: { ecology: -5, economy: -1e5, employment: 1e5, suitability: 0 },
    };
    const problem = { ...PROBLEM, payoff };
    const program = compile(problem, ASSESSMENT);
    const objectives = scaleObjectives(problem, ASSESSMENT);
    const meanBenefit =
      program.benefit.reduce((sum, value) => sum + Math.abs(value), 0) / program.benefit.length;
    program.columnPair.forEach((pair, column) => {
      const area = ASSESSMENT.areaHa[Math.floor(pair / program.options.length)];
      const expected = objectives.reduce(
        (sum, { weight, ideal, nadir, gainPerHa }) =>
          sum + (OBJECTIVE_POINTS * weight * area * gainPerHa[pair]) / (ideal - nadir),
        0,
      );
      expect(Math.abs(program.benefit[column] - expected)).toBeLessThanOrEqual(1.001e-6 * meanBenefit);
    });
    expect(program.benefitConstant).toBeCloseTo(
      1000 * ((0.4 * 5) / 65 + (0.4 * 1e5) / 5e5 - (0.2 * 1e5) / 1.9e6),
      9,
    );
  });

  it("measures ecology in today's standard deviations, equally weighed", () => {
    const ecology = scaleObjectives(PROBLEM, ASSESSMENT)[0].gainPerHa;
    const { option, present } = ASSESSMENT.figures;
    const pair = PROGRAM.columnPair[7];
    const unit = Math.floor(pair / PROGRAM.options.length);
    const change = (figure: "soilLife" | "waterM3" | "habitat" | "desertification") =>
      (option[figure][pair] - present[figure][unit]) / spread(figure);
    const spread = (figure: "soilLife" | "waterM3" | "habitat" | "desertification") => {
      const area = ASSESSMENT.areaHa.reduce((sum, value) => sum + value, 0);
      const moment = (power: number) =>
        present[figure].reduce((sum, value, index) => sum + ASSESSMENT.areaHa[index] * value ** power, 0) /
        area;
      return Math.sqrt(moment(2) - moment(1) ** 2);
    };
    const expected =
      (-change("soilLife") + change("waterM3") + change("habitat") - change("desertification")) / 4;
    expect(ecology[pair]).toBeCloseTo(expected, 9);
  });

  it("is the same program every time", () => {
    expect(compile(PROBLEM, anAssessment({ units: 40, seed: 2, subBasins: 3, villages: 2 }))).toEqual(
      PROGRAM,
    );
  });
});
