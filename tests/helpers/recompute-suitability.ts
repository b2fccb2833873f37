import type { PairExplanation } from "#solver/assessment";
import type { ValueFunction } from "#solver/region";

/**
 * Suitability of a pair from its printed chain alone: raw values, curves, floors, weights and the largest share. Written
 * from the formulas on paper and shares no code with the program.
 */
export function recomputeSuitability({
  criteria,
  assessments,
  suitability,
  gates,
  parcel,
}: PairExplanation): number {
  if (parcel.lacking.length > 0) return Number.NaN;
  if (gates.largestShare === 0) return 0;
  const memberOf = ({ curve, raw, floor }: PairExplanation["criteria"][number]) =>
    curve === null || raw === null ? Number.NaN : Math.max(floor, read(curve.function, raw));
  const scores = assessments.map(({ id, join }) => {
    const own = criteria.filter(({ assessment, weight }) => assessment === id && weight > 0);
    const known = own.filter((criterion) => !Number.isNaN(memberOf(criterion)));
    const members = known.map(memberOf);
    const weights = shares(known.map(({ weight }) => weight));
    if (known.length === 0) return Number.NaN;
    if (join === "overlay") return joined(members, weights, suitability.overlay);
    const mean = members.reduce((sum, m, i) => sum + weights[i] * (2 * m - 1), 0);
    return Math.max(0.05, 0.5 + 0.5 * Math.min(1, Math.max(-1, mean)));
  });
  const known = assessments.map((_, i) => i).filter((i) => !Number.isNaN(scores[i]));
  const weights = shares(known.map((i) => assessments[i].weight));
  return joined(
    known.map((i) => scores[i]),
    weights,
    suitability.overlay,
  );
}

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function joined(members: readonly number[], weights: readonly number[], way: string): number {
  switch (way) {
    case "geometric":
      return members.reduce((product, m, i) => product * m ** weights[i], 1);
    case "linear":
      return members.reduce((sum, m, i) => sum + m * weights[i], 0);
    case "least":
      return Math.min(...members);
    case "storie":
      return members.reduce((product, m) => product * m, 1);
    default: {
      const least = Math.min(...members);
      return least === 0 ? 0 : least * Math.sqrt(members.reduce((product, m) => product * m, 1) / least);
    }
  }
}

function read(curve: ValueFunction, v: number): number {
  const within = (x: number) => Math.max(0, Math.min(1, x));
  switch (curve.form) {
    case "linear": {
      const lowest = curve.lowest ?? 0;
      return lowest + (1 - lowest) * within((v - curve.from) / (curve.to - curve.from));
    }
    case "trapezoid": {
      const [a, b, c, d] = curve.corners;
      if (v >= b && v <= c) return 1;
      return v < b ? within((v - a) / (b - a)) : within((d - v) / (d - c));
    }
    case "cosine":
      return 1 - Math.sin((Math.PI / 2) * within((v - curve.full) / (curve.none - curve.full))) ** 2;
    case "halving":
      return Math.min(1, 2 ** (-v / curve.half));
    case "logistic":
      return 1 / (1 + Math.exp(-curve.steepness * (v - curve.centre)));
    case "bell":
      return Math.exp(-((v - curve.mean) ** 2) / (2 * curve.spread ** 2));
    case "near":
      return 1 / (1 + curve.steepness * (v - curve.middle) ** 2);
    case "points": {
      const { points } = curve;
      if (v <= points[0][0]) return points[0][1];
      const next = points.findIndex(([at]) => at >= v);
      if (next < 0) return points[points.length - 1][1];
      const [[x0, y0], [x1, y1]] = [points[next - 1], points[next]];
      return y0 + ((y1 - y0) * (v - x0)) / (x1 - x0);
    }
  }
}
