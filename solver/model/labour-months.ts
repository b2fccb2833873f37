import type { OptionId } from "#solver/region";

/** A year has a quiet and a busy time: months in which an industry needs more than its twelfth. */
interface Peak {
  readonly months: readonly number[];
  /** Share of the year's labour that falls into each of them. */
  readonly share: number;
}

/** Harvest months, 1 = January. Label E; where an industry picks over several months its peak is spread evenly. */
const PEAKS: Partial<Record<OptionId, Peak>> = {
  ZP: { months: [7], share: 0.4 },
  HS: { months: [5, 6], share: 0.225 },
  LQ: { months: [5], share: 0.35 },
  TE: { months: [3, 4], share: 0.175 },
  RR: { months: [9], share: 0.35 },
  GR: { months: [8], share: 0.3 },
  PT: { months: [7, 8, 9, 10, 11], share: 0.18 },
};

/** Share of an industry's yearly labour that falls into a month (1-12); a twelfth where no peak is known. */
export function labourShareOfMonth(option: OptionId | "", month: number): number {
  const peak = option === "" ? undefined : PEAKS[option];
  if (!peak) return 1 / 12;
  if (peak.months.includes(month)) return peak.share;
  return (1 - peak.months.length * peak.share) / (12 - peak.months.length);
}
