export { type Explanation, explainPrices } from "./explain-prices.ts";
export { findWholeParcels } from "./find-whole-parcels.ts";
export * from "./layout.ts";
export { layoutOf } from "./layout-of.ts";
