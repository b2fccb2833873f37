import type { ComparisonMatrix, Weighing, WeightMethod } from "#solver/region";
import type { AppliedWeights, Consistency } from "../assessment.ts";
import { type AhpWeights, weighByAhp } from "./ahp.ts";
import { averageWeights, combineByGameTheory } from "./combine.ts";
import type { DecisionMatrix } from "./normalise.ts";
import { weighByCritic, weighByEntropy } from "./objective-weights.ts";

/** Why a set of weights is not the one that was asked for; the stated weights stood in. */
export type WeighingFault = "judgements-inconsistent" | "too-few-parcels-to-weigh" | "game-theory-unsound";

type Part = "ahp" | "entropy" | "critic";

const PARTS: Readonly<Record<WeightMethod, readonly Part[]>> = {
  stated: [],
  ahp: ["ahp"],
  entropy: ["entropy"],
  critic: ["critic"],
  "ahp-entropy": ["ahp", "entropy"],
  "game-theory": ["ahp", "entropy"],
};

/**
 * Weights by the method asked for. Judgements of a consistency ratio of 0.10 or more are not used, and fewer than three
 * parcels tell no spread: then the stated weights stand in, `fault` says why, and `consistency` names the worst judgement.
 *
 * @param of names in the order of `stated` and of the columns of the data.
 * @param data memberships of the pairs that are open, one column per name; asked for only where the method needs it.
 */
export function weigh(
  weighing: Weighing | undefined,
  of: readonly string[],
  stated: readonly number[],
  data: () => DecisionMatrix,
): { applied: AppliedWeights; fault?: WeighingFault } {
  const method = weighing?.method ?? "stated";
  const ahp =
    PARTS[method].includes("ahp") && weighing?.judgements
      ? weighByAhp(inOrder(weighing.judgements, of))
      : undefined;
  const consistency = ahp && describeConsistency(ahp, of);
  const asStated = (fault?: WeighingFault) => ({
    applied: {
      method: "stated" as const,
      of,
      weights: toShares(stated),
      parts: [],
      averagedInstead: false,
      ...(consistency && { consistency }),
    },
    ...(fault && { fault }),
  });
  if (method === "stated") return asStated();
  if (consistency && !consistency.acceptable) return asStated("judgements-inconsistent");

  const needsData = PARTS[method].some((part) => part !== "ahp");
  const matrix = needsData ? data() : undefined;
  if (matrix && matrix.rows < 3) return asStated("too-few-parcels-to-weigh");
  const vectors = PARTS[method].map((part) => {
    if (part === "ahp") return ahp!.weights;
    return part === "entropy" ? weighByEntropy(matrix!) : weighByCritic(matrix!);
  });
  const joined = method === "game-theory" ? combineByGameTheory(vectors) : averageWeights(vectors);
  const averagedInstead = method === "game-theory" && joined.method === "average";
  return {
    applied: {
      method,
      of,
      weights: [...joined.weights],
      parts: PARTS[method].map((part, i) => ({ method: part, weights: [...vectors[i]] })),
      averagedInstead,
      ...(consistency && { consistency }),
    },
    ...(averagedInstead && { fault: "game-theory-unsound" as const }),
  };
}

/** The matrix with its rows and columns in the order asked for. */
function inOrder(
  { of, matrix }: NonNullable<Weighing["judgements"]>,
  names: readonly string[],
): ComparisonMatrix {
  const at = names.map((name) => of.indexOf(name));
  return {
    names,
    judgements: Float64Array.from(at.flatMap((row) => at.map((column) => matrix[row][column]))),
  };
}

/** Consistency of judgements in pairs, in names. */
export function describeConsistency(ahp: AhpWeights, names: readonly string[]): Consistency {
  const { row, column, given, fitting } = ahp.worst;
  return {
    lambda: ahp.lambda,
    ratio: ahp.consistencyRatio,
    acceptable: ahp.acceptable,
    worst: { row: names[row], column: names[column], given, fitting },
  };
}

function toShares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}
