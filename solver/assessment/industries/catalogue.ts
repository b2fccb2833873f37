import { between, type CatalogueEntry, toQuantity } from "./industry.ts";

/** Industries that are no land columns: an overlay, a site and the baseline. */
export const catalogueEntries: readonly CatalogueEntry[] = [
  {
    id: "BE",
    kind: "overlay",
    title: { zh: "中蜂养殖", en: "Beekeeping" },
    figures: {
      establishmentCny: toQuantity(between(600, 800, 1_000), "CNY/hive"),
      grossCny: toQuantity(between(300, 500, 800), "CNY/hive"),
      netCny: toQuantity(between(150, 300, 500), "CNY/hive"),
      hives: toQuantity(between(0.3, 0.5, 0.8), "hive/ha"),
      labourDays: toQuantity(between(4, 5, 6), "d/hive"),
      nectarRadiusM: toQuantity({ ...{ value: 1_750, range: [1_500, 2_000] }, label: "K" }, "m"),
      elevationMaxM: toQuantity({ value: 2_200, label: "K" }, "m"),
    },
  },
  {
    id: "PR",
    kind: "site",
    title: { zh: "农产品加工", en: "Processing plant" },
    figures: {
      establishmentCny: toQuantity(between(8e6, 15e6, 25e6), "CNY/ha of plant"),
      netShareOfSales: toQuantity(between(0.1, 0.125, 0.15), "1"),
      priceFactor: toQuantity(between(2, 3, 4), "1"),
      jobs: toQuantity(between(30, 40, 50), "1/ha of plant"),
      waterM3PerT: toQuantity(between(10, 17.5, 25), "m3/t"),
      slopeMaxDeg: toQuantity(8, "deg"),
      roadMaxM: toQuantity(2_000, "m"),
    },
  },
  {
    id: "MZ",
    kind: "baseline",
    title: { zh: "坡耕地玉米-马铃薯", en: "Slope maize and potato" },
    figures: {
      grossCny: toQuantity(between(9_000, 12_000, 15_000), "CNY/ha"),
      netCny: toQuantity(between(0, 2_000, 5_000), "CNY/ha"),
      labourDays: toQuantity(between(150, 200, 250), "d/ha"),
      priceCv: toQuantity(0.1, "1"),
    },
  },
];
