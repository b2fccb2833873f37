import type { CriterionCurve, OptionId, ValueFunction } from "#solver/region";
import type { AppliedCurve, CriterionSpec } from "../assessment.ts";
import type { Industry } from "../industries/industry.ts";
import { MEMBERSHIP_FLOOR } from "./overlay.ts";
import { evaluate } from "./value-functions.ts";

/** Curves of a criterion by industry; a renovation has one of its own only where one was drawn for it. */
export type CurveTable = ReadonlyMap<OptionId, AppliedCurve>;

/** The criterion's own curves, each replaced by what was drawn for that industry, or else for all. */
export function applyCurves(
  spec: CriterionSpec,
  industries: readonly Industry[],
  ownCurve: (industry: Industry) => ValueFunction | undefined,
  drawn: readonly CriterionCurve[] = [],
): CurveTable {
  const forAll = drawn.find(({ option }) => option === undefined);
  const curves = new Map<OptionId, AppliedCurve>();
  for (const industry of industries) {
    const own = ownCurve(industry);
    // A curve for all leaves alone the industries of which the criterion asks nothing.
    const curve =
      drawn.find(({ option }) => option === industry.id) ??
      (own && (forAll ?? { function: own, label: spec.label, source: spec.source }));
    if (curve) curves.set(industry.id, withoutOption(curve));
  }
  const renovation = drawn.find(({ option }) => option === "RN");
  if (renovation) curves.set("RN", withoutOption(renovation));
  return curves;
}

function withoutOption({ function: curve, label, source }: AppliedCurve): AppliedCurve {
  return { function: curve, label, source };
}

/** The curve a pair is read by: a renovation is judged as the stand it renews. */
export function curveOf(
  curves: CurveTable,
  option: OptionId,
  stand: OptionId | "",
): AppliedCurve | undefined {
  return curves.get(option) ?? (option === "RN" && stand !== "" ? curves.get(stand) : undefined);
}

/** Membership of a raw value: floored unless the criterion may exclude, NaN where it is not asked or has no data. */
export function membershipOf(spec: CriterionSpec, curve: AppliedCurve | undefined, raw: number): number {
  if (!curve) return Number.NaN;
  const member = evaluate(curve.function, raw);
  return spec.limiting ? member : Math.max(MEMBERSHIP_FLOOR, member);
}
