import type { Assessment } from "#solver/assessment";
import type { ProblemDefinition } from "#solver/region";

/** Caps of the pairs that become columns; an industry limited to 0 ha gets none. */
export function openCaps(problem: ProblemDefinition, { options, gates }: Assessment): Float64Array {
  const closed = options.map((option) =>
    problem.areas.some((limit) => limit.option === option && limit.maxHa === 0),
  );
  return Float64Array.from(gates.cap, (cap, pair) =>
    closed[pair % options.length] || !(cap > 0) ? 0 : Math.min(1, cap),
  );
}

/** A parcel may change no more of itself than its most permissive use allows: the rest is masked for every use. */
export function unitLimits(cap: Float64Array, optionCount: number): Float64Array {
  const limit = new Float64Array(cap.length / optionCount);
  for (let pair = 0; pair < cap.length; pair++) {
    const unit = Math.floor(pair / optionCount);
    limit[unit] = Math.max(limit[unit], cap[pair]);
  }
  return limit;
}
