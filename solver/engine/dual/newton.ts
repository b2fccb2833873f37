import { minimiseInBox } from "./box-quadratic.ts";
import { keepSigns, priceLimits, type RowLimits } from "./sign-rules.ts";
import type { UnitSmoother } from "./smooth-units.ts";

/** One smoothed dual to be minimised: which units, which limits, how warm. */
export interface SmoothedDual {
  readonly smoother: UnitSmoother;
  readonly limits: RowLimits;
  /** Natural size of each row's price. */
  readonly priceUnit: Float64Array;
  readonly temperature: number;
  readonly sample?: Int32Array;
}

export interface NewtonStop {
  readonly iterations: number;
  /** Predicted decrease, relative to the dual, at which the minimum counts as reached. */
  readonly tolerance: number;
  /** Lets the caller breathe between passes; false stops here. */
  readonly proceed: () => Promise<boolean>;
}

/** Longest step of a price, relative to its natural size and to where it stands. */
const MOST_STEP = 2;
const MOST_STEP_CUTS = 4;
const MOST_FAILURES = 5;

interface DualPoint {
  readonly value: number;
  readonly activity: Float64Array;
  readonly hessian: Float64Array;
}

/**
 * Moves `rowDual` towards the minimum of the smoothed dual by Newton's method. The dual has a kink wherever the price of
 * a row with two limits changes sign, and an edge where a one-sided row's price is 0: each step stays within the signs
 * it starts with, and a price at 0 takes the side that falls.
 */
export async function descend(dual: SmoothedDual, rowDual: Float64Array, stop: NewtonStop): Promise<void> {
  const { limits, priceUnit } = dual;
  let point = evaluate(dual, rowDual);
  let damping = 1e-9;
  let failures = 0;
  for (let iteration = 0; iteration < stop.iterations; iteration++) {
    if (!(await stop.proceed())) return;
    const { step, decrease, longest } = newtonStep(dual, rowDual, point, damping);
    if (!(decrease > stop.tolerance * Math.abs(point.value))) return;
    let length = longest;
    let moved = false;
    for (let cut = 0; cut < MOST_STEP_CUTS && !moved; cut++) {
      const trial = rowDual.map((price, row) => {
        const next = price + length * step[row];
        return Math.abs(next) < 1e-13 * priceUnit[row] ? 0 : next;
      });
      const next = evaluate(dual, keepSigns(limits, trial));
      moved = next.value <= point.value - 1e-4 * length * decrease + 1e-14 * Math.abs(point.value);
      if (moved) {
        rowDual.set(trial);
        point = next;
      } else length *= 0.3;
    }
    if (!moved) {
      if (++failures > MOST_FAILURES) return;
      damping = Math.max(damping * 100, 1e-3);
    } else damping = length < longest ? Math.max(damping * 10, 1e-5) : Math.max(damping / 10, 1e-10);
  }
}

function evaluate(dual: SmoothedDual, rowDual: Float64Array): DualPoint {
  const { value, activity, hessian } = dual.smoother.evaluate(rowDual, dual.temperature, dual.sample);
  return { value: value + priceLimits(dual.limits, rowDual), activity, hessian };
}

/** The step in scaled coordinates, its predicted decrease, and the longest multiple that stays in proportion. */
function newtonStep(dual: SmoothedDual, rowDual: Float64Array, point: DualPoint, damping: number) {
  const { limits, priceUnit } = dual;
  const { activity, hessian } = point;
  const size = rowDual.length;
  const scale = new Float64Array(size);
  const gradient = new Float64Array(size);
  const lower = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < size; row++) {
    scale[row] = Math.sqrt(
      hessian[row * size + row] + (1e-7 * Math.abs(point.value)) / (priceUnit[row] * priceUnit[row]),
    );
    const price = rowDual[row];
    const above = limits.upper[row] - activity[row];
    const below = limits.lower[row] - activity[row];
    if (limits.lower[row] === limits.upper[row]) {
      gradient[row] = above / scale[row];
      continue;
    }
    if (limits.lower[row] === Number.NEGATIVE_INFINITY && limits.upper[row] === Number.POSITIVE_INFINITY) {
      lower[row] = 0;
      upper[row] = 0;
      continue;
    }
    // Without a lower limit `below` is minus infinity, without an upper one `above` is plus infinity.
    const pricesUpper = price > 0 || (price === 0 && above < -below);
    gradient[row] = (pricesUpper ? above : below) / scale[row];
    if (pricesUpper) lower[row] = -price * scale[row];
    else upper[row] = -price * scale[row];
  }
  const scaled = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) scaled[i * size + j] = hessian[i * size + j] / (scale[i] * scale[j]);
    scaled[i * size + i] = 1 + damping;
  }
  const step = minimiseInBox(scaled, gradient, lower, upper);
  let decrease = 0;
  let longest = 1;
  for (let row = 0; row < size; row++) {
    decrease -= step[row] * gradient[row];
    step[row] /= scale[row];
    const reach = MOST_STEP * (priceUnit[row] + Math.abs(rowDual[row]));
    if (step[row] !== 0) longest = Math.min(longest, reach / Math.abs(step[row]));
  }
  return { step, decrease, longest };
}
