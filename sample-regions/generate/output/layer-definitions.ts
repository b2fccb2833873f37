import type { ClassEntry, LayerDefinition } from "#solver/region";

const SOURCE = "synthetic, see SOURCE.md";

type RasterExtras = Pick<LayerDefinition, "unit" | "classes">;

function raster(id: string, zh: string, en: string, extras: RasterExtras): LayerDefinition {
  const { unit, classes } = extras;
  return {
    id,
    file: `layers/${id}.tif`,
    kind: "raster",
    measure: classes ? "class" : "continuous",
    ...(unit ? { unit } : {}),
    title: { zh, en },
    label: "E",
    source: SOURCE,
    ...(classes ? { classes } : {}),
  };
}

function vector(id: string, zh: string, en: string): LayerDefinition {
  return { id, file: `layers/${id}.geojson`, kind: "vector", title: { zh, en }, label: "E", source: SOURCE };
}

function classes(
  first: number,
  entries: readonly (readonly [id: string, zh: string, en: string])[],
): ClassEntry[] {
  return entries.map(([id, zh, en], k) => ({ value: first + k, id, title: { zh, en } }));
}

const LITHOLOGY = classes(1, [
  ["limestone", "石灰岩", "Limestone"],
  ["dolomite", "白云岩", "Dolomite"],
  ["interbedded", "泥质夹层岩", "Interbedded argillaceous rock"],
  ["clastic", "碎屑岩", "Clastic rock"],
]);

const SOIL_TYPES = classes(1, [
  ["yellow", "黄壤", "Yellow soil"],
  ["limestone", "石灰土", "Limestone soil"],
  ["paddy", "水稻土", "Paddy soil"],
  ["yellow-brown", "黄棕壤", "Yellow-brown soil"],
]);

const LAND_USE_CLASSES = classes(1, [
  ["paddy", "水田", "Paddy"],
  ["dry", "旱地", "Dry land"],
  ["orchard-tea", "园地", "Orchard and tea"],
  ["forest", "林地", "Forest"],
  ["shrub", "灌木林地", "Shrub"],
  ["grass", "草地", "Grass"],
  ["water", "水域", "Water"],
  ["built", "建设用地", "Built-up"],
  ["bare", "裸岩石砾地", "Bare rock"],
]);

/** Grade names of the threshold method; the forestry score names its upper grades otherwise. */
const DESERTIFICATION_GRADES = classes(0, [
  ["none", "无", "None"],
  ["potential", "潜在", "Potential"],
  ["light", "轻度", "Light"],
  ["moderate", "中度", "Moderate"],
  ["severe", "强度", "Severe"],
]);

/** The layers of every sample region, in the order in which they are listed. */
export const SAMPLE_LAYERS: readonly LayerDefinition[] = [
  raster("elevation", "高程", "Elevation", { unit: "m" }),
  raster("lithology", "岩性", "Lithology", { classes: LITHOLOGY }),
  raster("bedrock-exposure", "基岩裸露率", "Bedrock exposure", { unit: "%" }),
  raster("soil-type", "土壤类型", "Soil type", { classes: SOIL_TYPES }),
  raster("soil-depth", "土层厚度", "Soil depth", { unit: "cm" }),
  raster("soil-ph", "土壤酸碱度", "Soil pH", { unit: "pH" }),
  raster("land-use", "土地利用", "Land use", { classes: LAND_USE_CLASSES }),
  raster("vegetation-cover", "植被覆盖度", "Vegetation cover", { unit: "%" }),
  raster("rocky-desertification", "石漠化等级（按阈值）", "Rocky desertification (by thresholds)", {
    classes: DESERTIFICATION_GRADES,
  }),
  raster("mean-temperature", "年均温", "Mean annual temperature", { unit: "degC" }),
  raster("annual-precipitation", "年降水量", "Annual precipitation", { unit: "mm" }),
  raster("travel-time", "到集镇时间", "Travel time to market", { unit: "min" }),
  vector("planning-units", "规划单元", "Planning units"),
  vector("boundary", "研究区边界", "Study area"),
  vector("water-bodies", "水体", "Water bodies"),
  vector("rivers", "河流", "Rivers"),
  vector("roads", "道路", "Roads"),
  vector("villages", "村寨", "Villages"),
  vector("village-areas", "行政村", "Administrative villages"),
  vector("sub-basins", "子流域", "Sub-basins"),
  vector("permanent-basic-farmland", "永久基本农田", "Permanent basic farmland"),
  vector("ecological-redline", "生态保护红线", "Ecological redline"),
  vector("drinking-water-zones", "饮用水水源保护区", "Drinking-water protection zones"),
  vector("reserve-core", "保护核心区", "Reserve or wetland core"),
  vector("protected-forest", "公益林与天然林", "Public-welfare and natural forest"),
  vector("plants", "加工厂", "Processing plants"),
  vector("scenic-spots", "景点", "Scenic spots"),
  vector("sinkholes", "落水洞", "Sinkholes"),
  vector("water-sources", "灌溉水源", "Irrigation sources"),
];
