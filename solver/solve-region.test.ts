import { describe, expect, it } from "vitest";
import { createHighsEngine, type Engine, type Solution, type Termination } from "#solver/engine";
import type { ProblemDefinition, Region } from "#solver/region";
import { anAssessment, aProblem } from "../tests/helpers/an-assessment.ts";
import { payoffInputsHash } from "./payoff.ts";
import { type AssessedRegion, solveAssessedRegion } from "./solve-region.ts";

const ASSESSMENT = anAssessment({ units: 24 });
const PROBLEM = aProblem(ASSESSMENT);
const REGION_HA = ASSESSMENT.areaHa.reduce((sum, area) => sum + area, 0);

/** The parts of a region that the stages after the assessment look at. */
function anAssessedRegion(problem: ProblemDefinition): AssessedRegion {
  const region = {
    definition: { id: "made-up", problem },
    hashes: new Map([["layers/elevation.tif", "00ff"]]),
  } as unknown as Region;
  return { region, assessment: ASSESSMENT, problem, timings: { read: 0, assess: 0 } };
}

/** An engine that answers what it is told; `change` may spoil the answer of a sound one. */
function anEngine(change: (solution: Solution) => Solution): Engine {
  const sound = createHighsEngine();
  return {
    ...sound,
    id: "highs",
    solve: async (program, options) => change(await sound.solve(program, options)),
  };
}

const SOUND = anEngine((solution) => solution);
const BOASTFUL = anEngine((solution) => ({ ...solution, x: solution.x.map((share) => share * 0.9) }));
const ended = (termination: Termination) => anEngine((solution) => ({ ...solution, termination }));

describe("solveAssessedRegion", () => {
  it("goes from an assessment to a certified layout, evaluated and explained", async () => {
    const { run, issues } = await solveAssessedRegion(anAssessedRegion(PROBLEM), { engines: [SOUND] });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(run?.termination).toEqual({ reason: "optimal" });
    expect(run?.result?.certificate.state).toBe("verified");
    expect(run?.result?.evaluation.rules.filter(({ met }) => !met)).toEqual([]);
    expect(run?.result?.explanation.runnerUp).toHaveLength(24);
  });

  it("asks the next engine when the certificate refuses what came before", async () => {
    const { run } = await solveAssessedRegion(anAssessedRegion(PROBLEM), { engines: [BOASTFUL, SOUND] });
    expect(run?.result?.certificate.state).toBe("verified");
  });

  it("shows no plan when every engine is refused", async () => {
    const { run } = await solveAssessedRegion(anAssessedRegion(PROBLEM), { engines: [BOASTFUL] });
    expect(run?.termination.reason).toBe("failed");
    expect(run?.result).toBeUndefined();
  });

  it("keeps a layout found before the time ran out, with the gap that is proven", async () => {
    const late = ended({ reason: "feasible", limit: "time", gap: 0.5 });
    const { run } = await solveAssessedRegion(anAssessedRegion(PROBLEM), { engines: [late] });
    expect(run?.termination).toMatchObject({ reason: "feasible", limit: "time" });
    expect(run?.termination.reason === "feasible" && run.termination.gap).toBeLessThan(1e-9);
    expect(run?.result).toBeDefined();
  });

  it("names the rows of a problem that cannot be met, whether or not payoff ranges are stored", async () => {
    const { payoff: _, ...unscaled } = PROBLEM;
    const greedy = {
      ...unscaled,
      areas: [{ option: "RR" as const, minHa: 0.95 * REGION_HA, maxHa: REGION_HA }],
    };
    for (const problem of [greedy, { ...greedy, payoff: PROBLEM.payoff }]) {
      const { run } = await solveAssessedRegion(anAssessedRegion(problem), { engines: [SOUND] });
      expect(run?.termination.reason).toBe("infeasible");
      expect(run?.termination.reason === "infeasible" && run.termination.rows.map(({ id }) => id)).toContain(
        "area:RR",
      );
    }
  });

  it("computes payoff ranges where none are stored, and says when stored ones are of other inputs", async () => {
    const { payoff: _, ...unscaled } = PROBLEM;
    const missing = await solveAssessedRegion(anAssessedRegion(unscaled), { engines: [SOUND] });
    expect(missing.issues.map(({ code }) => code)).toContain("payoff-missing");
    const computed = missing.run!.problem;
    expect(computed.payoff?.ideal.economy).toBeGreaterThan(computed.payoff!.nadir.economy);

    const fresh = anAssessedRegion(computed);
    expect(computed.payoff?.inputsHash).toBe(await payoffInputsHash(fresh.region));
    expect((await solveAssessedRegion(fresh, { engines: [SOUND] })).issues).toEqual([]);

    const changed = anAssessedRegion({ ...computed, labourByVillage: !computed.labourByVillage });
    const { issues } = await solveAssessedRegion(changed, { engines: [SOUND] });
    expect(issues.map(({ code }) => code)).toEqual(["payoff-outdated"]);
  });

  it("stops at a problem with a finding and solves nothing", async () => {
    const broken = { ...PROBLEM, capitalCny: Number.NaN };
    const { run, issues } = await solveAssessedRegion(anAssessedRegion(broken), { engines: [SOUND] });
    expect(run).toBeUndefined();
    expect(
      issues.some(({ severity, where }) => severity === "error" && where.field?.includes("capital")),
    ).toBe(true);
  });
});
