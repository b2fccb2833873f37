import type { ProblemDefinition } from "#solver/region";

export type Weights = ProblemDefinition["weights"];

/** The three objectives of the triangle: top, bottom left, bottom right. */
export const TRIANGLE_GOALS = ["ecology", "economy", "employment"] as const;
export type TriangleGoal = (typeof TRIANGLE_GOALS)[number];

/** Weights are kept to two decimals: what the planner reads is what is solved. */
const STEPS = 100;

/**
 * One weight set to `value`, the other two shrunk or grown in their own proportion so that all three sum to 1.
 * When the others are both zero they share the rest equally.
 */
export function setWeight(weights: Weights, goal: TriangleGoal, value: number): Weights {
  const own = Math.round(Math.min(1, Math.max(0, value)) * STEPS);
  const [first, second] = TRIANGLE_GOALS.filter((other) => other !== goal);
  const sum = weights[first] + weights[second];
  const firstShare = sum > 0 ? weights[first] / sum : 0.5;
  const firstOwn = Math.round((STEPS - own) * firstShare);
  return {
    ...weights,
    [goal]: own / STEPS,
    [first]: firstOwn / STEPS,
    [second]: (STEPS - own - firstOwn) / STEPS,
  };
}

/** Where the weights lie in a triangle with the given corners. */
export function pointOfWeights(weights: Weights, corners: Corners): readonly [x: number, y: number] {
  const sum = weights.ecology + weights.economy + weights.employment || 1;
  const mix = (axis: 0 | 1) =>
    (weights.ecology * corners[0][axis] +
      weights.economy * corners[1][axis] +
      weights.employment * corners[2][axis]) /
    sum;
  return [mix(0), mix(1)];
}

/** Corners of ecology, economy, employment. */
export type Corners = readonly [
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
];

/** The weights at a point; a point outside takes the nearest mix that leaves no weight negative. */
export function weightsAtPoint(weights: Weights, corners: Corners, x: number, y: number): Weights {
  const [[ax, ay], [bx, by], [cx, cy]] = corners;
  const area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
  const ecology = Math.max(0, ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / area);
  const economy = Math.max(0, ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / area);
  const employment = Math.max(
    0,
    1 -
      ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / area -
      ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / area,
  );
  const sum = ecology + economy + employment;
  const first = Math.round((ecology / sum) * STEPS);
  const second = Math.min(STEPS - first, Math.round((economy / sum) * STEPS));
  return {
    ...weights,
    ecology: first / STEPS,
    economy: second / STEPS,
    employment: (STEPS - first - second) / STEPS,
  };
}
