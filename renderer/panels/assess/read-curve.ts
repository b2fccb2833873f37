import type { ValueFunction } from "#solver/region";
import type { Words } from "../../ui/use-text.ts";

/** A value function in a phrase, with parameters as they are read, not with every digit they are stored with. */
export function readCurve(curve: ValueFunction, t: Words["t"]): string {
  switch (curve.form) {
    case "linear": {
      const { from, to, lowest = 0 } = curve;
      const values = { from: plain(from), to: plain(to), lowest: plain(lowest) };
      return t(lowest === 0 ? "curveReadLinear" : "curveReadLinearFrom", values);
    }
    case "trapezoid":
      return t("curveReadTrapezoid", { corners: curve.corners.map(plain).join(", ") });
    case "logistic":
      return t("curveReadLogistic", { centre: plain(curve.centre), steepness: plain(curve.steepness) });
    case "cosine":
      return t("curveReadCosine", { full: plain(curve.full), none: plain(curve.none) });
    case "bell":
      return t("curveReadBell", { mean: plain(curve.mean), spread: plain(curve.spread) });
    case "near":
      return t("curveReadNear", { middle: plain(curve.middle), steepness: plain(curve.steepness) });
    case "halving":
      return t("curveReadHalving", { half: plain(curve.half) });
    case "points":
      return t("curveReadPoints", {
        points: curve.points.map(([value, membership]) => `${plain(value)}: ${plain(membership)}`).join(", "),
      });
  }
}

function plain(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "\u2212");
}
