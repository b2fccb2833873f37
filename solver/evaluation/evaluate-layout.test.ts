import { beforeAll, describe, expect, it } from "vitest";
import type { Assessment } from "#solver/assessment";
import { createHighsEngine } from "#solver/engine";
import { evaluateLayout } from "#solver/evaluation";
import { type Layout, layoutOf } from "#solver/layout";
import { compileProgram, type Program } from "#solver/model";
import { anAssessment, aProblem } from "../../tests/helpers/an-assessment.ts";

const ASSESSMENT = anAssessment({ units: 120, seed: 6, subBasins: 3, villages: 2 });
const REGION_HA = ASSESSMENT.areaHa.reduce((sum, area) => sum + area, 0);
const PROBLEM = aProblem(ASSESSMENT, {
  labourByMonth: [
    { month: 7, maxDays: 30 * REGION_HA },
    { month: 9, maxDays: 14.5 * REGION_HA },
  ],
  zoneMinShares: [{ option: "RF", zone: "steep-or-severe", minShare: 0.1 }],
});
const COUNT = ASSESSMENT.options.length;

function emptyLayout(assessment: Assessment): Layout {
  return {
    options: assessment.options,
    share: new Float64Array(assessment.unitCount * assessment.options.length),
    leading: new Int16Array(assessment.unitCount).fill(-1),
    splitUnits: new Int32Array(0),
  };
}

describe("evaluateLayout", () => {
  let program: Program;
  let x: Float64Array;
  let layout: Layout;
  beforeAll(async () => {
    program = compileProgram(PROBLEM, ASSESSMENT).program as Program;
    const solution = await createHighsEngine().solve(program, {});
    expect(solution.termination).toEqual({ reason: "optimal" });
    x = solution.x;
    layout = layoutOf(program, x);
  });

  it("changes nothing when everything stays as it is", () => {
    const { totals, industries } = evaluateLayout(emptyLayout(ASSESSMENT), {
      assessment: ASSESSMENT,
      problem: PROBLEM,
    });
    for (const total of totals) expect(total.change, total.id).toBeCloseTo(0, 9);
    for (const industry of industries) expect(industry.areaHa).toBe(0);
    expect(totals.find(({ id }) => id === "soil-loss-index")?.today).toBeCloseTo(100, 9);
  });

  it("finds each row's activity, to 1e-6, without the program's coefficients", () => {
    const { rules } = evaluateLayout(layout, { assessment: ASSESSMENT, problem: PROBLEM });
    const activity = new Float64Array(program.rows.length);
    x.forEach((share, column) => {
      for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
        activity[program.rowIndex[entry]] += program.coefficient[entry] * share;
      }
    });
    expect(program.rows.length).toBeGreaterThan(20);
    program.rows.forEach((row, index) => {
      const rule = rules.find(({ id }) => id === row.id);
      const expected = activity[index] * row.scale + row.constant;
      const size = Math.max(1, Math.abs(row.constant), Math.abs(expected));
      expect(Math.abs((rule?.activity ?? Number.NaN) - expected), row.id).toBeLessThanOrEqual(1e-6 * size);
    });
  });

  it("judges every rule of an optimal layout as met, and says which bind", () => {
    const { rules } = evaluateLayout(layout, { assessment: ASSESSMENT, problem: PROBLEM });
    expect(rules.filter(({ met }) => !met)).toEqual([]);
    expect(rules.some(({ binding }) => binding)).toBe(true);
  });

  it("finds the program's value", () => {
    const { objective } = evaluateLayout(layout, { assessment: ASSESSMENT, problem: PROBLEM });
    const value =
      program.benefitConstant +
      program.benefit.reduce((sum, benefit, column) => sum + benefit * x[column], 0);
    expect(Math.abs(objective.value - value)).toBeLessThanOrEqual(1e-5 * Math.abs(value));
    expect(objective.parts.economy.weight).toBeCloseTo(0.4, 12);
  });

  it("catches a layout that breaks a rule", () => {
    const greedy = emptyLayout(ASSESSMENT);
    const dear = ASSESSMENT.options.indexOf("GR");
    for (let unit = 0; unit < ASSESSMENT.unitCount; unit++) greedy.share[unit * COUNT + dear] = 1;
    const { rules } = evaluateLayout(greedy, { assessment: ASSESSMENT, problem: PROBLEM });
    const broken = rules.filter(({ met }) => !met).map(({ id }) => id);
    expect(broken).toContain("capital");
    expect(broken).toContain("area:GR");
    expect(broken).toContain("diversity:GR");
    expect(broken).toContain("restoration");
  });

  it("adds a parcel's options by their shares and today's use on the rest", () => {
    const half = emptyLayout(ASSESSMENT);
    half.share[0] = 0.25;
    const { totals } = evaluateLayout(half, { assessment: ASSESSMENT, problem: PROBLEM });
    const { option, present } = ASSESSMENT.figures;
    const expected = 0.25 * ASSESSMENT.areaHa[0] * (option.marginCny[0] - present.marginCny[0]);
    expect(totals.find(({ id }) => id === "net-return")?.change).toBeCloseTo(expected, 6);
  });

  it("counts a stand as kept until another use takes it, but not when it is renovated", () => {
    const unit = ASSESSMENT.stand.findIndex((stand) => stand !== "");
    const stand = ASSESSMENT.stand[unit];
    const standHa = (share: number, option: string) => {
      const one = emptyLayout(ASSESSMENT);
      one.share[unit * COUNT + ASSESSMENT.options.indexOf(option as never)] = share;
      const { industries } = evaluateLayout(one, { assessment: ASSESSMENT, problem: PROBLEM });
      return industries.find((industry) => industry.option === stand)?.standHa as number;
    };
    expect(standHa(0.5, "RF")).toBeCloseTo(standHa(0, "RF") - 0.5 * ASSESSMENT.areaHa[unit], 9);
    expect(standHa(1, "RN")).toBeCloseTo(standHa(0, "RN"), 9);
  });
});
