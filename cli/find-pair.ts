import { type Assessment, rankForReview } from "#solver/assessment";
import { OPTION_IDS, type OptionId, type Region } from "#solver/region";

/** A pair that a word names. */
export interface FoundPair {
  readonly unit: number;
  readonly option: OptionId;
}

/** What a word names that the region does not have, and what it has. */
export interface UnknownPair {
  readonly unknown: "parcel" | "industry";
  readonly name: string;
  readonly known: string;
}

/**
 * The parcel and industry behind `PARCEL` or `PARCEL,INDUSTRY`. Ids may hold commas: the whole word is looked for first.
 * Without an industry it is the open one of highest suitability, or the region's first where none is open.
 */
export function findPair(
  word: string,
  { units: { ids } }: Pick<Region, "units">,
  assessment: Assessment,
): FoundPair | UnknownPair {
  const { options } = assessment;
  const whole = ids.indexOf(word);
  if (whole >= 0) return { unit: whole, option: rankForReview(assessment).option[whole] || options[0] };
  const comma = word.lastIndexOf(",");
  const [parcel, industry] = comma < 0 ? [word, ""] : [word.slice(0, comma), word.slice(comma + 1)];
  const unit = ids.indexOf(parcel.trim());
  if (unit < 0)
    return { unknown: "parcel", name: parcel, known: `${ids[0]} ... ${ids[ids.length - 1]} (${ids.length})` };
  const option = OPTION_IDS.find((id) => id === industry.trim().toUpperCase() && options.includes(id));
  return option ? { unit, option } : { unknown: "industry", name: industry, known: options.join(", ") };
}
