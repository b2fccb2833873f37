import type { Bilingual, LandUse } from "#solver/region";

/** The three landforms the generator can shape. */
export type Form = "basin" | "mountain" | "gorge";

/** Place on the grid as shares of its width (from the west) and height (from the north). */
export type Share2 = readonly [u: number, v: number];

/** A lake behind a dam, filled to a level. */
export interface LakeFacts {
  readonly kind: "lake";
  readonly levelM: number;
  /** The dam crosses the valley at this share of the grid's height; the lake lies south of it. */
  readonly damAtShare: number;
  /** Bed below the dam at the north edge, m. */
  readonly tailwaterM: number;
}

/** A river that sets the base level along a line. */
export interface RiverFacts {
  readonly kind: "river";
  /** Half width of the channel in the elevation model, m. */
  readonly channelHalfM: number;
  /** Half width that counts as water while the terrain is shaped, m. */
  readonly waterHalfM: number;
  /** Bed where the river enters the study area, and its fall to where it leaves, m. */
  readonly headM: number;
  readonly fallM: number;
  /** Below 1 the upper course is steeper than the lower. */
  readonly exponent: number;
  /** Rise of the bed per river length upstream of the study area, m. */
  readonly upstreamRiseM: number;
  /** Steepest bank, m per m, within a distance of the river. */
  readonly bank?: { readonly slope: number; readonly withinM: number };
  /** `width`: the river is widened until the water share is met; `ponds`: ponds fill what the river leaves. */
  readonly waterShareBy: "width" | "ponds";
  /** Places near which ponds are sought. */
  readonly ponds: readonly Share2[];
}

export interface ClimateFacts {
  readonly stationM: number;
  readonly meanTemperatureC: number;
  readonly annualPrecipitationMm: number;
  readonly precipitationMmPer100M: number;
  /** A dry-hot valley below this height is warmer. */
  readonly valley?: { readonly belowM: number; readonly warmingC: number };
}

export interface RegionFacts {
  readonly id: string;
  /** First letter of the planning units' ids. */
  readonly unitPrefix: string;
  readonly name: Bilingual;
  readonly form: Form;
  readonly seed: number;
  /** West, south, east, north, degrees. */
  readonly boundsDeg: readonly [number, number, number, number];
  readonly areaKm2: number;
  readonly elevationM: readonly [min: number, max: number];
  /** Where the study area and the seats of its villages begin. */
  readonly core: Share2;
  /** The part of the river from which the study area grows, shares of the grid's width; the core when absent. */
  readonly growsAlongRiver?: readonly [from: number, to: number];
  readonly water: LakeFacts | RiverFacts;
  /** Wanted shares of the study area, %. */
  readonly targets: {
    /** Slope classes 0-5, 5-8, 8-15, 15-25, 25-35, over 35 degrees. */
    readonly slope: readonly number[];
    readonly landUse: Readonly<Record<LandUse, number>>;
    /** None, potential, light, moderate, severe. */
    readonly desertification: readonly number[];
    readonly basicFarmland: number;
    /** One share per county, in the order of `counties`. */
    readonly redline: readonly number[];
    /** Zone I, zone II, quasi-zone. */
    readonly waterZones: readonly number[];
    readonly reserveCore: number;
    /** Limestone, dolomite, interbedded argillaceous rock, clastic rock. */
    readonly lithology: readonly number[];
  };
  /** One county, or the two on the left and right bank of the river. */
  readonly counties: readonly Bilingual[];
  readonly planningUnits: number;
  readonly settlements: number;
  readonly subBasinMinKm2: number;
  readonly climate: ClimateFacts;
  readonly people: {
    readonly population: number;
    readonly labourShare: number;
    readonly personDaysPerYear: number;
  };
  readonly irrigationM3PerYear: number;
  readonly market: { readonly at: Share2; readonly minutesFromRoad: number };
  /** Where the county roads leave the grid. */
  readonly roadEnds: readonly [Share2, Share2, Share2];
  /** The intake of the lake, or springs with a protected catchment. */
  readonly drinkingWaterAt: readonly Share2[];
  readonly river: Bilingual;
  /** Invented names of the administrative villages, one each. */
  readonly villages: readonly Bilingual[];
  readonly plants: readonly (Bilingual & { readonly capacityT: number })[];
  readonly scenicSpots: readonly Bilingual[];
  /** Kinds of irrigation source and how many there are, the largest sources first. */
  readonly waterSources: readonly { readonly kind: string; readonly count: number }[];
}

const named = (pairs: string): Bilingual[] =>
  pairs.split("|").map((pair) => {
    const [zh, en] = pair.split(" ");
    return { zh, en };
  });

