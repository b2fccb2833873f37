/**
 * A fixed pseudo-random number in [0, 1) for a unit and an option: the same in every run, on every machine and for
 * every engine, so that equally good layouts are told apart the same way everywhere.
 */
export function tieBreak(unit: number, optionCode: number): number {
  let hash = Math.imul(unit + 1, 0x9e3779b1) ^ Math.imul(optionCode + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Largest tie-break as a share of the mean benefit: far below any real difference, far above round-off. */
export const TIE_BREAK_SHARE = 1e-6;
