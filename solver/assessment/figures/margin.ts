import type { AnnualFactors } from "./annual-value.ts";

/** A day of hired work, CNY. [E] */
export const WAGE_CNY_PER_DAY = 80;
/** Carrying a tonne for a minute towards the market, CNY. [E] */
export const TRANSPORT_CNY_PER_T_MIN = 1.5;
/** Every degree of slope above 10 adds this share to the yearly cost. [E] */
const SLOPE_COST_PER_DEG = 0.01;
const GENTLE_DEG = 10;
/** Share of a mature year's materials and days that goes with the harvest: picking, carrying, packing. [E] */
const HARVEST_SHARE = 0.4;
/** Below this growing quality nothing is harvested. */
const LEAST_GROWTH = 0.4;
/** The library's yields are those of ordinary good sites, which have this growing quality; better ones bear no more. [E] */
const USUAL_GROWTH = 0.85;

/** Yield share of a site by its growing quality; nothing below 0.4, 1 where no quality is defined. */
export function yieldResponse(growth: number): number {
  if (Number.isNaN(growth)) return 1;
  return growth < LEAST_GROWTH ? 0 : Math.min(1, growth / USUAL_GROWTH);
}

/** Share of the mature materials and days that a site of this yield share takes: harvest work follows the yield. */
export function effortShare(growth: number): number {
  return 1 - HARVEST_SHARE * (1 - growth);
}

/** Factor on yearly cost by slope. */
export function slopeCostFactor(slopeDeg: number): number {
  return 1 + SLOPE_COST_PER_DEG * Math.max(0, slopeDeg - GENTLE_DEG);
}

/** What a hectare earns and costs in a mature year on a site. */
export interface SiteYear {
  readonly grossCny: number;
  readonly costCny: number;
  readonly transportCny: number;
}

/**
 * Gross value, cost and transport of a mature year on a site, CNY per planted hectare.
 *
 * @param growth yield share 0-1; @param costCny materials and paid labour; @param transportRate CNY per t and minute.
 */
export function siteYear(
  grossCny: number,
  costCny: number,
  yieldT: number,
  growth: number,
  slopeDeg: number,
  travelMin: number,
  transportRate: number,
): SiteYear {
  return {
    grossCny: grossCny * growth,
    costCny: costCny * slopeCostFactor(slopeDeg),
    transportCny: transportRate * yieldT * growth * (Number.isNaN(travelMin) ? 0 : travelMin),
  };
}

/** Yearly equivalent margin of a planted hectare, CNY: `gross - transport - cost - establishment`, each by its factor. */
export function annualMargin(year: SiteYear, establishmentCny: number, factors: AnnualFactors): number {
  return (
    (year.grossCny - year.transportCny) * factors.gross -
    year.costCny * factors.cost -
    establishmentCny * factors.establishment
  );
}
