import type { Program, RowTerm } from "#solver/model";
import { OPTION_IDS } from "#solver/region";
import { assembleLarge, withLimits } from "./assemble-large.ts";
import { seededRandom } from "./seeded-random.ts";

export const SMALL_KINDS = [
  "generic",
  "degenerate",
  "tied",
  "badly-scaled",
  "capped",
  "infeasible",
  "two-sided",
  "cover",
  "auxiliary",
] as const;
export type SmallKind = (typeof SMALL_KINDS)[number];

/**
 * A small seeded program that is hard in one way: whole numbers that make vertices degenerate, exact ties, rows and
 * units of very different size, caps and keep shares, rows that contradict, equalities and ranges. Limits are those of
 * a random layout, so that every kind but `infeasible` can be met. In `cover` most units must be filled, in `auxiliary`
 * the last ones are boxed columns of any width.
 */
export function smallProgram(kind: SmallKind, seed: number): Program {
  const random = seededRandom(1000 * seed + SMALL_KINDS.indexOf(kind));
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const isCoarse = kind === "degenerate" || kind === "tied";
  const number = () => (isCoarse ? whole(-2, 4) : 5 * random() - 1.5);
  const unitCount = whole(1, 40);
  const optionCount = whole(1, 6);
  const groupOf = Int32Array.from({ length: unitCount }, () => whole(0, 2));
  const factor = Float64Array.from({ length: unitCount }, () => (isCoarse ? whole(0, 2) : random()));
  const areaHa = Float64Array.from({ length: unitCount }, () =>
    kind === "tied" ? 1 : isCoarse ? whole(1, 3) : 0.2 + 9 * random() ** 3,
  );
  const unitLimit = Float64Array.from({ length: unitCount }, () =>
    (kind === "capped" || kind === "cover") && random() < 0.4 ? random() : 1,
  );
  const auxiliaryCount = kind === "auxiliary" ? Math.min(unitCount, whole(1, 4)) : 0;
  for (let unit = unitCount - auxiliaryCount; unit < unitCount; unit++) unitLimit[unit] = 10 ** whole(-1, 3);
  const cap = new Float64Array(unitCount * optionCount);
  const benefitPerHa = new Float64Array(unitCount * optionCount);
  const tiedBenefit = Array.from({ length: optionCount }, () => whole(1, 4));
  for (let pair = 0; pair < cap.length; pair++) {
    const unit = Math.floor(pair / optionCount);
    const isOpen = random() < 0.8;
    const isPartial = (kind === "capped" || kind === "cover") && random() < 0.5;
    cap[pair] = isOpen ? (isPartial ? random() * unitLimit[unit] : unitLimit[unit]) : 0;
    if (unit >= unitCount - auxiliaryCount) cap[pair] = pair % optionCount === 0 ? unitLimit[unit] : 0;
    benefitPerHa[pair] = kind === "tied" ? tiedBenefit[pair % optionCount] : number() + 1;
  }
  const rows = Array.from({ length: whole(1, 8) }, (_, row) => {
    const size = kind === "badly-scaled" ? 10 ** whole(-6, 6) : 1;
    const terms = Array.from({ length: whole(1, 2) }, (): RowTerm => {
      const term: RowTerm = { byOption: Float64Array.from({ length: optionCount }, () => size * number()) };
      const grouped = random() < 0.4 ? { group: { of: groupOf, index: whole(0, 2) } } : {};
      const factored = random() < 0.4 ? { factor } : {};
      const streamed =
        random() < 0.3 ? { stream: Float64Array.from(cap, () => (isCoarse ? whole(0, 2) : random())) } : {};
      return { ...term, ...grouped, ...factored, ...streamed };
    });
    return { id: `row:${row}`, family: "row", terms };
  });
  if (kind === "infeasible") rows.push({ ...rows[rows.length - 1], id: "twin" });
  const program = assembleLarge({
    options: OPTION_IDS.slice(0, optionCount),
    areaHa,
    cap,
    unitLimit,
    rows,
    benefitPerHa:
      kind === "badly-scaled" ? benefitPerHa.map((value) => value * 10 ** whole(-4, 4)) : benefitPerHa,
  });
  const extended: Program = {
    ...program,
    ...(kind === "cover" ? { mustFill: unitsToFill(program, random) } : {}),
    ...(auxiliaryCount > 0 ? { auxiliaryCount, areaHa: withoutArea(areaHa, auxiliaryCount) } : {}),
  };
  return limitAround(extended, kind, random, randomActivity(extended, isCoarse, random));
}

