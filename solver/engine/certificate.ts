import type { Program } from "#solver/model";
import type { Certificate } from "./engine.ts";

const VERIFIED = 1e-9;
const APPROXIMATE = 1e-6;

/**
 * What may be said about a layout, recomputed from the program's own numbers: the value of `x`, a bound no layout can
 * exceed for whatever prices `y` are offered, the distance between the two and the worst violation of a row or bound.
 * Nothing here comes from an engine but `x` and `y`, and a wrong `x` or `y` can only make the verdict worse.
 *
 * @param x share of each column.
 * @param y price of each coupling row, maximisation sense; prices of the wrong sign count as 0.
 */
export function certify(program: Program, x: Float64Array, y: Float64Array): Certificate {
  if (x.length !== program.columnPair.length || y.length !== program.rows.length)
    return refused("length of x or y");
  const { value, residual, worstRow } = judgeShares(program, x);
  const bound = boundOf(program, y);
  const gap = Math.abs(bound - value) / Math.max(1, Math.abs(value));
  const worst = Math.max(gap, residual);
  const state = worst <= VERIFIED ? "verified" : worst <= APPROXIMATE ? "approximate" : "refused";
  // A comparison with NaN is false, hence "refused"; the value is also below its own bound or something is wrong.
  const honest = value <= bound + APPROXIMATE * Math.max(1, Math.abs(value));
  return {
    state: honest ? state : "refused",
    primal: -value,
    bound: -bound,
    gap,
    maxResidual: residual,
    worstRow,
  };
}

/**
 * Whether row prices prove that no layout keeps all rows (Farkas): with benefits left out of account, even the best fill
 * of every parcel earns less at these prices than the limits demand. Independent of any engine, like `certify`.
 */
export function certifyInfeasible(program: Program, ray: Float64Array): boolean {
  if (ray.length !== program.rows.length) return false;
  const withoutBenefit = { ...program, benefit: new Float64Array(program.benefit.length) };
  const bound = boundOf(withoutBenefit, ray);
  const size = ray.reduce((sum, price, row) => {
    const limit = price > 0 ? program.rowUpper[row] : program.rowLower[row];
    return price !== 0 && Number.isFinite(limit) ? sum + Math.abs(price * limit) : sum;
  }, 0);
  return bound < -VERIFIED * Math.max(size, Number.MIN_VALUE);
}

function refused(reason: string): Certificate {
  const nothing = Number.NaN;
  return {
    state: "refused",
    primal: nothing,
    bound: nothing,
    gap: nothing,
    maxResidual: nothing,
    worstRow: reason,
  };
}

/** Value of the shares and the largest violation, each relative to max(1, |limit|, sum |a x|). */
function judgeShares(program: Program, x: Float64Array) {
  const activity = new Float64Array(program.rows.length);
  const size = new Float64Array(program.rows.length);
  const used = new Float64Array(program.unitCount);
  let value = 0;
  let residual = 0;
  let worstRow = "";
  const judge = (excess: number, scale: number, name: string) => {
    const relative = excess / Math.max(1, scale);
    // NaN is the worst there is, and stays.
    if (relative > residual || Number.isNaN(relative)) {
      residual = relative;
      worstRow = name;
    }
  };
  for (let column = 0; column < x.length; column++) {
    const pair = program.columnPair[column];
    const share = x[column];
    value += program.benefit[column] * share;
    used[Math.floor(pair / program.options.length)] += share;
    judge(Math.max(-share, share - program.cap[pair]), program.cap[pair], `share:${pair}`);
    if (program.integer?.[column] === 1) judge(Math.abs(share - Math.round(share)), 1, `whole:${pair}`);
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      const part = program.coefficient[entry] * share;
      activity[program.rowIndex[entry]] += part;
      size[program.rowIndex[entry]] += Math.abs(part);
    }
  }
  for (let unit = 0; unit < used.length; unit++) {
    const excess = used[unit] - program.unitLimit[unit];
    const mustFill = program.mustFill?.[unit] === 1;
    judge(mustFill ? Math.abs(excess) : excess, program.unitLimit[unit], `unit:${unit}`);
  }
  program.rows.forEach((row, index) => {
    const lower = program.rowLower[index];
    const upper = program.rowUpper[index];
    if (upper < Number.POSITIVE_INFINITY)
      judge(activity[index] - upper, Math.max(Math.abs(upper), size[index]), row.id);
    if (lower > Number.NEGATIVE_INFINITY)
      judge(lower - activity[index], Math.max(Math.abs(lower), size[index]), row.id);
  });
  return { value, residual, worstRow };
}

/**
 * Upper bound on every feasible layout by weak duality: the rows priced at their limits plus the best each parcel could
 * earn at these prices, options in order of profit up to their caps within the parcel's limit. A parcel that must be
 * filled takes what loses least where nothing earns.
 */
function boundOf(program: Program, y: Float64Array): number {
  const price = y.map((value, row) => {
    const limit = value > 0 ? program.rowUpper[row] : program.rowLower[row];
    return Number.isFinite(limit) || Number.isNaN(value) ? value : 0;
  });
  let bound = 0;
  price.forEach((value, row) => {
    if (value !== 0) bound += value * (value > 0 ? program.rowUpper[row] : program.rowLower[row]);
  });
  let unit = -1;
  let offers: { profit: number; cap: number }[] = [];
  const close = () => {
    let left = unit < 0 ? 0 : program.unitLimit[unit];
    offers.sort((a, b) => b.profit - a.profit);
    for (const { profit, cap } of offers) {
      const take = Math.min(cap, left);
      bound += profit * take;
      left -= take;
    }
    offers = [];
  };
  for (let column = 0; column < program.columnPair.length; column++) {
    const pair = program.columnPair[column];
    const owner = Math.floor(pair / program.options.length);
    if (owner !== unit) {
      close();
      unit = owner;
    }
    let profit = program.benefit[column];
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      profit -= price[program.rowIndex[entry]] * program.coefficient[entry];
    }
    if (program.mustFill?.[owner] === 1 || !(profit <= 0)) offers.push({ profit, cap: program.cap[pair] });
  }
  close();
  return bound;
}
