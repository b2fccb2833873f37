import type { AnnualFactors } from "./annual-value.ts";

/** A day of hired work, CNY. [E] */
export const WAGE_CNY_PER_DAY = 80;
/** Carrying a tonne for a minute towards the market, CNY. [E] */
export const TRANSPORT_CNY_PER_T_MIN = 1.5;
/** Every degree of slope above the usual one adds this share to the yearly cost. [E] */
const SLOPE_COST_PER_DEG = 0.01;
/** Usual slope of an industry: 10 degrees, or this far below the limit of one whose days were counted on steep land. [E] */
const GENTLE_DEG = 10;
const BELOW_LIMIT_DEG = 15;
/** Share of a mature year's materials and days that goes with the harvest: picking, carrying, packing. [E] */
const HARVEST_SHARE = 0.6;
/** Below this growing quality nothing is harvested. */
const LEAST_GROWTH = 0.4;
/** The library's yields are those of highly suitable land, from this growing quality on; better sites bear no more. [E] */
const USUAL_GROWTH = 0.75;

/** Yield share of a site by its growing quality; nothing below 0.4, 1 where no quality is defined. */
export function yieldResponse(growth: number): number {
  if (Number.isNaN(growth)) return 1;
  return growth < LEAST_GROWTH ? 0 : Math.min(1, growth / USUAL_GROWTH);
}

/** Share of the mature materials and days that a yield of this share takes: harvest work follows the yield. */
export function effortShare(yieldShare: number): number {
  return 1 - HARVEST_SHARE * (1 - yieldShare);
}

/** Factor on yearly cost by slope, for an industry that may stand on slopes up to `slopeMaxDeg`. */
export function slopeCostFactor(slopeDeg: number, slopeMaxDeg: number): number {
  const usual = Math.max(GENTLE_DEG, slopeMaxDeg - BELOW_LIMIT_DEG);
  return 1 + SLOPE_COST_PER_DEG * Math.max(0, slopeDeg - usual);
}

/** What a hectare earns and costs in a mature year on a site. */
export interface SiteYear {
  readonly grossCny: number;
  readonly costCny: number;
  readonly transportCny: number;
}

/** What decides a mature year on a site. */
export interface SiteInputs {
  readonly grossCny: number;
  /** Materials and paid labour before the slope. */
  readonly costCny: number;
  readonly yieldT: number;
  /** Yield share 0-1. */
  readonly growth: number;
  readonly slopeFactor: number;
  /** Minutes to the market; NaN counts as none. */
  readonly travelMin: number;
  /** CNY per tonne and minute. */
  readonly transportRate: number;
}

/** Gross value, cost and transport of a mature year on a site, CNY per planted hectare. */
export function siteYear(site: SiteInputs): SiteYear {
  return {
    grossCny: site.grossCny * site.growth,
    costCny: site.costCny * site.slopeFactor,
    transportCny:
      site.transportRate * site.yieldT * site.growth * (Number.isNaN(site.travelMin) ? 0 : site.travelMin),
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
