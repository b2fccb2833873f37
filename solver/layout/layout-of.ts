import type { Program } from "#solver/model";
import type { Layout } from "./layout.ts";

/** Shares below this are round-off of the engine. */
const NOTHING = 1e-9;

/** The layout a solution stands for: shares cleaned of round-off, the leading use of each parcel, and the split ones. */
export function layoutOf(program: Program, x: Float64Array): Layout {
  const optionCount = program.options.length;
  const share = new Float64Array(program.unitCount * optionCount);
  for (let column = 0; column < x.length; column++) {
    if (x[column] > NOTHING) share[program.columnPair[column]] = x[column] > 1 - NOTHING ? 1 : x[column];
  }
  const leading = new Int16Array(program.unitCount).fill(-1);
  const split: number[] = [];
  for (let unit = 0; unit < program.unitCount; unit++) {
    leading[unit] = leadingUse(share.subarray(unit * optionCount, (unit + 1) * optionCount));
    if (isSplit(program, share, unit)) split.push(unit);
  }
  return { options: program.options, share, leading, splitUnits: Int32Array.from(split) };
}

/** The option with the largest share, -1 when as is has more. */
function leadingUse(shares: Float64Array): number {
  let best = -1;
  let used = 0;
  shares.forEach((value, option) => {
    used += value;
    if (value > 0 && (best < 0 || value > shares[best])) best = option;
  });
  return best >= 0 && 1 - used > shares[best] ? -1 : best;
}

/**
 * True when the plan itself divides a parcel. Where a mask covers part of it, the edge of the mask divides: one use up
 * to its cap and another on all the rest is no split.
 */
function isSplit(program: Program, share: Float64Array, unit: number): boolean {
  const optionCount = program.options.length;
  let divided = 0;
  let used = 0;
  for (let pair = unit * optionCount; pair < (unit + 1) * optionCount; pair++) {
    used += share[pair];
    if (share[pair] > 0 && share[pair] < program.cap[pair] - NOTHING) divided++;
  }
  return divided > 1 || (divided === 1 && used < program.unitLimit[unit] - NOTHING);
}
