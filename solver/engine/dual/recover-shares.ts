import type { Core } from "./core.ts";
import type { CoreLp } from "./core-lp.ts";
import { AS_IS } from "./price-units.ts";
import { UNIT_KIND } from "./unit-columns.ts";

/** Amounts below this share of a profile are round-off of its division among the members. */
const NEGLIGIBLE = 1e-12;

/**
 * Shares of all columns from an answer of the core's linear program. The members of a profile are served one after the
 * other, so that a profile with two choices in use splits one member at most. The core's own base becomes the answer:
 * at a million units a copy would cost as much as a pass. The core is used up.
 */
export function recoverShares(core: Core, coreLp: CoreLp, answer: Float64Array): Float64Array {
  const { units } = core;
  const shares = core.baseShare;
  let lpColumn = 0;
  for (const { members, rivals } of coreLp.profiles) {
    const rivalCount = rivals[0].length;
    if (members.length === 1) {
      const unit = members[0];
      const limit = units.limit[unit];
      let base = limit;
      for (let at = 0; at < rivalCount; at++) {
        const share = answer[lpColumn + at] * limit;
        if (rivals[0][at] !== AS_IS) shares[rivals[0][at]] = share;
        base -= share;
      }
      if (core.baseColumn[unit] !== AS_IS) shares[core.baseColumn[unit]] = Math.max(0, base);
    } else {
      divideAmongMembers(core, shares, members, rivals, answer.subarray(lpColumn, lpColumn + rivalCount));
    }
    lpColumn += rivalCount;
  }
  for (const unit of core.members)
    if (units.kind[unit] === UNIT_KIND.capped) shares.fill(0, units.starts[unit], units.starts[unit + 1]);
  for (const column of coreLp.cappedColumns) shares[column] = answer[lpColumn++];
  return shares;
}

function divideAmongMembers(
  core: Core,
  shares: Float64Array,
  members: readonly number[],
  rivals: readonly (readonly number[])[],
  fractions: Float64Array,
): void {
  const { weight, limit } = core.units;
  const total = members.reduce((sum, unit) => sum + weight[unit], 0);
  let member = 0;
  let left = weight[members[0]];
  for (let at = 0; at < fractions.length; at++) {
    let need = fractions[at] * total;
    while (need > NEGLIGIBLE * total && member < members.length) {
      const unit = members[member];
      const whole = weight[unit];
      let taken = Math.min(need, left);
      if (left - taken < NEGLIGIBLE * whole) taken = left;
      const share = (taken / whole) * limit[unit];
      const rival = rivals[member][at];
      const base = core.baseColumn[unit];
      if (rival !== AS_IS) shares[rival] = share;
      if (base !== AS_IS) shares[base] = taken === whole ? 0 : Math.max(0, shares[base] - share);
      need -= taken;
      left -= taken;
      if (left === 0 && ++member < members.length) left = weight[members[member]];
    }
  }
}
