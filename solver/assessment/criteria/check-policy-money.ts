import type { Issue } from "#gis";
import type { RegionDefinition } from "#solver/region";
import { assessmentIssue } from "../issue-messages.ts";

const MONEY = /subsid|\bgrants?\b|CNY|yuan|补贴|补助|奖补|元/i;

/**
 * Policy indicators that rest on money. Money enters the margin only; a score for it as well would count it twice. Told by
 * what their source says, so that a plain score of what is not money passes.
 */
export function checkPolicyMoney({ indicators }: Pick<RegionDefinition, "indicators">): Issue[] {
  return indicators.flatMap(({ id, option, source }, i) =>
    id === "policy" && MONEY.test(source)
      ? [
          assessmentIssue(
            "policy-money-twice",
            "warning",
            { file: "region.json", field: `indicators[${i}].source` },
            { option, source },
          ),
        ]
      : [],
  );
}
