import { choleskySolve } from "./cholesky.ts";
import { naturalPrices, type PricedProgram } from "./price-columns.ts";

/**
 * Row prices close to the optimal ones, by a projected Newton method on the dual in which every parcel splits itself
 * over its options by a soft maximum of temperature `tau` (profit per hectare). The dual of the assignment problem is
 * piecewise linear; the soft maximum makes it smooth, and only parcels that waver between options bend it. The result
 * is a starting point: nothing about it need be exact, so caps below a parcel's limit are ignored here.
 */
export function smoothedDualPrices(priced: PricedProgram): {
  readonly y: Float64Array;
  readonly tau: number;
} {
  const natural = naturalPrices(priced);
  const { program, benefit } = priced;
  const meanArea = program.areaHa.reduce((sum, area) => sum + area, 0) / Math.max(1, program.unitCount);
  const meanBenefit =
    benefit.reduce((sum, value) => sum + Math.abs(value), 0) /
    Math.max(1, benefit.length) /
    Math.max(1e-9, meanArea);
  const y = new Float64Array(program.rows.length);
  const last = (meanBenefit * 0.6) / Math.sqrt(Math.max(1, program.unitCount));
  let tau = Math.max(last, meanBenefit / 4);
  while (true) {
    descend(priced, y, tau, natural, tau <= last ? 8 : 5, tau <= last ? 1e-7 : 1e-4);
    if (tau <= last) return { y, tau };
    tau = Math.max(last, tau / 4);
  }
}

/** Shares below this are left out of sums; a parcel with one share above `DECIDED` counts as decided. */
const FAINTEST = 1e-9;
const DECIDED = 1 - 1e-7;

interface SmoothedDual {
  readonly value: number;
  readonly activity: Float64Array;
  /** Second derivative, row-major; absent when only the value was asked for. */
  readonly curvature?: Float64Array;
}

function descend(
  priced: PricedProgram,
  y: Float64Array,
  tau: number,
  natural: Float64Array,
  steps: number,
  tolerance: number,
): void {
  const rowCount = y.length;
  let damping = 1e-9;
  let current = evaluate(priced, y, tau, true);
  for (let step = 0; step < steps; step++) {
    const { direction, decrease } = newtonDirection(priced, y, current, natural, damping);
    if (decrease < tolerance * Math.max(1e-12, Math.abs(current.value))) return;
    let length = 1;
    for (let row = 0; row < rowCount; row++) {
      if (direction[row] !== 0) length = Math.min(length, (4 * natural[row]) / Math.abs(direction[row]));
    }
    let accepted = false;
    for (let trial = 0; trial < 4 && !accepted; trial++) {
      const next = y.map((price, row) => stepWithin(price, length * direction[row]));
      const value = evaluate(priced, next, tau, false).value;
      if (value <= current.value - 1e-4 * length * decrease) {
        y.set(next);
        accepted = true;
      } else length *= 0.3;
    }
    if (!accepted) {
      if (damping > 1) return;
      damping = Math.max(damping * 100, 1e-3);
      continue;
    }
    damping = Math.max(1e-10, damping / 10);
    current = evaluate(priced, y, tau, true);
  }
}

/** A step that ends at 0 instead of crossing it: on the other side the row's other limit counts. */
function stepWithin(price: number, step: number): number {
  const next = price + step;
  return price !== 0 && Math.sign(next) === -Math.sign(price) ? 0 : next;
}

function evaluate(
  { program, benefit, starts }: PricedProgram,
  y: Float64Array,
  tau: number,
  second: boolean,
): SmoothedDual {
  const { columnStarts, rowIndex, coefficient, rowLower, rowUpper } = program;
  const rowCount = y.length;
  const activity = new Float64Array(rowCount);
  const curvature = second ? new Float64Array(rowCount * rowCount) : undefined;
  const mean = new Float64Array(rowCount);
  let value = 0;
  for (let row = 0; row < rowCount; row++) {
    if (y[row] !== 0) value += y[row] * (y[row] > 0 ? rowUpper[row] : rowLower[row]);
  }
  const profit = new Float64Array(64);
  for (let unit = 0; unit < program.unitCount; unit++) {
    const first = starts[unit];
    const end = starts[unit + 1];
    const heat = tau * program.areaHa[unit];
    let best = 0;
    for (let column = first; column < end; column++) {
      let cost = 0;
      for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++) {
        cost += y[rowIndex[entry]] * coefficient[entry];
      }
      profit[column - first] = benefit[column] - cost;
      if (profit[column - first] > best) best = profit[column - first];
    }
    let total = Math.exp(-best / heat);
    for (let column = first; column < end; column++) {
      const weight = Math.exp((profit[column - first] - best) / heat);
      profit[column - first] = weight;
      total += weight;
    }
    const limit = program.unitLimit[unit];
    value += limit * (best + heat * Math.log(total));
    // A parcel that is all but decided does not bend the dual.
    const isDecided = 1 / total > DECIDED || Math.exp(-best / heat) / total > DECIDED;
    const touched: number[] = [];
    for (let column = first; column < end; column++) {
      const share = profit[column - first] / total;
      profit[column - first] = share;
      if (share < FAINTEST) continue;
      for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++) {
        const row = rowIndex[entry];
        activity[row] += limit * share * coefficient[entry];
        if (curvature && !isDecided) {
          if (mean[row] === 0) touched.push(row);
          mean[row] += share * coefficient[entry];
        }
      }
    }
    if (!curvature || isDecided) continue;
    for (let column = first; column < end; column++) {
      const share = profit[column - first];
      if (share < FAINTEST) continue;
      const weight = (limit * share) / heat;
      for (let a = columnStarts[column]; a < columnStarts[column + 1]; a++) {
        const scaled = weight * coefficient[a];
        const base = rowIndex[a] * rowCount;
        for (let b = columnStarts[column]; b <= a; b++)
          curvature[base + rowIndex[b]] += scaled * coefficient[b];
      }
    }
    const weight = limit / heat;
    touched.sort((a, b) => a - b);
    for (let a = 0; a < touched.length; a++) {
      const scaled = weight * mean[touched[a]];
      const base = touched[a] * rowCount;
      for (let b = 0; b <= a; b++) curvature[base + touched[b]] -= scaled * mean[touched[b]];
    }
    for (const row of touched) mean[row] = 0;
  }
  return { value, activity, curvature };
}

