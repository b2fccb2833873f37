import { effortShare } from "./margin.ts";

/** Years a plan is judged over, and the real rate of interest. [E] */
export const HORIZON_YEARS = 20;
export const REAL_RATE = 0.06;

/**
 * Constant yearly sum worth the same as the flows.
 *
 * @param flows one sum per year, year 0 first.
 */
export function annualEquivalent(flows: readonly number[], rate: number = REAL_RATE): number {
  const years = flows.length - 1;
  return (presentValue(flows, rate) * rate) / (1 - (1 + rate) ** -years);
}

/** Worth in year 0 of one sum per year, year 0 first. */
export function presentValue(flows: readonly number[], rate: number = REAL_RATE): number {
  return flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0);
}

/** Life of a stand in years. */
export interface StandLife {
  readonly firstBearingYear: number;
  readonly fullBearingYear: number;
  /** 0 = never replanted within the horizon. */
  readonly replantYear: number;
  /** Replanting costs this share of establishment. */
  readonly replantShare: number;
}

/** A margin is linear in gross value, yearly cost and establishment; these are its annual-equivalent factors. */
export interface AnnualFactors {
  readonly gross: number;
  readonly cost: number;
  readonly establishment: number;
}

/**
 * Factors that turn mature-year sums and establishment into a yearly equivalent. Care before the first bearing year is part
 * of establishment. A stand is replanted by rows while the rest bears: it costs, but yield goes on.
 */
export function annualFactors(life: StandLife): AnnualFactors {
  const bearing: number[] = [0];
  const cost: number[] = [0];
  const capital: number[] = [1];
  for (let year = 1; year <= HORIZON_YEARS; year++) {
    const share = bearingShare(year, life);
    bearing.push(share);
    cost.push(share > 0 ? effortShare(share) : 0);
    capital.push(year === life.replantYear ? life.replantShare : 0);
  }
  return {
    gross: annualEquivalent(bearing),
    cost: annualEquivalent(cost),
    establishment: annualEquivalent(capital),
  };
}

/** Share of the mature yield at an age: 0 before the first bearing year, then rising evenly to 1 in the full one. */
export function bearingShare(age: number, { firstBearingYear, fullBearingYear }: StandLife): number {
  if (age < firstBearingYear) return 0;
  if (age >= fullBearingYear) return 1;
  return (age - firstBearingYear + 1) / (fullBearingYear - firstBearingYear + 1);
}

/**
 * Factors of renewing a stand that yields `standShare` of a mature one: yield and cost rise evenly to the mature ones until
 * `fullYear`.
 */
export function renovationFactors(standShare: number, fullYear: number, costShare: number): AnnualFactors {
  const level: number[] = [0];
  const capital: number[] = [costShare];
  for (let year = 1; year <= HORIZON_YEARS; year++) {
    level.push(standShare + (1 - standShare) * Math.min(1, (year - 1) / (fullYear - 1)));
    capital.push(0);
  }
  const mature = annualEquivalent(level);
  return { gross: mature, cost: mature, establishment: annualEquivalent(capital) };
}
