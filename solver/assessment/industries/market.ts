import type { OptionId, Quantity } from "#solver/region";
import { toQuantity } from "./industry.ts";

/** What the market takes in a year, t; beyond it nothing is sold. Industries not named have no cap. */
export const MARKET_CAPS_T: Readonly<Partial<Record<OptionId, Quantity>>> = {
  GR: toQuantity(12_000, "t/a"),
  RR: toQuantity(12_000, "t/a"),
  ZP: toQuantity(4_500, "t/a"),
  PT: toQuantity(3_800, "t/a"),
  LQ: toQuantity(1_800, "t/a"),
};

/** How the price falls with the quantity sold: the first 60 % of the cap at full price, 25 % at 80 %, the rest at 55 %. */
export const PRICE_STEPS: readonly { readonly capShare: Quantity; readonly priceShare: Quantity }[] = [
  { capShare: toQuantity(0.6, "1"), priceShare: toQuantity(1, "1") },
  { capShare: toQuantity(0.25, "1"), priceShare: toQuantity(0.8, "1") },
  { capShare: toQuantity(0.15, "1"), priceShare: toQuantity(0.55, "1") },
];
