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
    const { best, uses } = usesOf(share.subarray(unit * optionCount, (unit + 1) * optionCount));
    leading[unit] = best;
    if (uses > 1 || (uses === 1 && leavesRest(program, share, unit))) split.push(unit);
  }
  return { options: program.options, share, leading, splitUnits: Int32Array.from(split) };
}

/** The option with the largest share (-1 when as is has more) and how many options are used. */
function usesOf(shares: Float64Array): { readonly best: number; readonly uses: number } {
  let best = -1;
  let uses = 0;
  let used = 0;
  shares.forEach((value, option) => {
    if (value === 0) return;
    uses++;
    used += value;
    if (best < 0 || value > shares[best]) best = option;
  });
  if (best >= 0 && 1 - used > shares[best]) best = -1;
  return { best, uses };
}

/** True when a parcel with one option leaves as is what that option could have taken; masked land is no split. */
function leavesRest(program: Program, share: Float64Array, unit: number): boolean {
  const optionCount = program.options.length;
  for (let pair = unit * optionCount; pair < (unit + 1) * optionCount; pair++) {
    if (share[pair] > 0) return share[pair] < Math.min(program.cap[pair], program.unitLimit[unit]) - NOTHING;
  }
  return false;
}
