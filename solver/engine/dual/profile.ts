import type { Core } from "./core.ts";
import { AS_IS } from "./price-units.ts";

/** Core units that look alike per weight and are therefore one unit to the core's linear program. */
export interface Profile {
  readonly members: number[];
  /** Rival columns of each member, in the same order of options for all. */
  readonly rivals: number[][];
}

/**
 * The plain units that have a choice, those alike put together. Data in classes make thousands of units alike; apart,
 * each would be a column of the core and the ties between them rounds without progress.
 *
 * @param rivalsOf columns a unit may mix into its base; none = no choice.
 * @param most stops there: whoever asks does not want more.
 */
export function groupProfiles(
  core: Core,
  units: Iterable<number>,
  rivalsOf: (unit: number) => number[],
  most = Number.POSITIVE_INFINITY,
): Profile[] {
  const profiles: Profile[] = [];
  const byHash = new Map<number, Profile>();
  for (const unit of units) {
    const rivals = rivalsOf(unit);
    if (rivals.length === 0) continue;
    const hash = profileHash(core, unit, rivals);
    const known = byHash.get(hash);
    if (known && sameOptions(core, known, unit, rivals)) {
      known.members.push(unit);
      known.rivals.push(rivals);
      continue;
    }
    const profile = { members: [unit], rivals: [rivals] };
    byHash.set(hash, profile);
    if (profiles.push(profile) >= most) break;
  }
  return profiles;
}

function sameOptions(core: Core, profile: Profile, unit: number, rivals: readonly number[]): boolean {
  const optionOf = (column: number) => (column === AS_IS ? AS_IS : core.units.option[column]);
  return (
    profile.rivals[0].length === rivals.length &&
    optionOf(core.baseColumn[profile.members[0]]) === optionOf(core.baseColumn[unit]) &&
    profile.rivals[0].every((column, at) => optionOf(column) === optionOf(rivals[at]))
  );
}

/** Coefficients carry ten digits, so alike means alike to about seven: 23 bits below the leading one. */
const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);
const LOOSE_BITS = 3;

function profileHash(core: Core, unit: number, rivals: readonly number[]): number {
  const { columnStarts, rowIndex, coefficient } = core.program;
  const weight = core.units.weight[unit];
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  const mix = (value: number) => {
    low = Math.imul(low ^ value, 0x01000193);
    low ^= low >>> 15;
    high = Math.imul(high ^ value, 0x5bd1e995);
    high ^= high >>> 13;
  };
  const mixReal = (value: number) => {
    single[0] = value;
    mix((bits[0] + (1 << (LOOSE_BITS - 1))) >> LOOSE_BITS);
  };
  for (const column of [core.baseColumn[unit], ...rivals]) {
    mix(column === AS_IS ? -1 : core.units.option[column]);
    if (column === AS_IS) continue;
    mixReal(core.benefit[column] / weight);
    for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++) {
      mix(rowIndex[entry]);
      mixReal(coefficient[entry] / weight);
    }
  }
  mixReal(core.units.limit[unit]);
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
