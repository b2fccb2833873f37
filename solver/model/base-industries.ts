import type { OptionId } from "#solver/region";

/**
 * True for land industries that count towards the leading share and the diversity cap. Restoration is no industry,
 * and a renovated stand remains an area of its own industry.
 */
export function isBaseIndustry(option: OptionId): boolean {
  return option !== "RF" && option !== "RN";
}
