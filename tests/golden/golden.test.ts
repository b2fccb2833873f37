import { describe, expect, it } from "vitest";
import { assembleProgram, CONSTRAINTS, compileProgram, goldenLp, OBJECTIVES, rowDrafts } from "#solver/model";
import { anAssessment, aProblem } from "../helpers/an-assessment.ts";

/** Nine parcels, four options, two villages and two sub-basins: small enough to be read line by line. */
const ASSESSMENT = anAssessment({ units: 9, seed: 8, options: ["RR", "ZP", "RF", "GV"], closedShare: 0.15 });
const PROBLEM = aProblem(ASSESSMENT);
/** The rules that are off by default, each asked for once. */
const EVERY_RULE = {
  ...PROBLEM,
  labourByMonth: [{ month: 9, maxDays: 1200 }],
  zoneMinShares: [{ option: "RF", zone: "steep-or-severe", minShare: 0.25 }],
} as const;
const ZEROS = new Float64Array(ASSESSMENT.suitability.length);

/** The program of some rows and some gains, everything else left out. */
function programOf(rows: ReturnType<typeof rowDrafts>, gainPerHa: Float64Array) {
  return assembleProgram({
    options: ASSESSMENT.options,
    areaHa: ASSESSMENT.areaHa,
    cap: Float64Array.from(ASSESSMENT.gates.cap),
    unitLimit: new Float64Array(9).fill(1),
    rows,
    objectives: [{ id: "economy", weight: 1, ideal: 1000, nadir: 0, gainPerHa }],
    tieBreak: false,
  });
}

describe("golden programs: a changed formula is a readable difference", () => {
  it.each(CONSTRAINTS.map(({ spec }) => spec.family))("constraint %s", async (family) => {
    const rows = rowDrafts(EVERY_RULE, ASSESSMENT).filter(({ spec }) => spec.family === family);
    expect(rows.length).toBeGreaterThan(0);
    await expect(goldenLp(programOf(rows, ZEROS))).toMatchFileSnapshot(`./constraint-${family}.lp`);
  });

  it.each(OBJECTIVES.map((objective) => [objective.spec.id, objective] as const))(
    "objective %s",
    async (id, { gainPerHa }) => {
      await expect(goldenLp(programOf([], gainPerHa(ASSESSMENT)))).toMatchFileSnapshot(`./objective-${id}.lp`);
    },
  );

  it("the whole program", async () => {
    const { program } = compileProgram(PROBLEM, ASSESSMENT);
    expect(program).toBeDefined();
    if (program) await expect(goldenLp(program)).toMatchFileSnapshot("./program.lp");
  });

  it("shows a planted change of formula", () => {
    const [row] = rowDrafts(PROBLEM, ASSESSMENT).filter(({ id }) => id === "capital");
    const stream = row.terms[0].stream?.map((value) => 1.01 * value);
    const changed = { ...row, terms: [{ ...row.terms[0], stream }] };
    expect(goldenLp(programOf([changed], ZEROS))).not.toBe(goldenLp(programOf([row], ZEROS)));
  });
});