/** Most units whose columns can fill them. */
function unitsToFill(program: Program, random: () => number): Uint8Array {
  const room = new Float64Array(program.unitCount);
  for (const pair of program.columnPair) room[Math.floor(pair / program.options.length)] += program.cap[pair];
  return Uint8Array.from(room, (sum, unit) => (sum >= program.unitLimit[unit] && random() < 0.7 ? 1 : 0));
}

function withoutArea(areaHa: Float64Array, last: number): Float64Array {
  const area = areaHa.slice();
  area.fill(0, area.length - last);
  return area;
}

function randomActivity(program: Program, isWhole: boolean, random: () => number): Float64Array {
  const left = program.unitLimit.slice();
  const activity = new Float64Array(program.rows.length);
  const shares = new Float64Array(program.columnPair.length);
  const take = (column: number, wish: number) => {
    const pair = program.columnPair[column];
    const unit = Math.floor(pair / program.options.length);
    const share = Math.min(program.cap[pair] - shares[column], left[unit], wish);
    left[unit] -= share;
    shares[column] += share;
  };
  for (let column = 0; column < shares.length; column++)
    take(column, isWhole ? (random() < 0.3 ? 1 : 0) : random() < 0.5 ? random() : 0);
  program.columnPair.forEach((pair, column) => {
    if (program.mustFill?.[Math.floor(pair / program.options.length)] === 1)
      take(column, Number.POSITIVE_INFINITY);
    const share = shares[column];
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++)
      activity[program.rowIndex[entry]] += share * program.coefficient[entry];
  });
  return activity;
}

function limitAround(
  program: Program,
  kind: SmallKind,
  random: () => number,
  activity: Float64Array,
): Program {
  const lower = activity.map(() => Number.NEGATIVE_INFINITY);
  const upper = activity.map(() => Number.POSITIVE_INFINITY);
  activity.forEach((value, row) => {
    const room = kind === "degenerate" || kind === "tied" ? 0 : 0.1 * random() * Math.abs(value);
    const choice = random();
    if (kind === "two-sided" && choice < 0.3) lower[row] = upper[row] = value;
    else if (kind === "two-sided" && choice < 0.7) {
      lower[row] = value - room;
      upper[row] = value + random() * room;
    } else if (choice < 0.7) upper[row] = value + room;
    else lower[row] = value - room;
  });
  if (kind === "infeasible") askTooMuch(program, lower, upper, random);
  return withLimits(program, lower, upper);
}

/** Asks one row for more than its columns can give, or the last row for more than its twin before it allows. */
function askTooMuch(program: Program, lower: Float64Array, upper: Float64Array, random: () => number): void {
  const last = lower.length - 1;
  const most = reach(program, last);
  if (most > 0 && random() < 0.6) {
    const middle = most * (0.2 + 0.6 * random());
    lower[last] = middle + 0.05 * most;
    upper[last] = Number.POSITIVE_INFINITY;
    lower[last - 1] = Number.NEGATIVE_INFINITY;
    upper[last - 1] = middle;
    return;
  }
  const row = Math.floor(random() * lower.length);
  lower[row] = reach(program, row) * (1 + 0.2 * random()) + 0.1;
  upper[row] = Number.POSITIVE_INFINITY;
}

/** Most a row can use when each unit spends its whole limit on its hungriest column. */
function reach(program: Program, row: number): number {
  const best = new Float64Array(program.unitCount);
  program.columnPair.forEach((pair, column) => {
    const unit = Math.floor(pair / program.options.length);
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++)
      if (program.rowIndex[entry] === row)
        best[unit] = Math.max(best[unit], program.coefficient[entry] * program.unitLimit[unit]);
  });
  return best.reduce((sum, value) => sum + value, 0);
}
