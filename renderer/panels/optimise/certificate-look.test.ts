import { describe, expect, it } from "vitest";
import type { RunView } from "../../workers/views.ts";
import { describeCertificate } from "./certificate-look.ts";

function aRun(gap: number, state: "verified" | "approximate" | "refused" = "verified"): RunView {
  const certificate = { state, gap, primal: -1, bound: -1, maxResidual: 0, worstRow: "" };
  return { termination: { reason: "optimal" }, result: { certificate } } as RunView;
}

const titleOf = (run: RunView, stale = false) => describeCertificate(run, stale, "en").title;

describe("describeCertificate", () => {
  it("calls a layout optimal only within the gap it was proven to", () => {
    expect(titleOf(aRun(1e-10))).toBe("Proven optimal");
    expect(titleOf(aRun(1e-7))).toBe("Optimal to six digits");
    expect(titleOf(aRun(0.008))).toBe("Within 0.8000 %");
  });

  it("does not call an unverified layout proven, however small its gap", () => {
    expect(titleOf(aRun(0, "approximate"))).toBe("Optimal to six digits");
    expect(titleOf(aRun(0, "refused"))).toBe("Check failed");
  });

  it("says first that the rules have changed", () => {
    expect(titleOf(aRun(0), true)).toBe("Rules changed since");
    expect(describeCertificate(aRun(0), true, "zh").title).toBe("规则已变");
  });

  it("never calls a failed check merely outdated", () => {
    expect(titleOf(aRun(0, "refused"), true)).toBe("Check failed");
  });

  it("names what ended without a layout", () => {
    const ended = (termination: RunView["termination"]) => titleOf({ termination } as RunView);
    expect(ended({ reason: "infeasible", rows: [] })).toBe("No feasible layout");
    expect(ended({ reason: "no-solution", limit: "time" })).toBe("Stopped before a plan was found");
    expect(ended({ reason: "failed", message: "" })).toBe("The solver failed");
  });

  it("uses the Chinese of planners", () => {
    expect(describeCertificate(aRun(0), false, "zh").title).toBe("模型内最优（已复核）");
  });
});
