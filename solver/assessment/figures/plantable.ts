import type { OptionId } from "#solver/region";
import type { Industry } from "../industries/industry.ts";

/**
 * Share of the parcel that can be planted: the ground that is not rock, at least the industry's floor (pepper and
 * honeysuckle root in cracks). Closure of forest and shrub takes the whole parcel.
 */
export function plantableShare(industry: Industry, bedrockShare: number, closure: boolean): number {
  if (closure) return 1;
  return Math.max(1 - bedrockShare, industry.figures.plantableFloor.value);
}

/** True when restoration here means closing forest or shrub, not planting. */
export function isClosure(option: OptionId, landUse: string): boolean {
  return option === "RF" && (landUse === "forest" || landUse === "shrub");
}