/**
 * Newton direction within the signs the prices may take: a bound-constrained quadratic step by an active set, in
 * coordinates scaled by the curvature's diagonal.
 */
function newtonDirection(
  { program }: PricedProgram,
  y: Float64Array,
  { activity, curvature, value }: SmoothedDual,
  natural: Float64Array,
  damping: number,
): { readonly direction: Float64Array; readonly decrease: number } {
  const rowCount = y.length;
  const hessian = curvature as Float64Array;
  const scale = new Float64Array(rowCount);
  const gradient = new Float64Array(rowCount);
  const low = new Float64Array(rowCount).fill(Number.NEGATIVE_INFINITY);
  const high = new Float64Array(rowCount).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < rowCount; row++) {
    scale[row] = Math.sqrt(
      Math.max(0, hessian[row * rowCount + row]) + (1e-7 * Math.abs(value) + 1e-12) / natural[row] ** 2,
    );
    const { slope, from, to } = slopeOf(y[row], activity[row], program.rowLower[row], program.rowUpper[row]);
    gradient[row] = slope / scale[row];
    low[row] = from * scale[row];
    high[row] = to * scale[row];
  }
  const at = (a: number, b: number) => {
    const raw = a >= b ? hessian[a * rowCount + b] : hessian[b * rowCount + a];
    return a === b ? 1 + damping : raw / (scale[a] * scale[b]);
  };
  const step = new Float64Array(rowCount);
  const side = new Int8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (low[row] === 0 && (high[row] === 0 || gradient[row] > 0)) side[row] = -1;
    else if (high[row] === 0 && gradient[row] < 0) side[row] = 1;
  }
  for (let round = 0; round < 60; round++) {
    const free: number[] = [];
    for (let row = 0; row < rowCount; row++) {
      if (side[row] === 0) free.push(row);
      else step[row] = side[row] < 0 ? low[row] : high[row];
    }
    const solved = choleskySolve(
      free.length,
      (a, b) => at(free[a], free[b]),
      Float64Array.from(free, (row) => {
        let right = -gradient[row];
        for (let other = 0; other < rowCount; other++)
          if (side[other] !== 0 && step[other] !== 0) right -= at(row, other) * step[other];
        return right;
      }),
    );
    let changed = false;
    free.forEach((row, index) => {
      step[row] = solved[index];
      if (step[row] < low[row]) side[row] = -1;
      else if (step[row] > high[row]) side[row] = 1;
      changed ||= side[row] !== 0;
    });
    if (changed) continue;
    const worst = wrongSide(rowCount, side, gradient, step, at, low, high);
    if (worst < 0) break;
    side[worst] = 0;
  }
  let decrease = 0;
  for (let row = 0; row < rowCount; row++) {
    step[row] = Math.min(high[row], Math.max(low[row], step[row]));
    decrease -= step[row] * gradient[row];
    step[row] /= scale[row];
  }
  return { direction: step, decrease };
}

/** The held row that most wants to leave its side, or -1. */
function wrongSide(
  rowCount: number,
  side: Int8Array,
  gradient: Float64Array,
  step: Float64Array,
  at: (a: number, b: number) => number,
  low: Float64Array,
  high: Float64Array,
): number {
  let worst = -1;
  let most = 1e-12;
  for (let row = 0; row < rowCount; row++) {
    if (side[row] === 0 || low[row] === high[row]) continue;
    let slope = gradient[row];
    for (let other = 0; other < rowCount; other++)
      if (step[other] !== 0) slope += at(row, other) * step[other];
    const pull = side[row] < 0 ? -slope : slope;
    if (pull > most) {
      most = pull;
      worst = row;
    }
  }
  return worst;
}

/** Slope of the dual along one price and how far it may move before its other limit counts. */
function slopeOf(price: number, activity: number, lower: number, upper: number) {
  const free = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  if (lower === upper) return { slope: upper - activity, ...free };
  if (price > 0) return { slope: upper - activity, from: -price, to: free.to };
  if (price < 0) return { slope: lower - activity, from: free.from, to: -price };
  if (activity > upper) return { slope: upper - activity, from: 0, to: free.to };
  if (activity < lower) return { slope: lower - activity, from: free.from, to: 0 };
  return { slope: 0, from: 0, to: 0 };
}
