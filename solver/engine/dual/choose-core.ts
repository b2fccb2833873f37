import type { Core } from "./core.ts";
import type { UnitChoices } from "./price-units.ts";
import type { Pricer } from "./pricer.ts";
import { groupProfiles } from "./profile.ts";
import { UNIT_KIND, type UnitColumns } from "./unit-columns.ts";

/** Profiles the core may have, as a multiple of the units asked for, before it counts as too wide. */
const PROFILE_ALLOWANCE = 2.5;
/** Members per profile from which putting profiles together pays. */
const WORTH_GROUPING = 4;

/**
 * Opens the `target` units whose choice is closest, and more of them where units alike make them cheap.
 *
 * @param temperature per weight: how far the prices may be off, hence how wide a choice may be open at most.
 */
export function openClosestUnits(
  core: Core,
  pricer: Pricer,
  choices: UnitChoices,
  target: number,
  temperature: number,
): void {
  const { units } = core;
  const profits = new Float64Array(units.widest);
  const openAll = (within: readonly number[], reach: number) => {
    for (const unit of within) {
      pricer.profits(unit, profits);
      core.openWithin(unit, profits, reach * units.weight[unit]);
    }
  };
  const reach = marginOfRank(choices.margin, target);
  const close = unitsWithin(units, choices.margin, reach);
  const most = Math.ceil(PROFILE_ALLOWANCE * target);
  for (let wider = 2 * temperature; wider > 1.3 * reach; wider /= 2) {
    const wide = unitsWithin(units, choices.margin, wider);
    const rivalsOf = (unit: number) => {
      pricer.profits(unit, profits);
      return core.rivalsWithin(unit, profits, wider * units.weight[unit]);
    };
    const plain = wide.filter((unit) => units.kind[unit] === UNIT_KIND.plain);
    const profileCount = groupProfiles(core, plain, rivalsOf, most).length + wide.length - plain.length;
    if (profileCount >= most || wide.length < WORTH_GROUPING * profileCount) continue;
    openAll(wide, wider);
    return;
  }
  // Where more units than asked for tie at the rank's margin, the first ones stand for all.
  openAll(close.length > WORTH_GROUPING * target ? close.slice(0, WORTH_GROUPING * target) : close, reach);
}

/** The `rank`-th smallest margin. Margins are not negative, so their bits sort like they do. */
function marginOfRank(margin: Float32Array, rank: number): number {
  const bits = new Int32Array(margin.buffer, margin.byteOffset, margin.length);
  const [highBits, before] = bucketOfRank(bits, rank, (value) => value >>> 16);
  const [lowBits] = bucketOfRank(bits, rank - before, (value) =>
    value >>> 16 === highBits ? value & 0xffff : -1,
  );
  return new Float32Array(Int32Array.of((highBits << 16) | lowBits).buffer)[0];
}

/** The bucket in which the running count reaches `rank`, and the count before it. */
function bucketOfRank(bits: Int32Array, rank: number, bucketOf: (value: number) => number): [number, number] {
  const counts = new Int32Array(0x10000);
  for (let at = 0; at < bits.length; at++) {
    const bucket = bucketOf(bits[at]);
    if (bucket >= 0) counts[bucket]++;
  }
  let before = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    if (before + counts[bucket] >= rank) return [bucket, before];
    before += counts[bucket];
  }
  return [counts.length - 1, before];
}

function unitsWithin(units: UnitColumns, margin: Float32Array, reach: number): number[] {
  const within: number[] = [];
  for (let unit = 0; unit < units.unitCount; unit++)
    if (units.kind[unit] !== UNIT_KIND.idle && margin[unit] <= reach) within.push(unit);
  return within;
}