/** Facts and targets of the three regions: the only file to edit for a further one. Sources: each SOURCE.md. */
export const REGION_FACTS: readonly RegionFacts[] = [
  {
    id: "red-maple-lake",
    unitPrefix: "H",
    name: { zh: "红枫湖（合成）", en: "Red Maple Lake (Hongfeng), synthetic" },
    form: "basin",
    seed: 11,
    boundsDeg: [106 + 19 / 60, 26 + 28 / 60, 106 + 25 / 60, 26 + 34 / 60],
    areaKm2: 60.4,
    elevationM: [1240, 1451],
    core: [0.4, 0.5],
    water: { kind: "lake", levelM: 1240, damAtShare: 0.045, tailwaterM: 1210 },
    targets: {
      slope: [28, 17, 26, 19, 8, 2],
      landUse: {
        paddy: 16,
        dry: 24,
        "orchard-tea": 9,
        forest: 20,
        shrub: 14,
        grass: 6,
        water: 5,
        built: 5,
        bare: 1,
      },
      desertification: [55, 28, 12, 4, 1],
      basicFarmland: 25,
      redline: [25],
      waterZones: [6, 18, 40],
      reserveCore: 3.5,
      lithology: [34, 51, 10, 5],
    },
    counties: [{ zh: "清镇", en: "Qingzhen" }],
    planningUnits: 4400,
    settlements: 78,
    subBasinMinKm2: 1.35,
    climate: { stationM: 1270, meanTemperatureC: 14, annualPrecipitationMm: 1208, precipitationMmPer100M: 8 },
    people: { population: 20_000, labourShare: 0.45, personDaysPerYear: 2_070_000 },
    irrigationM3PerYear: 10_500_000,
    market: { at: [0.6, 0.03], minutesFromRoad: 14 },
    roadEnds: [
      [0.6, 0],
      [0.03, 0.62],
      [0.35, 0.999],
    ],
    drinkingWaterAt: [[0.74, 0.44]],
    river: { zh: "麦翁河", en: "Maiweng River" },
    villages: named(
      "枫坪 Fengping|稻香 Daoxiang|石桥湾 Shiqiaowan|芦荡 Ludang|大坝子 Dabazi|白鹭 Bailu|罗家冲 Luojiachong|塘岸 Tang'an|中院 Zhongyuan|茅井 Maojing|石门口 Shimenkou|龙潭边 Longtanbian|平田 Pingtian",
    ),
    plants: [
      { zh: "葡萄冷库", en: "grape cold store", capacityT: 3000 },
      { zh: "茶叶加工厂", en: "tea factory", capacityT: 300 },
    ],
    scenicSpots: [
      { zh: "湖景台", en: "lake viewpoint" },
      { zh: "峰林公园", en: "fenglin park" },
      { zh: "茶园", en: "tea garden" },
    ],
    waterSources: [
      { kind: "pump station", count: 4 },
      { kind: "spring", count: 10 },
      { kind: "pond", count: 14 },
    ],
  },
  {
    id: "salad-creek",
    unitPrefix: "B",
    name: { zh: "撒拉溪（合成）", en: "Salad Creek (Salaxi), synthetic" },
    form: "mountain",
    seed: 22,
    boundsDeg: [
      105 + 2 / 60 + 1 / 3600,
      27 + 11 / 60 + 36 / 3600,
      105 + 8 / 60 + 9 / 3600,
      27 + 16 / 60 + 51 / 3600,
    ],
    areaKm2: 86.3,
    elevationM: [1600, 2110],
    core: [0.5, 0.49],
    growsAlongRiver: [0.35, 0.65],
    water: {
      kind: "river",
      channelHalfM: 14,
      waterHalfM: 9,
      headM: 1702,
      fallM: 102,
      exponent: 0.9,
      upstreamRiseM: 60,
      waterShareBy: "ponds",
      ponds: [
        [0.33, 0.3],
        [0.62, 0.66],
        [0.72, 0.25],
      ],
    },
    targets: {
      slope: [8, 9, 24, 32, 20, 7],
      landUse: {
        paddy: 1,
        dry: 38,
        "orchard-tea": 7,
        forest: 24,
        shrub: 17,
        grass: 8,
        water: 0.5,
        built: 3.5,
        bare: 1,
      },
      desertification: [30, 32, 26, 9, 3],
      basicFarmland: 18,
      redline: [10],
      waterZones: [0, 1, 3],
      reserveCore: 1.2,
      lithology: [56.26, 18, 10.74, 15],
    },
    counties: [{ zh: "七星关", en: "Qixingguan" }],
    planningUnits: 5000,
    settlements: 96,
    subBasinMinKm2: 1.98,
    climate: {
      stationM: 1742,
      meanTemperatureC: 12.9,
      annualPrecipitationMm: 930,
      precipitationMmPer100M: 12,
    },
    people: { population: 22_000, labourShare: 0.35, personDaysPerYear: 1_770_000 },
    irrigationM3PerYear: 4_000_000,
    market: { at: [0.52, 0.45], minutesFromRoad: 8 },
    roadEnds: [
      [0, 0.42],
      [0.999, 0.3],
      [0.6, 0.999],
    ],
    drinkingWaterAt: [
      [0.3, 0.36],
      [0.68, 0.62],
    ],
    river: { zh: "撒拉溪", en: "Salaxi Creek" },
    villages: named(
      "溪口 Xikou|朝阳坡 Chaoyangpo|青杠林 Qinggangling|凤岭 Fengling|沙坝 Shaba|永宁 Yongning|茶坪 Chaping|杨柳湾 Yangliuwan|钟鼓山 Zhonggushan|大湾子 Dawanzi|映山 Yingshan|松林 Songlin|木桥边 Muqiaobian|高坪 Gaoping",
    ),
    plants: [
      { zh: "刺梨汁厂", en: "cili juice plant", capacityT: 5000 },
      { zh: "核桃烘干厂", en: "walnut drying plant", capacityT: 800 },
      { zh: "饲草加工厂", en: "forage mill", capacityT: 6000 },
    ],
    scenicSpots: [
      { zh: "大天坑", en: "deepest doline" },
      { zh: "溪源泉", en: "creek springs" },
    ],
    waterSources: [
      { kind: "reservoir outlet", count: 2 },
      { kind: "spring", count: 14 },
      { kind: "cistern group", count: 18 },
    ],
  },
  {
    id: "huajiang",
    unitPrefix: "G",
    name: { zh: "花江（合成）", en: "Huajiang, synthetic" },
    form: "gorge",
    seed: 33,
    boundsDeg: [105 + 36.5 / 60, 25 + 38 / 60, 105 + 46.5 / 60, 25 + 43 / 60],
    areaKm2: 51.6,
    elevationM: [370, 1473],
    core: [0.42, 0.5],
    growsAlongRiver: [0.2, 0.7],
    water: {
      kind: "river",
      channelHalfM: 62,
      waterHalfM: 62,
      headM: 440,
      fallM: 70,
      exponent: 1,
      upstreamRiseM: 70,
      bank: { slope: 0.8, withinM: 120 },
      waterShareBy: "width",
      ponds: [],
    },
    targets: {
      slope: [5, 5, 15, 28, 28, 19],
      landUse: {
        paddy: 2,
        dry: 23,
        "orchard-tea": 20,
        forest: 8,
        shrub: 25,
        grass: 8,
        water: 3,
        built: 1.5,
        bare: 9.5,
      },
      desertification: [14, 16, 22, 28, 20],
      basicFarmland: 15,
      redline: [25, 11],
      waterZones: [0, 0.5, 2],
      reserveCore: 2.5,
      lithology: [56, 22.45, 13.55, 8],
    },
    counties: [
      { zh: "关岭", en: "Guanling" },
      { zh: "贞丰", en: "Zhenfeng" },
    ],
    planningUnits: 4000,
    settlements: 46,
    subBasinMinKm2: 1.17,
    climate: {
      stationM: 700,
      meanTemperatureC: 18.4,
      annualPrecipitationMm: 1100,
      precipitationMmPer100M: 14,
      valley: { belowM: 850, warmingC: 0.6 },
    },
    people: { population: 9_000, labourShare: 0.35, personDaysPerYear: 750_000 },
    irrigationM3PerYear: 2_000_000,
    market: { at: [0.62, 0.03], minutesFromRoad: 12 },
    roadEnds: [
      [0.6, 0],
      [0.34, 0.999],
      [0, 0.52],
    ],
    drinkingWaterAt: [
      [0.38, 0.28],
      [0.55, 0.72],
    ],
    river: { zh: "北盘江", en: "Beipan River" },
    villages: named(
      "谷岸 Gu'an|坝子坡 Bazipo|五棵树 Wukeshu|三寨湾 Sanzhaiwan|落箐 Luoqing|鹰岩 Yingyan|云洞口 Yundongkou|银水湾 Yinshuiwan|石坝 Shiba|椒林 Jiaolin",
    ),
    plants: [
      { zh: "花椒油厂", en: "pepper oil plant", capacityT: 2500 },
      { zh: "火龙果酒厂", en: "pitaya winery", capacityT: 1200 },
    ],
    scenicSpots: [
      { zh: "峡谷大桥", en: "gorge bridge" },
      { zh: "绝壁栈道", en: "cliff path" },
      { zh: "峰丛观景台", en: "peak-cluster lookout" },
    ],
    waterSources: [
      { kind: "pump station", count: 3 },
      { kind: "spring", count: 6 },
      { kind: "cistern group", count: 20 },
    ],
  },
];
