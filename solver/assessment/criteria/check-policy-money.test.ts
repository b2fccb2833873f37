import { describe, expect, it } from "vitest";
import { assessRegion } from "../assess-region.ts";
import { oneParcel, type Site } from "../one-parcel.fixture.ts";

const ELIGIBLE: Site = {
  landUse: "dry",
  slopeDeg: 32,
  open: [{ mask: "other-cropland", options: ["RF"], note: { zh: "测试", en: "test" } }],
};

function policy(source: string, score = 0.9) {
  return [{ id: "policy", option: "RF" as const, score, label: "user" as const, source }];
}

describe("money of policy", () => {
  it("is in the margin and not in the score: without the grant the margin falls and the policy score stays", () => {
    const region = oneParcel(ELIGIBLE);
    const indicators = policy("priority list of the province");
    const [paid, unpaid] = [true, false].map((restorationGrant) => {
      const { assessment, issues } = assessRegion(region, { indicators, terms: { restorationGrant } });
      const k = assessment.options.indexOf("RF");
      return {
        marginCny: assessment.figures.option.marginCny[k],
        score: assessment.scores.policy[k],
        codes: issues.map(({ code }) => code),
      };
    });
    expect(paid.marginCny).toBeGreaterThan(unpaid.marginCny + 500);
    expect(paid.score).toBe(unpaid.score);
    expect(paid.codes).not.toContain("policy-money-twice");
  });

  it("is told when it is scored as well", () => {
    for (const source of ["Grain-for-Green grant", "subsidy of 1600 CNY/mu", "退耕还林补助"]) {
      const { issues } = assessRegion(oneParcel(ELIGIBLE), { indicators: policy(source) });
      expect(issues.find(({ code }) => code === "policy-money-twice")).toMatchObject({
        where: { field: "indicators[0].source" },
        context: { option: "RF", source },
      });
    }
  });
});
